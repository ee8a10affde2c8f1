"""Contradictions per process: found once, and anew where the map or the day has changed.

A page of rows would otherwise look through the whole map for each fifty of them.
"""

from collections.abc import Sequence

from graph.data_quality.contradictions import find
from graph.domain.data_quality import Finding, Rule
from graph.store import Store
from graph.store.map.shelf import Shelf

MOST_ROWS = 20_000
"""More rows of a rule are not kept: they are found anew for each page."""

_rules = Shelf(most=4)


def find_all(store: Store, rule: Rule, at: str) -> Sequence[Finding]:
    """Return all contradictions of a rule on an ISO date."""

    def read() -> Sequence[Finding]:
        return tuple(find(store, rule, at))

    return _rules.keep(store, (rule, at), read, is_small=lambda found: len(found) <= MOST_ROWS)
