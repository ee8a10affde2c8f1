"""A branch of a JSON tree that knows where it hangs, for saying what is wrong with it."""

from collections.abc import Iterator
from html import unescape
from typing import Any

from graph.exchange.datasets import MISSING, Source, clean
from graph.messages import message

NO_LIST = message("这里应是一组记录")
NO_RECORD = message("这里应是一条记录")


class Branch:
    """An object of the tree; ``place`` spells the names above it: ``水泥/上游 · 石灰石``."""

    def __init__(self, source: Source, place: str, values: dict[str, Any]) -> None:
        self.source = source
        self.place = place
        self._values = values

    def children(self, field: str) -> Iterator["Branch"]:
        """Yield the objects listed in a field; reject what is none."""
        listed = self._values.get(field)
        if not isinstance(listed, list):
            self.reject(field, listed, NO_LIST)
            return
        for values in listed:
            if isinstance(values, dict):
                yield Branch(self.source, self.place, values)
            else:
                self.reject(field, values, NO_RECORD)

    def named(self, name: str) -> "Branch":
        """Return the same branch with its name in the place."""
        place = f"{self.place}/{name}" if self.place else name
        return Branch(self.source, place, self._values)

    def text(self, field: str) -> str:
        """Return a text as a page would show it (``&#34;``), or nothing where there is none."""
        value = self._values.get(field)
        return clean(unescape(value)) if isinstance(value, str) else ""

    def required(self, field: str) -> str:
        """Return a text; reject the branch, and return nothing, where the field has none."""
        text = self.text(field)
        if not text:
            self.reject(field, self._values.get(field), MISSING)
        return text

    def reject(self, field: str, value: Any, reason: Any) -> None:
        """Say what is wrong here."""
        self.source.reject(self.place, field, value, reason)
