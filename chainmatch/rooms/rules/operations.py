"""What can be done with the rules: try them, put them in force."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

import numpy as np

from chainmatch import audit
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import instant_text
from graph.domain.followup.rulebook import Rulebook, check, to_json
from graph.domain.followup.rules import SEVERITY, Colour
from graph.errors import BadInput, Conflict, Forbidden
from graph.ledger import table
from graph.ledger.day import Day
from graph.ledger.listing import ListedProject, show
from graph.store import Store
from graph.store.followup.rulebooks import list_rulebooks, save_rulebook

SHOWN = 20


@dataclass(frozen=True)
class Change:
    """A project whose light would be another."""

    before: ListedProject
    after: ListedProject


@dataclass(frozen=True)
class Preview:
    """What rules would change today: projects by light before and after, and the first of them."""

    before: Mapping[Colour, int]
    after: Mapping[Colour, int]
    total: int
    changes: list[Change]


def preview(store: Store, book: Rulebook, *, at: date) -> Preview:
    """Judge today's projects by other rules. Raises BadInput."""
    check(book)
    day, other = table.find_day(store, at), table.try_book(store, at, book)
    moved = np.flatnonzero((day.colours != other.colours) & day.is_there).tolist()
    tracks = [day.ledger.tracks[place] for place in moved[:SHOWN]]
    changes = [
        Change(before, after)
        for track in tracks
        if (before := show(track, at, day.book)) and (after := show(track, at, book))
    ]
    return Preview(_count(day), _count(other), len(moved), changes)


def put_in_force(
    store: Store, *, actor: Account, book: Rulebook, read: int, today: date, now: datetime
) -> Rulebook:
    """Keep a new version; days before it stay judged as they were.

    ``read`` is the version that was changed. Raises Forbidden, BadInput, Conflict.
    """
    if not actor.can_administer:
        raise Forbidden("只有管理员可以修改亮灯规则。")
    check(book)
    versions = list_rulebooks(store)
    before = versions[-1]
    if before.version != read:
        raise Conflict("您打开之后，规则已被别人修改。请核对最新内容后再操作。")
    if book.since < max(today.isoformat(), before.since):
        raise BadInput("新规则不能从过去的日期开始执行：已经通报的灯色不应改变。")
    made = replace(book, version=before.version + 1, by=actor.email, at=instant_text(now))
    if to_json(made) == to_json(before):
        raise BadInput("规则没有变化。")
    save_rulebook(store, made)
    audit.record(
        store,
        actor=actor,
        verb=Verb.RULES_CHANGED,
        subject=f"{made.version}",
        before={"rules": to_json(before)},
        after={"rules": to_json(made), "since": made.since, "note": made.note},
        at=now,
    )
    return made


def _count(day: Day) -> dict[Colour, int]:
    numbers = np.bincount(day.colours[day.is_there], minlength=len(SEVERITY)).tolist()
    return dict(zip(SEVERITY, numbers, strict=True))
