"""What differs between two days: what came, what went, what is told otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

LATEST = date(9998, 12, 31)
"""The day before which every link ends that holds for ever."""


class Way(StrEnum):
    """A link holds on the later day only, on the earlier only, or on both and says otherwise.

    A node came or went where it has links that hold on one of the days only.
    """

    CAME = "came"
    WENT = "went"
    CHANGED = "changed"


class Ground(StrEnum):
    """By what differences are counted, or to what they are narrowed."""

    CHAIN = "chain"
    REGION = "region"
    INDUSTRY = "industry"


@dataclass(frozen=True)
class Span:
    """Two days (ISO dates, ``one`` before ``two``); one chain, region or industry, or the map."""

    one: str
    two: str
    ground: Ground | None = None
    code: str = ""


@dataclass(frozen=True)
class Counts:
    """How many came, went and changed."""

    came: int = 0
    went: int = 0
    changed: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.came + self.went + self.changed

    def of(self, way: Way) -> int:
        """Return the count of one way."""
        return {Way.CAME: self.came, Way.WENT: self.went, Way.CHANGED: self.changed}[way]


NONE = Counts()


@dataclass(frozen=True)
class Share:
    """A chain, region or industry with its part of what differs."""

    code: str
    name: str
    name_en: str
    links: Counts
    enterprises: Counts


@dataclass(frozen=True)
class Difference:
    """``kinds`` counts by label (Enterprise, ChainNode) and link type; ``months`` are (month,
    links that came, links that went) in order, months without any left out."""

    kinds: Mapping[str, Counts]
    months: Sequence[tuple[str, int, int]] = field(default=())

    @property
    def is_none(self) -> bool:
        """Whether nothing differs."""
        return not any(counts.total for counts in self.kinds.values())


@dataclass(frozen=True)
class Bar:
    """A stretch of time in a chart: its first month, and how many links came and went."""

    label: str
    came: int
    went: int


STRETCHES = (1, 3, 6, 12)
MOST_BARS = 24


def bars(months: Sequence[tuple[str, int, int]]) -> list[Bar]:
    """Put months together into at most MOST_BARS stretches of 1, 3, 6 or 12 months (or years).

    Stretches begin where the calendar's quarters, halves and years do; empty ones are bars too.
    """
    if not months:
        return []
    first, last = _number(months[0][0]), _number(months[-1][0])
    fitting = (size for size in STRETCHES if last // size - first // size < MOST_BARS)
    size = next(fitting, 12 * ((last - first) // (12 * MOST_BARS) + 1))
    came: dict[int, int] = {}
    went: dict[int, int] = {}
    for month, more, less in months:
        place = _number(month) // size
        came[place] = came.get(place, 0) + more
        went[place] = went.get(place, 0) + less
    return [
        Bar(_label(place * size, size), came.get(place, 0), went.get(place, 0))
        for place in range(first // size, last // size + 1)
    ]


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _label(number: int, size: int) -> str:
    year, month = divmod(number, 12)
    return f"{year:04d}" if size >= STRETCHES[-1] else f"{year:04d}-{month + 1:02d}"
