"""What the address asks for: two days, one part of the map, a kind and a way."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from werkzeug.datastructures import MultiDict

from chainmatch.choosing.cursors import read_cursor
from chainmatch.known_days import parse_day
from graph.domain.history.difference import LATEST, Ground, Span, Way
from graph.errors import NotFound
from graph.store.history.differences import KINDS

LONGEST = 200


@dataclass(frozen=True)
class Asked:
    """The comparison as it was asked for; without two days there is none yet."""

    one: date | None
    two: date
    ground: Ground | None = None
    code: str = ""
    by: str = ""
    kind: str = ""
    way: Way = Way.CAME
    after: str = ""

    @property
    def span(self) -> Span | None:
        """The two days in their order."""
        if self.one is None:
            return None
        one, two = sorted((self.one, self.two))
        return Span(one.isoformat(), two.isoformat(), self.ground, self.code)

    @property
    def address(self) -> dict[str, Any]:
        """The parameters that make this comparison, to send and to go on from."""
        told: dict[str, Any] = {"from": self.one, "to": self.two, "by": self.by or None}
        if self.ground:
            told[self.ground.value] = self.code
        return told


def read_asked(args: MultiDict[str, str], *, today: date) -> Asked:
    """Read an address; odd counts as not said.

    Raises BadInput (a date), NotFound (a kind, a page that there is not).
    """

    def said(name: str) -> str:
        return args.get(name, "").strip()[:LONGEST]

    if said("kind") and said("kind") not in KINDS:
        raise NotFound("没有“%(kind)s”这种数据，请从对比结果里打开。", kind=said("kind"))
    ground = next((each for each in Ground if said(each)), None)
    return Asked(
        _day(said("from")),
        _day(said("to")) or today,
        ground,
        said(ground) if ground else "",
        said("by") if said("by") in set(Ground) else "",
        said("kind") or KINDS[0],
        Way(said("way")) if said("way") in set(Way) else Way.CAME,
        read_cursor(args.get("after", ""), str, ""),
    )


def before(day: date, days: int) -> date:
    """Return the day that lies so many days before another."""
    return day - timedelta(days=days)


def _day(text: str) -> date | None:
    return min(parse_day(text), LATEST) if text else None
