"""Merging and undoing as the worker does it: map-changing work goes one after another."""

from chainmatch.background.map_refresh import ask_for_refresh
from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.rooms.duplicates.operations import WORK
from graph.domain.audit import Verb
from graph.domain.clock import now
from graph.domain.job import Job
from graph.domain.merging.fields import Side
from graph.domain.progress import Progress
from graph.domain.recommendation import Place
from graph.messages import message
from graph.store import Store, audit, merging


def run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Merge or undo; run again after a crash it finds the work done. Raises Conflict, NotFound."""
    progress(0, 1, message("正在移动关系"))
    is_merge = job.params["act"] == "merge"
    found = _merge(store, job) if is_merge else _undo(store, job)
    ask_for_refresh(store, created_by=job.created_by, at=now())
    ends = {
        "goes": Place(found.goes, found.goes_name, found.goes_name_en),
        "stays": Place(found.stays, found.stays_name, found.stays_name_en),
    }
    words = (
        message("“%(goes)s”已并入“%(stays)s”。", **ends)
        if is_merge
        else message("“%(goes)s”已从“%(stays)s”恢复。", **ends)
    )
    return Outcome(words, {"merge": found.id, "stays": found.stays, "goes": found.goes})


def _merge(store: Store, job: Job) -> merging.Merge:
    told = job.params
    done = merging.find_standing_merge(store, told["goes"])
    if done and done.stays == told["stays"]:
        return done
    sides = {name: Side(side) for name, side in told["sides"].items()}
    ends = {"stays": told["stays"], "goes": told["goes"]}
    found = merging.merge(
        store, **ends, sides=sides, mark=told["mark"], by=job.created_by, at=now()
    )
    _record(store, job, Verb.ENTERPRISES_MERGED, found, {**ends, "sides": told["sides"]})
    return found


def _undo(store: Store, job: Job) -> merging.Merge:
    found = merging.find_merge(store, job.params["merge"])
    if found.stands:
        merging.undo(store, found.id, by=job.created_by, at=now())
        _record(store, job, Verb.MERGE_UNDONE, found, {"goes": found.goes})
    return found


def _record(
    store: Store, job: Job, verb: Verb, found: merging.Merge, after: dict[str, object]
) -> None:
    audit.record(
        store,
        actor=job.created_by,
        verb=verb,
        subject=found.stays,
        before={},
        after={**after, "merge": found.id, "moved": found.moved, "kept": found.kept},
        at=now(),
    )


KIND = JobKind(WORK, run)
