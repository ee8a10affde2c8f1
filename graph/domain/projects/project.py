"""A signed project as people keep it. Money is whole yuan, days are ISO texts."""

from dataclasses import dataclass
from enum import StrEnum

from graph.domain.recommendation import Place


class PartyRole(StrEnum):
    """引资方 brings the money here, 投资方 brings the money, and a partner."""

    HOST = "host"
    INVESTOR = "investor"
    PARTNER = "partner"


class Agreement(StrEnum):
    """框架协议 and 合同 are kept apart."""

    FRAMEWORK = "framework"
    CONTRACT = "contract"


class SigningKind(StrEnum):
    """The first signing, an upgrade (framework to contract), an increase (增资)."""

    FIRST = "first"
    UPGRADE = "upgrade"
    INCREASE = "increase"


@dataclass(frozen=True)
class Party:
    """An enterprise that signed."""

    code: str
    name: str
    name_en: str
    role: PartyRole


@dataclass(frozen=True)
class Signing:
    """One signing; ``amount`` is what it states: of an increase, the increment alone."""

    id: str
    kind: SigningKind
    date: str
    amount: int
    agreement: Agreement
    event: str = ""


@dataclass(frozen=True)
class Arrival:
    """Funds that arrived on a day; a correction has a negative amount and its note."""

    id: str
    date: str
    amount: int
    note: str = ""
    by: str = ""
    at: str = ""


class Change(StrEnum):
    """What a milestone record says: a stage was entered, or is planned for a day."""

    STAGE = "stage"
    PLAN = "plan"


@dataclass(frozen=True)
class Milestone:
    """One change, never overwritten: who, when, before, after.

    STAGE: ``stage`` was entered on ``date``; ``before`` is the stage left. PLAN: ``stage`` is
    planned for ``date`` (empty: no more), known from ``effective`` on; ``before`` is the day
    planned until then. ``number`` counts the changes of a project.
    """

    id: str
    number: int
    change: Change
    stage: str
    date: str
    effective: str
    before: str = ""
    reason: str = ""
    skipped: tuple[str, ...] = ()
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class Problem:
    """What stands in a project's way, until it is struck off (销号) with how it was solved."""

    id: str
    text: str
    opened: str
    unit: str = ""
    due: str = ""
    closed: str = ""
    solution: str = ""
    by: str = ""
    closed_by: str = ""


class ReportState(StrEnum):
    """What an enterprise reports counts once the organizer has looked at it."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True)
class Report:
    """News of a project: ``progress`` in points of 100, None where not told.

    Only accepted reports count in lights; ``reason`` says why one was refused.
    """

    id: str
    date: str
    text: str
    progress: int | None = None
    by: str = ""
    at: str = ""
    state: ReportState = ReportState.ACCEPTED
    reason: str = ""
    reviewed_by: str = ""


@dataclass(frozen=True)
class EvidenceFile:
    """A file that shows that a stage was reached; ``kind`` is an EvidenceKind's value."""

    id: str
    sha256: str
    name: str
    size: int
    stage: str
    kind: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True)
class Project:
    """The card of a project; its histories are read apart.

    ``total`` is the whole investment; ``required`` yuan are to have arrived by ``required_by``.
    ``version`` counts the changes: who changes a project says which one was read. ``places``:
    chain node, region, origin (conference, meeting or request) where there is one.
    """

    code: str
    name: str
    name_en: str = ""
    total: int = 0
    required: int = 0
    required_by: str = ""
    unit: str = ""
    contact: str = ""
    leader: str = ""
    event: str = ""
    summary: str = ""
    source: str = ""
    version: int = 0
    node: Place | None = None
    region: Place | None = None
    origin: Place | None = None
    parties: tuple[Party, ...] = ()
