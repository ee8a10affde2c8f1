"""What a recommendation is: a partner, a score, and the reasons for both."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from graph.domain.enterprise import Enterprise
from graph.messages import Message


class PartnerRole(StrEnum):
    """What the partner is to the one who asks: 供应商, 客户, 同行, 院所."""

    SUPPLIER = "supplier"
    CUSTOMER = "customer"
    PEER = "peer"
    INSTITUTE = "institute"


class PlaceKind(StrEnum):
    """What stands at one end of a step."""

    ENTERPRISE = "enterprise"
    NODE = "node"
    INDUSTRY = "industry"


@dataclass(frozen=True)
class Place:
    """An enterprise, a chain node or an industry on a path."""

    code: str
    name: str
    name_en: str = ""
    kind: PlaceKind = PlaceKind.NODE

    def __str__(self) -> str:
        return self.name


class Step(NamedTuple):
    """One link of a path, walked from ``start`` to ``end``.

    ``forward`` tells whether the link itself points that way. ``strength`` (0–1) is what the step
    keeps of the path's strength; ``method`` and ``score`` are those of a computed bridge (NEAR);
    ``share`` is the product's share of its maker's sales, where told.
    """

    link: str
    start: Place
    end: Place
    forward: bool = True
    strength: float = 1.0
    source: str = ""
    as_of: str = ""
    confidence: float = 1.0
    method: str = ""
    score: float | None = None
    share: float | None = None


class Doubt(NamedTuple):
    """Why a path may deceive, and the part of its strength (0–1) that it keeps all the same."""

    name: str
    kept: float
    reason: Message


@dataclass(frozen=True)
class Path:
    """A reason: the steps from the one who asks to the partner. ``route`` names its kind.

    ``doubt`` is the gravest that its names and shares raise, None where they raise none.
    """

    route: str
    steps: tuple[Step, ...]
    strength: float
    doubt: Doubt | None = None

    @property
    def end(self) -> Place:
        """The partner."""
        return self.steps[-1].end

    @property
    def meeting_place(self) -> Place:
        """Where the partner comes in: the node it makes, the industry it is in, its customer."""
        return self.steps[-1].start

    @property
    def first_place(self) -> Place:
        """Where the path leaves the one who asks: its product, industry or partner."""
        return self.steps[0].end


@dataclass(frozen=True)
class FeatureValue:
    """One thing that counts for the rank: ``value`` from 0 to 1, and what it means in words.

    ``weight`` is the part of the score that the ranker gives it.
    """

    name: str
    label: Message
    value: float
    reason: Message
    weight: float = 0.0


@dataclass(frozen=True)
class Recommendation:
    """A partner with its ``score`` (0–1) and ``rank`` (from 1), features and paths, best first.

    A newcomer stands where it does by turn, not by its score: see ``graph.recommend.newcomers``.
    """

    partner: Enterprise
    score: float
    features: tuple[FeatureValue, ...]
    paths: tuple[Path, ...]
    rank: int = 0
    district: str = ""
    district_en: str = ""
    is_known: bool = False
    is_newcomer: bool = False


@dataclass(frozen=True)
class Wish:
    """What is asked for. Empty filters let everything pass; ``at`` is an ISO date.

    Of the ``most`` first, ``top`` are explained, after the first ``skip``.
    ``exclude_known`` leaves out who trades with the asker already, either way.
    """

    role: PartnerRole
    at: str
    region: str = ""
    chain: str = ""
    size: str = ""
    exclude_known: bool = False
    top: int = 20
    skip: int = 0
    most: int = 100


@dataclass(frozen=True)
class RankedList:
    """The answer to a wish: partners in order, and which version of the ranker ordered them.

    ``total`` counts all that there are, at most the wish's ``most``; ``items`` are those asked for.
    ``products`` are those of the asker that paths may start from; with ``has_industry`` and
    ``has_trades`` they let an empty list say what to do next.
    """

    asker: Enterprise
    items: tuple[Recommendation, ...]
    version: str
    products: tuple[Place, ...] = ()
    has_industry: bool = False
    has_trades: bool = False
    total: int = 0
