"""Tells people of changed lights and of supervision orders."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from graph.domain.account import Role
from graph.domain.followup.escalation import Level
from graph.domain.followup.rules import SEVERITY, Colour
from graph.domain.notice import Notice, NoticeKind
from graph.domain.projects.project import Project
from graph.domain.recommendation import Place
from graph.ledger import table
from graph.ledger.listing import show
from graph.messages import Message, message
from graph.store import Store
from graph.store.followup import project_tracks, projects
from graph.store.followup.orders import SupervisionOrder
from graph.store.post.notices import notify, notify_enterprise, notify_roles, notify_unit

KEEPERS = (Role.ORGANIZER, Role.ADMINISTRATOR)
WORRYING = (Colour.YELLOW, Colour.RED, Colour.OFF)
WORDS: Mapping[Colour, Message] = {
    Colour.RED: message("红灯"),
    Colour.YELLOW: message("黄灯"),
    Colour.GREEN: message("绿灯"),
    Colour.OFF: message("移出清单"),
    Colour.NONE: message("不亮灯"),
}
MOST_TOLD = 500
"""So many a day are told one by one, the rest in the sum: a whole ledger may come in."""


def tell_lights(store: Store, *, at: date, now: datetime) -> int:
    """Tell of each light that is not the one told last; return how many changed.

    Those who signed and the responsible unit hear of their project, the keepers of the ledger of
    all changes in one notice. A project that was never told of is told of only where its light is
    not green.
    """
    day = table.find_day(store, at)
    told = project_tracks.find_told_lights(store)
    colours = [SEVERITY[place] for place in day.colours.tolist()]
    lights = {
        track.code: colour
        for track, colour in zip(day.ledger.tracks, colours, strict=True)
        if told.get(track.code) != colour.value
    }
    changed = {
        code: colour for code, colour in lights.items() if told.get(code) or colour in WORRYING
    }
    if changed:
        _tell_keepers(store, changed, now)
        for code in sorted(changed, key=lambda code: -SEVERITY.index(changed[code]))[:MOST_TOLD]:
            _tell_parties(store, code, at, now)
    project_tracks.save_told_lights(store, {code: each.value for code, each in lights.items()})
    return len(changed)


def _tell_keepers(store: Store, changed: Mapping[str, Colour], now: datetime) -> None:
    numbers = Counter(changed.values())
    words = message(
        "%(total)s 个项目的灯色有变化：红灯 %(red)s 个，黄灯 %(yellow)s 个，转好 %(green)s 个",
        total=len(changed),
        red=numbers[Colour.RED],
        yellow=numbers[Colour.YELLOW],
        green=numbers[Colour.GREEN],
    )
    notice = Notice(NoticeKind.PROJECT, words, "/projects?order=light", "project-lights")
    notify_roles(store, KEEPERS, notice, at=now)


def _tell_parties(store: Store, code: str, at: date, now: datetime) -> None:
    track = table.find_track(store, code)
    listed = show(track, at, table.find_book(store, at)) if track else None
    if listed is None:
        return
    reasons = [reason.words for reason in listed.light.reasons][:1]
    name = Place(code, listed.track.name, listed.track.name_en)
    light = WORDS[listed.light.colour]
    words = (
        message("项目“%(project)s”亮%(light)s：%(reason)s", project=name, light=light, reason=each)
        if (each := next(iter(reasons), None))
        else message("项目“%(project)s”转为%(light)s", project=name, light=light)
    )
    notice = Notice(NoticeKind.PROJECT, words, f"/projects/{code}", f"light:{code}")
    _tell_responsible(store, projects.find_project(store, code), notice, now)


def tell_orders(store: Store, orders: Sequence[SupervisionOrder], *, at: datetime) -> None:
    """Tell those who have to answer an order, and its keepers of how many there are."""
    for order in orders:
        project = projects.find_project(store, order.project)
        name = Place(project.code, project.name, project.name_en)
        template = _TALK if order.level == Level.TALK else _ORDER
        words = message(template.template, project=name, number=order.number, due=order.due)
        key = f"order:{order.id}:{order.level.value}"
        notice = Notice(NoticeKind.ORDER, words, f"/orders/{order.id}", key)
        _tell_responsible(store, project, notice, at)
    if orders:
        talks = sum(order.level == Level.TALK for order in orders)
        words = message(
            "新发督办单 %(orders)s 份，升级约谈 %(talks)s 份",
            orders=len(orders) - talks,
            talks=talks,
        )
        notice = Notice(NoticeKind.ORDER, words, "/orders", "orders")
        notify_roles(store, KEEPERS, notice, at=at)


_ORDER = message("项目“%(project)s”收到督办单 %(number)s，请在 %(due)s 前答复")
_TALK = message("项目“%(project)s”的督办单 %(number)s 未按期答复，升级为约谈，限 %(due)s 前答复")


def _tell_responsible(store: Store, project: Project, notice: Notice, at: datetime) -> None:
    """Tell the responsible unit, those who signed, the contact where written with an address."""
    notify_unit(store, project.unit, notice, at=at)
    for party in project.parties:
        notify_enterprise(store, party.code, notice, at=at)
    notify(store, _addresses(project.contact.split()), notice, at=at)


def _addresses(words: Iterable[str]) -> list[str]:
    return [word.strip("，,;；()（）<>").lower() for word in words if "@" in word]
