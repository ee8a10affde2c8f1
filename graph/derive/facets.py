"""By what search results are narrowed: chains, stages and regions, kept beside each enterprise."""

from collections import defaultdict
from uuid import uuid4

from graph.domain.chain import Stage
from graph.domain.clock import date_text, now
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.store import Store
from graph.store.map import search as records
from graph.store.map.search import Facets

STEPS = 3
NOTHING = Facets()


def refresh(store: Store, progress: Progress = silent) -> int:
    """Bring facets in line with the map; returns how many enterprises changed.

    Also marks what search knows as new, so that every process reads it again: run it after the
    search texts.
    """
    note = message("正在更新筛选项")
    progress(0, STEPS, note)
    wanted = _wanted(store, date_text(now().date()))
    progress(1, STEPS, note)
    present = records.list_facets(store)
    changed = {
        code: wanted.get(code, NOTHING)
        for code in wanted.keys() | present.keys()
        if present.get(code, NOTHING) != wanted.get(code, NOTHING)
    }
    progress(2, STEPS, note)
    records.save_facets(store, changed)
    records.save_mark(store, uuid4().hex)
    progress(STEPS, STEPS, note)
    return len(changed)


def _wanted(store: Store, at: str) -> dict[str, Facets]:
    chains: dict[str, set[str]] = defaultdict(set)
    stages: dict[str, set[str]] = defaultdict(set)
    for code, chain, stage in records.stream_places(store, at=at):
        chains[code].add(chain)
        if stage:
            stages[code].add(stage)
    regions = _regions(store, at)
    return {
        code: Facets(
            tuple(sorted(chains[code])),
            tuple(stage.value for stage in Stage if stage in stages[code]),
            tuple(sorted(regions[code])),
        )
        for code in chains.keys() | regions.keys()
    }


def _regions(store: Store, at: str) -> dict[str, set[str]]:
    """Return the regions of each enterprise with all around them."""
    around = records.list_within(store)
    found: dict[str, set[str]] = defaultdict(set)
    for code, region in records.stream_locations(store, at=at):
        waiting = [region]
        while waiting:
            inner = waiting.pop()
            if inner not in found[code]:
                found[code].add(inner)
                waiting.extend(around.get(inner, ()))
    return found
