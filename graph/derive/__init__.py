"""Everything computed from the facts: it can be rebuilt at any time and is no fact itself."""

from graph.derive import (
    facets,
    figures,
    fittings,
    industry_flows,
    near_names,
    profiles,
    search_texts,
)
from graph.domain.progress import Progress, silent
from graph.messages import Message
from graph.store import Store

STEPS = (
    near_names.refresh,
    fittings.refresh,
    industry_flows.refresh,
    profiles.refresh,
    search_texts.refresh,
    facets.refresh,
    figures.refresh,
)
"""In the order in which they build on one another."""
PARTS = 1000


def refresh(store: Store, progress: Progress = silent) -> None:
    """Bring all derived data in line with the facts, writing only what changed."""
    for place, step in enumerate(STEPS):
        step(store, _part(progress, place))


def _part(progress: Progress, place: int) -> Progress:
    """Give a step its part of the whole progress."""

    def report(done: int, total: int, note: Message) -> None:
        part = PARTS * done // total if total else 0
        progress(place * PARTS + part, len(STEPS) * PARTS, note)

    return report
