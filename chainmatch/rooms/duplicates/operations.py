"""What can be done with records that may be one enterprise twice."""

from collections.abc import Mapping
from datetime import datetime

from chainmatch import audit
from chainmatch.background.map_lane import MAP_LANE
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.duplicates import Decision
from graph.domain.job import Job
from graph.domain.merging.fields import FIELDS, Side
from graph.errors import BadInput, Conflict, NotFound
from graph.store import Store, merging
from graph.store.merging import duplicates as records
from graph.store.work import jobs

WORK = "enterprise-merge"


def judge(
    store: Store, one: str, other: str, decision: str, *, actor: Account, now: datetime
) -> None:
    """Write down what a person says of a pair. Raises BadInput, NotFound."""
    if one == other:
        raise BadInput("请选择两条不同的企业记录。")
    if decision not in set(Decision):
        raise BadInput("请选择“不是同一家”或“稍后再看”。")
    records.judge(store, one, other, Decision(decision), by=actor.email, at=now)
    _note(store, actor, one, other, decision, now)


def take_back(store: Store, one: str, other: str, *, actor: Account, now: datetime) -> None:
    """Put a pair back among those that wait for a decision."""
    if records.forget_verdict(store, one, other):
        _note(store, actor, one, other, "", now)


def ask_to_merge(
    store: Store,
    *,
    stays: str,
    goes: str,
    sides: Mapping[str, Side],
    mark: str,
    actor: Account,
    now: datetime,
) -> Job:
    """Queue a merge; a second click gets the same job. Raises NotFound, Conflict, BadInput.

    Another merge of the same record under way is a Conflict, for only one of them can be done.
    What cannot be merged is told at once; what changes until the worker comes to it is told then.
    """
    seen = merging.preview(store, stays, goes, sides)
    if seen.refusals:
        raise Conflict(seen.refusals[0].template, **seen.refusals[0].values)
    if seen.mark != mark:
        raise Conflict("核对之后这两条记录又有了变化，没有合并；请看过最新内容后再决定。")
    params = {
        "act": "merge",
        "stays": stays,
        "goes": goes,
        "sides": {name: side.value for name, side in sides.items()},
        "mark": mark,
    }
    return _enqueue(store, params, f"{WORK}:{goes}", actor, now)


def ask_to_undo(store: Store, merge_id: str, *, actor: Account, now: datetime) -> Job:
    """Queue undoing a merge. Raises NotFound, Conflict."""
    found = merging.find_merge(store, merge_id)
    if not found.stands:
        raise Conflict("这次合并已经撤销，请刷新页面查看结果。")
    params = {"act": "undo", "merge": merge_id, "stays": found.stays, "goes": found.goes}
    return _enqueue(store, params, f"{WORK}:{found.goes}", actor, now)


def read_sides(told: Mapping[str, str]) -> dict[str, Side]:
    """Read which record's value stands, field by field. Raises BadInput."""
    sides: dict[str, Side] = {}
    for field in FIELDS:
        side = told.get(field.name, "")
        if not side:
            continue
        if side not in set(Side) or (side == Side.BOTH and not field.is_list):
            raise BadInput("请为每一项选择保留哪一边的内容。")
        sides[field.name] = Side(side)
    return sides


def find_work(store: Store, job_id: str) -> Job:
    """Return a merge being done. Raises NotFound."""
    job = jobs.find_job(store, job_id)
    if job.kind != WORK:
        raise NotFound("没有这次合并。")
    return job


def _enqueue(
    store: Store, params: Mapping[str, object], key: str, actor: Account, now: datetime
) -> Job:
    job = jobs.enqueue(
        store, kind=WORK, params=params, created_by=actor.email, at=now, key=key, lane=MAP_LANE
    )
    if job.params != params:
        raise _under_way(store, job)
    return job


def _under_way(store: Store, job: Job) -> Conflict:
    """Say what is being done with the record instead."""
    shown = records.show(store, [job.params["stays"], job.params["goes"]])
    names = {
        end: shown[job.params[end]].name if job.params[end] in shown else job.params[end]
        for end in ("stays", "goes")
    }
    if job.params["act"] == "undo":
        return Conflict(
            "%(who)s 正在撤销“%(goes)s”并入“%(stays)s”的合并，您的操作没有进行；请等它完成后再看。",
            who=job.created_by,
            **names,
        )
    return Conflict(
        "%(who)s 正在把“%(goes)s”并入“%(stays)s”，您的操作没有进行；请等它完成后再看。",
        who=job.created_by,
        **names,
    )


def _note(store: Store, actor: Account, one: str, other: str, decision: str, now: datetime) -> None:
    audit.record(
        store,
        actor=actor,
        verb=Verb.DUPLICATE_JUDGED,
        subject=one,
        after={"other": other, "decision": decision},
        at=now,
    )
