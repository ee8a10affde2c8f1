"""Merging two records of one enterprise, undoing it, and where the codes of the merged lead."""

from graph.store.merging.former_codes import find_present_code, find_present_codes
from graph.store.merging.reading import (
    Merge,
    Preview,
    count_merges,
    count_merges_since,
    find_merge,
    find_standing_merge,
    list_merges,
    list_merges_before,
    list_merges_into,
    preview,
)
from graph.store.merging.recording import read_moves
from graph.store.merging.undoing import undo
from graph.store.merging.writing import merge

__all__ = [
    "Merge",
    "Preview",
    "count_merges",
    "count_merges_since",
    "find_merge",
    "find_present_code",
    "find_present_codes",
    "find_standing_merge",
    "list_merges",
    "list_merges_before",
    "list_merges_into",
    "merge",
    "preview",
    "read_moves",
    "undo",
]
