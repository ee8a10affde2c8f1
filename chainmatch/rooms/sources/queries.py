"""What the sources room shows."""

from collections.abc import Mapping
from dataclasses import dataclass

from graph.derive.figures import find_map_count
from graph.store import Store
from graph.store.map.sources import Totals


@dataclass(frozen=True)
class Kind:
    """A kind of record or link and how many each source brought, most first."""

    name: str
    by_source: Mapping[str, int]

    @property
    def total(self) -> int:
        """All of them."""
        return sum(self.by_source.values())


@dataclass(frozen=True)
class Parts:
    """The kinds of which there is any, in the order of the schema."""

    nodes: list[Kind]
    links: list[Kind]


def show_parts(store: Store) -> Parts:
    """Read what was counted at the last change of the map."""
    counted = find_map_count(store)
    return Parts(_kinds(counted.nodes), _kinds(counted.links))


def _kinds(totals: Totals) -> list[Kind]:
    return [
        Kind(name, dict(sorted(by_source.items(), key=lambda item: (-item[1], item[0]))))
        for name, by_source in totals.items()
        if any(by_source.values())
    ]
