"""A scenario stands in the address: what is taken away, and for which day the map is read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from chainmatch.rooms.whatif.labels import KINDS
from graph.domain.codes import ARROW
from graph.errors import BadInput

MOST = 50


@dataclass(frozen=True)
class Scenario:
    """Codes by kind (see labels.KINDS); those of a link are two, joined by ARROW."""

    taken: Mapping[str, tuple[str, ...]]
    at: date

    @property
    def is_empty(self) -> bool:
        """Nothing is taken away."""
        return not any(self.taken.values())

    @property
    def address(self) -> dict[str, Any]:
        """Return the query of this scenario's address."""
        told: dict[str, Any] = {kind: list(codes) for kind, codes in self.taken.items() if codes}
        return told | {"at": self.at.isoformat()}

    def pairs(self, kind: str) -> frozenset[tuple[str, str]]:
        """Return the links of a kind as pairs of codes."""
        return frozenset(split(text) for text in self.taken[kind])

    def with_one(self, kind: str, code: str) -> "Scenario":
        """Take one more away."""
        codes = tuple(dict.fromkeys((*self.taken[kind], code)))
        return Scenario({**self.taken, kind: codes}, self.at)

    def without(self, kind: str, code: str) -> "Scenario":
        """Put one back."""
        codes = tuple(each for each in self.taken[kind] if each != code)
        return Scenario({**self.taken, kind: codes}, self.at)


def read_scenario(told: Mapping[str, Iterable[str]], at: date) -> Scenario:
    """Read a scenario from an address. Raises BadInput where it takes too much away."""
    taken = {
        kind: tuple(dict.fromkeys(text.strip() for text in told.get(kind, ()) if text.strip()))
        for kind in KINDS
    }
    if sum(map(len, taken.values())) > MOST:
        raise BadInput("一次最多移除 %(most)s 项。", most=MOST)
    for kind in ("supply", "trade"):
        for text in taken[kind]:
            split(text)
    return Scenario(taken, at)


def split(text: str) -> tuple[str, str]:
    """Return the two codes of a link. Raises BadInput."""
    start, arrow, end = text.partition(ARROW)
    if not arrow or not start or not end:
        raise BadInput("供应关系应写成“供应方编码 → 采购方编码”。")
    return start, end
