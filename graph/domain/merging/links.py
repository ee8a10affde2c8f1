"""Which links of the record that goes move to the one that stays, and which stand there already."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from graph.schema import CONTROLLED_BY, IN_GROUP, LOCATED_IN

ONE_END = frozenset({LOCATED_IN.name, IN_GROUP.name, CONTROLLED_BY.name})
"""Types of which a source states one at a time: another end contradicts, it does not add."""
PLACE = LOCATED_IN.name

Identity = tuple[str, str, str, str, str]


@dataclass(frozen=True)
class Tie:
    """A relationship of an enterprise: ``part`` is ``Start-TYPE-End``, ``is_start`` its own end.

    ``other`` is the key of the node at the other end.
    """

    part: str
    is_start: bool
    other: str
    values: Mapping[str, Any]

    @property
    def type(self) -> str:
        """Return the type of the relationship."""
        return self.part.split("-")[1]

    @property
    def other_label(self) -> str:
        """Return the label at the other end."""
        return self.part.split("-")[2 if self.is_start else 0]

    @property
    def identity(self) -> Identity:
        """Name what is stated, whatever is said about it: ends, source, traded product."""
        return identity_of(self.part, self.is_start, self.other, self.values)

    @property
    def version(self) -> tuple[Identity, str]:
        """Name one version of what is stated."""
        return (*self.identity[:2], self.other, *self.identity[3:]), self._start

    @property
    def _start(self) -> str:
        return self.values.get("valid_from") or ""


@dataclass(frozen=True)
class Moves:
    """``moved`` go to the one that stays; ``kept`` are set aside, for undoing brings them back.

    ``taken`` are links of the one that stays that give way to those of the other.
    """

    moved: tuple[Tie, ...]
    kept: tuple[Tie, ...]
    taken: tuple[Tie, ...] = ()


def identity_of(part: str, is_start: bool, other: str, values: Mapping[str, Any]) -> Identity:
    """Name what a link states."""
    end = "" if part.split("-")[1] in ONE_END else other
    return part, str(int(is_start)), end, values.get("source") or "", values.get("product") or ""


def plan_moves(
    stays: str, staying: Collection[Tie], going: Iterable[Tie], *, takes_place: bool
) -> Moves:
    """Sort the links of the record that goes.

    What the one that stays is said to have by the same source stands and is not doubled; a link
    between the two would lead to itself. With ``takes_place`` the place of the one that goes holds.
    """
    taken = tuple(tie for tie in staying if takes_place and tie.type == PLACE)
    standing = {tie.identity for tie in staying if tie not in taken}
    moved: list[Tie] = []
    kept: list[Tie] = []
    for tie in going:
        is_own = tie.other_label == "Enterprise" and tie.other == stays
        is_placed = tie.type == PLACE and not takes_place and any(s.type == PLACE for s in staying)
        aside = is_own or is_placed or tie.identity in standing
        (kept if aside else moved).append(tie)
    return Moves(tuple(moved), tuple(kept), taken)


def plan_return(moves: Moves, standing: Iterable[Tie]) -> tuple[list[Tie], list[Tie]]:
    """Return the moved links as they stand now, to go back, and the taken ones to be given back.

    What was removed since stays removed; what changed since goes back changed.
    """
    there: dict[tuple[Identity, str], list[Tie]] = defaultdict(list)
    for tie in standing:
        there[tie.version].append(tie)
    back = [
        tie for version in {tie.version for tie in moves.moved} for tie in there.pop(version, ())
    ]
    held = {tie.identity for ties in there.values() for tie in ties}
    return back, [tie for tie in moves.taken if tie.identity not in held]
