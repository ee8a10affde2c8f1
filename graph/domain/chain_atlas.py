"""A chain's map as an office publishes it (重点产业链图谱), as it was on a day, by edition."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import StrEnum

from graph.domain.explored import Line, LineKind, Mark, Point, PointKind, View


class AtlasState(StrEnum):
    """A draft is published; what was published can be taken back, and stays for the staff."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True)
class KeyNode:
    """A key node (重点环节) and why it is one."""

    code: str
    reason: str


@dataclass(frozen=True)
class AtlasTexts:
    """What people write; ``directions`` (发展方向) has one on each line."""

    title: str
    summary: str = ""
    directions: str = ""
    key_nodes: tuple[KeyNode, ...] = ()

    @property
    def direction_list(self) -> list[str]:
        """The directions of development, one by one."""
        return [line.strip() for line in self.directions.splitlines() if line.strip()]


@dataclass(frozen=True)
class Atlas:
    """One edition. ``day`` is that of the map, ``view`` the nodes and links of that day.

    ``version`` counts changes of a draft; instants are ISO texts, people their e-mails.
    """

    id: str
    chain: str
    chain_name: str
    chain_name_en: str
    edition: int
    day: str
    view: View
    texts: AtlasTexts
    state: AtlasState = AtlasState.DRAFT
    version: int = 1
    created_by: str = ""
    created_at: str = ""
    changed_by: str = ""
    changed_at: str = ""
    published_by: str = ""
    published_at: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether it can still be changed."""
        return self.state == AtlasState.DRAFT

    @property
    def key_points(self) -> list[tuple[Point, str]]:
        """The key nodes that the map has, each with why it is one."""
        by_code = {point.code: point for point in self.view.points}
        return [
            (by_code[key.code], key.reason) for key in self.texts.key_nodes if key.code in by_code
        ]

    def marked(self, mark: Mark) -> list[Point]:
        """List the nodes with a mark."""
        return [point for point in self.view.points if point.mark == mark]


def atlas_id(chain: str, edition: int) -> str:
    """Name an edition so that the database refuses a second one of its number."""
    return hashlib.sha256(f"{chain}#{edition}".encode()).hexdigest()[:16]


def texts_to_json(texts: AtlasTexts) -> str:
    """Write what people wrote as a text."""
    return json.dumps(asdict(texts), ensure_ascii=False)


def texts_from_json(text: str) -> AtlasTexts:
    """Read what ``texts_to_json`` wrote."""
    told = json.loads(text)
    told["key_nodes"] = tuple(KeyNode(**each) for each in told["key_nodes"])
    return AtlasTexts(**told)


def view_to_json(view: View) -> str:
    """Write a view as a text."""
    told = {"points": [asdict(each) for each in view.points], "lines": _lines(view.lines)}
    return json.dumps(told, ensure_ascii=False)


def view_from_json(text: str) -> View:
    """Read what ``view_to_json`` wrote."""
    told = json.loads(text)
    points = tuple(
        Point(**{**each, "kind": PointKind(each["kind"]), "mark": Mark(each["mark"])})
        for each in told["points"]
    )
    lines = tuple(Line(**{**each, "kind": LineKind(each["kind"])}) for each in told["lines"])
    return View(points, lines)


def _lines(lines: Sequence[Line]) -> list[dict[str, object]]:
    return [asdict(line) for line in lines]
