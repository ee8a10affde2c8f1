"""The phases of a conference, in their order, and what each lets people do."""

from enum import StrEnum

from graph.errors import BadInput, Conflict


class Phase(StrEnum):
    """筹备、征集意愿、截止、排期草案、复核、公布、举行、跟进."""

    PROFILES = "profiles"
    WISHES = "wishes"
    CLOSED = "closed"
    DRAFT = "draft"
    REVIEW = "review"
    PUBLISHED = "published"
    HELD = "held"
    FOLLOWED_UP = "followed_up"


ORDER = tuple(Phase)
TAKES_ANSWERS = frozenset({Phase.PROFILES, Phase.WISHES})
"""Enterprises may confirm, name delegates and say when they can be there."""
TAKES_WISHES = frozenset({Phase.WISHES})
TAKES_TIMETABLES = frozenset({Phase.CLOSED, Phase.DRAFT, Phase.REVIEW, Phase.PUBLISHED})
IS_OUT = frozenset({Phase.PUBLISHED, Phase.HELD, Phase.FOLLOWED_UP})
"""There may be an agenda to see."""
TAKES_OUTCOMES = frozenset({Phase.PUBLISHED, Phase.HELD, Phase.FOLLOWED_UP})
ASKS_OUTCOMES = frozenset({Phase.HELD, Phase.FOLLOWED_UP})
"""Entering these, those who met are asked what came of it."""
LONGEST_REASON = 300


def next_phase(phase: Phase) -> Phase | None:
    """Return what comes next, or None at the end."""
    place = ORDER.index(phase) + 1
    return ORDER[place] if place < len(ORDER) else None


def earlier(phase: Phase) -> tuple[Phase, ...]:
    """List the phases that one may step back to."""
    return ORDER[: ORDER.index(phase)]


def is_later(phase: Phase, other: Phase) -> bool:
    """Whether a phase comes after another."""
    return ORDER.index(phase) > ORDER.index(other)


def check_step(before: Phase, after: Phase, reason: str) -> None:
    """Let pass one step forward, or any back with a reason. Raises Conflict, BadInput."""
    if after == before:
        raise Conflict("会议已经在这个阶段。")
    if is_later(after, before):
        if next_phase(before) != after:
            raise Conflict("阶段只能一步一步向前，请先进入下一阶段。")
        if after == Phase.PUBLISHED:
            raise Conflict("请在时间表页面公布，公布时会议自动进入这个阶段。")
        return
    if not reason.strip():
        raise BadInput("退回之前的阶段要写明原因，会记录在案。")
    if len(reason) > LONGEST_REASON:
        raise BadInput("原因最多 %(most)s 个字。", most=LONGEST_REASON)
