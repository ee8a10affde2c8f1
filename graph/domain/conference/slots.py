"""Slots from days, opening hours and breaks. Times are local, written ``HH:MM``."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from graph.errors import BadInput

Span = tuple[int, int]
"""Minutes after midnight, the end not included."""

HOUR = 60
DAY = 24 * HOUR
MOST_DAYS = 14
MOST_SLOTS = 200
_TIME = re.compile(r"([01]?\d|2[0-4])[:：]([0-5]\d)\Z")
_BREAK_MARKS = re.compile(r"[,，;；、\s]+")
_SPAN_MARKS = re.compile(r"[-–—~～至]")


@dataclass(frozen=True)
class Hours:
    """When meetings may be, the same each day: ``slot`` minutes each, ``turn`` to change over."""

    opens: int
    closes: int
    breaks: tuple[Span, ...] = ()
    slot: int = 20
    turn: int = 5


@dataclass(frozen=True)
class Slot:
    """A stretch of time for one meeting of everybody; ``is_closed``: kept free of meetings."""

    id: str
    day: str
    starts: str
    ends: str
    is_closed: bool = False

    @property
    def moment(self) -> str:
        """Day and start, local: ``2026-12-01T09:00``."""
        return f"{self.day}T{self.starts}"


def parse_time(text: str) -> int:
    """Read ``9:00`` as minutes after midnight. Raises BadInput."""
    found = _TIME.match(text.strip())
    minutes = int(found[1]) * HOUR + int(found[2]) if found else DAY + 1
    if minutes > DAY:
        raise BadInput("“%(text)s”不是时间，请写成 09:00。", text=text)
    return minutes


def time_text(minutes: int) -> str:
    """Write minutes after midnight as ``09:00``."""
    return f"{minutes // HOUR:02d}:{minutes % HOUR:02d}"


def parse_breaks(text: str) -> tuple[Span, ...]:
    """Read ``12:00-13:30，15:30-15:45``. Raises BadInput."""
    joined = re.sub(r"\s*([-–—~～至])\s*", r"\1", text.strip())
    return tuple(sorted(_parse_break(part) for part in _BREAK_MARKS.split(joined) if part))


def _parse_break(text: str) -> Span:
    parts = _SPAN_MARKS.split(text)
    if len(parts) != 2:
        raise BadInput("休息时间“%(text)s”看不懂，请写成 12:00-13:30。", text=text)
    begins, ends = map(parse_time, parts)
    if begins >= ends:
        raise BadInput("休息时间“%(text)s”的结束应晚于开始。", text=text)
    return begins, ends


def breaks_text(breaks: tuple[Span, ...]) -> str:
    """Write breaks as ``parse_breaks`` reads them."""
    return "，".join(f"{time_text(begins)}-{time_text(ends)}" for begins, ends in breaks)


def list_days(starts_on: str, ends_on: str) -> list[str]:
    """List the days from the first to the last. Raises BadInput."""
    first, last = date.fromisoformat(starts_on), date.fromisoformat(ends_on)
    days = (last - first).days + 1
    if days < 1:
        raise BadInput("结束日期不能早于开始日期。")
    if days > MOST_DAYS:
        raise BadInput("会期最多 %(most)s 天。", most=MOST_DAYS)
    return [(first + timedelta(days=number)).isoformat() for number in range(days)]


def derive_slots(conference: str, days: list[str], hours: Hours) -> tuple[Slot, ...]:
    """Cut each day into slots, breaks left free. Raises BadInput where none or too many fit."""
    if hours.slot <= 0 or hours.turn < 0:
        raise BadInput("每场时长应大于 0 分钟，换场时间不能为负。")
    slots = tuple(
        Slot(f"{conference}/{day}T{time_text(begins)}", day, time_text(begins), time_text(ends))
        for day in days
        for begins, ends in _cut(hours)
    )
    if not slots:
        raise BadInput("开放时间里排不下一场会谈，请检查时间、休息和每场时长。")
    if len(slots) > MOST_SLOTS:
        raise BadInput(
            "时段多达 %(count)s 个，最多 %(most)s 个。", count=len(slots), most=MOST_SLOTS
        )
    return slots


def _cut(hours: Hours) -> Iterator[Span]:
    begins = hours.opens
    while begins + hours.slot <= hours.closes:
        ends = begins + hours.slot
        clash = next((each for each in hours.breaks if each[0] < ends and begins < each[1]), None)
        if clash:
            begins = clash[1]
            continue
        yield begins, ends
        begins = ends + hours.turn
