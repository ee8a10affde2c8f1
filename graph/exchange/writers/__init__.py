"""The forms in which the map leaves: each writes node by node and link by link, holding little."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from graph.schema import Label, Link

Rows = Iterator[Mapping[str, Any]]


class Writer(Protocol):
    """Takes all nodes first, label by label, then all links, type by type; yields for each row."""

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the nodes of a label: ``code`` and the label's columns, None where untold."""
        ...

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the links of a type: ``start``, ``end`` (codes) and the type's columns."""
        ...


@dataclass(frozen=True)
class Form:
    """One form: ``suffix`` of its file, or of the zipped folder where it ``is_folder``."""

    name: str
    suffix: str
    open: Callable[[Path], AbstractContextManager[Writer]]
    is_folder: bool = False
