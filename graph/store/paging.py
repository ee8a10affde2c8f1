"""Pages of long lists, read from the nearer end: a server sorts all that lies before a page."""

from collections.abc import Callable
from typing import Any

from graph.store.connection import Row, Store
from graph.store.cypher.paged import Paged

DEEP = 500
"""Rows from which on it pays to ask how far the end is."""


def read_page(
    store: Store,
    paged: Paged,
    count: Callable[[], int],
    *,
    skip: int,
    limit: int,
    **asked: Any,
) -> list[Row]:
    """Return ``limit`` rows after ``skip``, in the list's order; ``count`` tells its length."""
    if skip < DEEP:
        return store.read(paged.forward, **asked, skip=skip, limit=limit)
    left = count() - skip
    if left <= 0:
        return []
    size = min(limit, left)
    after = left - size
    if skip <= after:
        return store.read(paged.forward, **asked, skip=skip, limit=limit)
    return store.read(paged.backward, **asked, skip=after, limit=size)
