"""The monthly bulletin (月通报): what stood on a day, kept as it was; texts that people edit."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

TEXTS = ("title", "opening", "ranking", "moved", "late", "closing")
"""What people write, by part of the bulletin."""


class BulletinState(StrEnum):
    """A draft is sent for approval; approved, it is frozen for good."""

    DRAFT = "draft"
    SENT = "sent"
    FROZEN = "frozen"


class Audience(StrEnum):
    """Who may read a frozen bulletin."""

    STAFF = "staff"
    PUBLIC = "public"


@dataclass(frozen=True)
class GroupLine:
    """A district or a unit: projects and yuan as of the day; ``started_before`` as of the last."""

    key: str
    name: str
    name_en: str
    signed: int
    started: int
    producing: int
    contracted: int
    arrived: int
    overdue: int
    signed_before: int = 0
    started_before: int = 0

    @property
    def rate(self) -> float:
        """开工率."""
        return self.started / self.signed if self.signed else 0.0

    @property
    def rise(self) -> float | None:
        """By how much the rate rose since; None where there was none."""
        return self.rate - self.started_before / self.signed_before if self.signed_before else None


@dataclass(frozen=True)
class StageLine:
    """A stage: projects that reached it, that are in it, and the yuan of these."""

    key: str
    name: str
    name_en: str
    reached: int
    present: int
    amount: int


@dataclass(frozen=True)
class MoveLine:
    """A project that entered a stage (or a way out) since the last bulletin."""

    code: str
    name: str
    name_en: str
    unit: str
    before: str
    stage: str
    day: str


@dataclass(frozen=True)
class LateLine:
    """A project behind its plan, with its light; reasons as ``message_to_json`` writes them."""

    code: str
    name: str
    name_en: str
    unit: str
    stage: str
    colour: str
    amount: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Content:
    """All figures of a bulletin. ``figures`` and ``before``: (numerator, denominator) by name.

    ``since`` is the day of the bulletin before; ``moved_total`` and ``late_total`` count also
    what is not listed; ``orders`` counts supervision orders: issued since, open, talks;
    ``names`` are those of the districts on the map, Chinese and English; ``fresh`` counts the
    projects that were signed, started and began to produce since.
    """

    at: str
    since: str
    figures: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    before: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    lights: Mapping[str, int] = field(default_factory=dict)
    lights_before: Mapping[str, int] = field(default_factory=dict)
    orders: Mapping[str, int] = field(default_factory=dict)
    stages: tuple[StageLine, ...] = ()
    districts: tuple[GroupLine, ...] = ()
    units: tuple[GroupLine, ...] = ()
    moved: tuple[MoveLine, ...] = ()
    moved_total: int = 0
    late: tuple[LateLine, ...] = ()
    late_total: int = 0
    names: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    fresh: Mapping[str, int] = field(default_factory=dict)

    @property
    def signed(self) -> int:
        """All projects ever signed by the day."""
        return self.figures["start"][1]

    @property
    def newly_arrived(self) -> int:
        """Yuan that arrived since the bulletin before; less than 0 where more was taken back."""
        return self.figures["funds"][0] - self.before["funds"][0]


@dataclass(frozen=True)
class Bulletin:
    """An edition of a month's bulletin. Instants are ISO texts in UTC, empty where not yet.

    ``version`` counts the changes of a draft; ``corrects`` is the id of the edition before and
    ``reason`` why it was corrected, or why it was sent back; ``checksum`` stands from freezing on.
    """

    id: str
    month: str
    edition: int
    content: Content
    texts: Mapping[str, str]
    state: BulletinState = BulletinState.DRAFT
    audience: Audience = Audience.STAFF
    version: int = 1
    corrects: str = ""
    reason: str = ""
    created_by: str = ""
    created_at: str = ""
    sent_by: str = ""
    sent_at: str = ""
    frozen_by: str = ""
    frozen_at: str = ""
    checksum: str = ""
    source: str = ""

    @property
    def is_frozen(self) -> bool:
        """Approved: nothing of it changes any more."""
        return self.state == BulletinState.FROZEN

    @property
    def is_intact(self) -> bool:
        """Whether a frozen one still says what was approved."""
        return self.checksum == checksum(self)


def bulletin_id(month: str, edition: int) -> str:
    """Name an edition: its month as ``2026-10``, editions from 1."""
    return f"{month}-{edition}"


def checksum(bulletin: Bulletin) -> str:
    """Return the SHA-256 of what was approved: month, edition, texts and figures."""
    told = [bulletin.month, bulletin.edition, dict(bulletin.texts), asdict(bulletin.content)]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def content_to_json(content: Content) -> str:
    """Write the figures as one text."""
    return json.dumps(asdict(content), ensure_ascii=False, separators=(",", ":"))


def content_from_json(text: str) -> Content:
    """Read what ``content_to_json`` wrote."""
    told: dict[str, Any] = json.loads(text)
    late = [{**each, "reasons": tuple(each["reasons"])} for each in told["late"]]
    pairs = {
        name: {key: (above, below) for key, (above, below) in told[name].items()}
        for name in ("figures", "before")
    }
    return Content(
        **{
            **told,
            **pairs,
            "names": {
                code: (chinese, english) for code, (chinese, english) in told["names"].items()
            },
            "stages": tuple(StageLine(**each) for each in told["stages"]),
            "districts": tuple(GroupLine(**each) for each in told["districts"]),
            "units": tuple(GroupLine(**each) for each in told["units"]),
            "moved": tuple(MoveLine(**each) for each in told["moved"]),
            "late": tuple(LateLine(**each) for each in late),
        }
    )
