"""Links as a data set states them, each kept once."""

from collections.abc import Mapping
from typing import Any

from graph.exchange.datasets import Source, repeats
from graph.schema import Link


class Facts:
    """Adds links to the records of their source; a link stated again is rejected."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str, str], int | str] = {}

    def __len__(self) -> int:
        return len(self._first)

    def claim(self, source: Source, row: int | str, link: Link, start: str, end: str) -> bool:
        """Tell whether nobody stated this link before; reject the row otherwise."""
        fact = (link.name, start, end)
        if fact in self._first:
            source.reject(row, "", f"{start} → {end}", repeats(self._first[fact]))
            return False
        self._first[fact] = row
        return True

    def keep(
        self,
        source: Source,
        row: int | str,
        link: Link,
        start: str,
        end: str,
        values: Mapping[str, Any],
    ) -> None:
        """Add a link that was claimed."""
        record = source.record(row, {"start": start, "end": end, **values})
        source.records.of_link(link).append(record)

    def add(
        self,
        source: Source,
        row: int | str,
        link: Link,
        start: str,
        end: str,
        values: Mapping[str, Any],
    ) -> None:
        """Claim a link and add it."""
        if self.claim(source, row, link, start, end):
            self.keep(source, row, link, start, end, values)
