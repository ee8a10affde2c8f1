"""What speaks for and against two records being one enterprise, and what people decided."""

from dataclasses import dataclass
from enum import StrEnum


class Clue(StrEnum):
    """What agrees or contradicts between two records."""

    SAME_NAME = "same_name"
    SHORT_NAME = "short_name"
    SAME_CORE = "same_core"
    SAME_REST = "same_rest"
    SAME_SOUND = "same_sound"
    NEAR_NAME = "near_name"
    SAME_CREDIT_CODE = "same_credit_code"
    SAME_WEBSITE = "same_website"
    SAME_REGION = "same_region"
    SAME_POINT = "same_point"
    SHARED_PRODUCTS = "shared_products"
    OTHER_FORM = "other_form"
    OTHER_PLACE = "other_place"
    OTHER_CREDIT_CODE = "other_credit_code"
    OTHER_STOCK_CODE = "other_stock_code"
    OTHER_WEBSITE = "other_website"
    OTHER_REGION = "other_region"
    OTHER_KIND = "other_kind"
    TRADE = "trade"


AGREEING = frozenset(
    clue for clue in Clue if list(Clue).index(clue) < list(Clue).index(Clue.OTHER_FORM)
)
"""The rest contradicts."""


@dataclass(frozen=True)
class Likeness:
    """How likely two records are one: 0 to 100, with what agrees and what contradicts."""

    score: int
    clues: tuple[Clue, ...]

    @property
    def agreeing(self) -> tuple[Clue, ...]:
        """List what speaks for it."""
        return tuple(clue for clue in self.clues if clue in AGREEING)

    @property
    def contradicting(self) -> tuple[Clue, ...]:
        """List what speaks against it."""
        return tuple(clue for clue in self.clues if clue not in AGREEING)


@dataclass(frozen=True)
class Candidate:
    """Two records, by code, that may be one."""

    one: str
    other: str
    likeness: Likeness

    @property
    def pair(self) -> str:
        """Name the two, whichever is told first."""
        return pair_of(self.one, self.other)


class Decision(StrEnum):
    """What a person said of a pair."""

    DISTINCT = "distinct"
    LATER = "later"


@dataclass(frozen=True)
class Verdict:
    """A decision on record; ``one`` and ``other`` are the codes of that day."""

    one: str
    other: str
    decision: Decision
    by: str
    at: str
    note: str = ""


def pair_of(one: str, other: str) -> str:
    """Name a pair of records."""
    return "\n".join(sorted((one, other)))
