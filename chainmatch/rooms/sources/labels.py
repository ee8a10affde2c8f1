"""Words for what the sources room shows."""

from chainmatch.wording.map_names import TABLES, source_name

__all__ = ["OPENED_BY", "TABLES", "source_name"]

OPENED_BY = {"Enterprise": "search.page", "Chain": "chains.index"}
"""Kinds that have a page on which all of them are listed."""
