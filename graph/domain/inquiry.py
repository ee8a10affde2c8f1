"""Queries that analysts keep, and what a query found."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

LONGEST_NAME = 60
LONGEST_NOTE = 500
MOST_ROWS = 10_000
"""A query that finds more is cut, and says so."""
MOST_QUERIES = 200
"""A person keeps no more than this."""


class Chart(StrEnum):
    """How the found is drawn above its table."""

    NONE = "none"
    BAR = "bar"
    LINE = "line"
    GRAPH = "graph"


@dataclass(frozen=True)
class SavedQuery:
    """A named query: ``defaults`` are the values its $parameters start with.

    ``owner`` is an e-mail; others see it only where it ``is_shared``. ``version`` grows with each
    change; instants are ISO texts.
    """

    id: str
    name: str
    text: str
    note: str = ""
    defaults: dict[str, Any] = field(default_factory=dict)
    chart: Chart = Chart.NONE
    is_shared: bool = False
    owner: str = ""
    version: int = 0
    changed_at: str = ""


@dataclass(frozen=True)
class SeenNode:
    """A node that a query returned: how the graph numbers it, its label, its properties."""

    id: str
    label: str
    properties: dict[str, Any]

    @property
    def name(self) -> str:
        """What to call it on the page."""
        return str(self.properties.get("name") or self.properties.get("code") or self.label)


@dataclass(frozen=True)
class SeenLink:
    """A link that a query returned, with the numbers of its ends."""

    id: str
    type: str
    start: str
    end: str
    properties: dict[str, Any]


@dataclass(frozen=True)
class SeenPath:
    """A path that a query returned: its nodes and links in order."""

    nodes: tuple[SeenNode, ...]
    links: tuple[SeenLink, ...]


@dataclass(frozen=True)
class Answer:
    """What a query found: ``rows`` hold plain values, SeenNode, SeenLink, SeenPath, and lists.

    ``is_cut`` where there was more than the limit; ``seconds`` it took.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    is_cut: bool
    seconds: float

    @property
    def nodes(self) -> tuple[SeenNode, ...]:
        """Each node that was found, once."""
        return tuple({node.id: node for node in _parts(self.rows, SeenNode)}.values())

    @property
    def links(self) -> tuple[SeenLink, ...]:
        """Each link that was found, once."""
        return tuple({link.id: link for link in _parts(self.rows, SeenLink)}.values())


def _parts(value: Any, kind: type) -> list[Any]:
    """List the parts of one kind in a value, however deep they lie."""
    if isinstance(value, kind):
        return [value]
    if isinstance(value, SeenPath):
        return _parts(value.nodes, kind) + _parts(value.links, kind)
    if isinstance(value, list | tuple):
        return [part for each in value for part in _parts(each, kind)]
    if isinstance(value, dict):
        return [part for each in value.values() for part in _parts(each, kind)]
    return []
