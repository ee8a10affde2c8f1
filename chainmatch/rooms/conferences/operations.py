"""What can be done with a conference."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from chainmatch import audit
from chainmatch.conference.publishing import ask_outcomes
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.conference.conference import Conference, Hall, PartyGroup, ThemedSession
from graph.domain.conference.phases import ASKS_OUTCOMES, Phase, check_step, is_later
from graph.errors import BadInput, NotFound
from graph.store import Store
from graph.store.conference import conference_rooms, conferences, parties

FIRST_HALL = "主会场"
FIRST_SESSION = "全场"
SELLERS, BUYERS, EVERYBODY = "供给方", "需求方", "参会企业"


def make_conference(
    store: Store, *, actor: Account, draft: Conference, layout: str, tables: int, now: datetime
) -> str:
    """Make a conference that can be used at once: a hall, a session, groups. Returns its code.

    Raises BadInput where its times make no sense.
    """
    made = replace(draft, code=uuid4().hex[:12], created_by=actor.email)
    conferences.create_conference(store, made, at=now)
    hall = Hall(uuid4().hex, FIRST_HALL, "A", tables)
    conference_rooms.save_hall(store, made.code, hall, at=now)
    session = ThemedSession(uuid4().hex, FIRST_SESSION, hall.id)
    conference_rooms.save_session(store, made.code, session, at=now)
    for group in _first_groups(layout):
        conference_rooms.save_group(store, made.code, group, at=now)
    _record(store, actor, Verb.CONFERENCE_MADE, made.code, now, name=made.name)
    return made.code


def change_conference(
    store: Store, *, actor: Account, before: Conference, after: Conference, now: datetime
) -> None:
    """Change what a conference says. Raises BadInput, Conflict."""
    based_on = replace(before, version=after.version)
    conferences.change_conference(store, based_on, after, at=now)
    changed = {
        name: getattr(after, name)
        for name in vars(after)
        if name != "version" and getattr(before, name) != getattr(after, name)
    }
    texts = {name: str(value) for name, value in changed.items()}
    _record(store, actor, Verb.CONFERENCE_CHANGED, before.code, now, **texts)


def change_phase(
    store: Store, *, actor: Account, code: str, phase: Phase, reason: str, now: datetime
) -> None:
    """Go one phase on, or back with a reason. Raises Conflict, BadInput."""
    conference = conferences.find_conference(store, code)
    check_step(conference.phase, phase, reason)
    _check_ready(store, conference, phase)
    conferences.set_phase(store, conference, phase, at=now)
    if phase in ASKS_OUTCOMES and is_later(phase, conference.phase):
        ask_outcomes(store, code, is_later=phase == Phase.FOLLOWED_UP, now=now)
    _record(
        store,
        actor,
        Verb.CONFERENCE_PHASE,
        code,
        now,
        before=conference.phase.value,
        phase=phase.value,
        reason=reason.strip(),
    )


def save_hall(
    store: Store, *, actor: Account, code: str, version: int, hall: Hall, now: datetime
) -> None:
    """Save a hall; an empty id makes a new one. Raises BadInput, Conflict."""
    known = {each.id for each in conference_rooms.list_halls(store, code)}
    saved = replace(hall, id=_known(hall.id, known))
    conference_rooms.save_hall(store, code, saved, version=version, at=now)
    changed = {"hall": hall.name, "tables": str(hall.tables)}
    _record(store, actor, Verb.CONFERENCE_CHANGED, code, now, **changed)


def save_session(
    store: Store, *, actor: Account, code: str, version: int, session: ThemedSession, now: datetime
) -> None:
    """Save a themed session; an empty id makes a new one. Raises BadInput, Conflict."""
    known = {each.id for each in conference_rooms.list_sessions(store, code)}
    if session.ends and session.ends <= session.starts:
        raise BadInput("专场的结束应晚于开始。")
    saved = replace(session, id=_known(session.id, known))
    conference_rooms.save_session(store, code, saved, version=version, at=now)
    _record(store, actor, Verb.CONFERENCE_CHANGED, code, now, session=session.name)


def save_group(
    store: Store, *, actor: Account, code: str, version: int, group: PartyGroup, now: datetime
) -> None:
    """Save a group; an empty id makes a new one. Raises NotFound."""
    known = {each.id for each in conference_rooms.list_groups(store, code)}
    group_id = _known(group.id, known)
    meets = tuple(group_id if each == "" else each for each in group.meets)
    saved = replace(group, id=group_id, meets=tuple({*meets} & {*known, group_id}))
    conference_rooms.save_group(store, code, saved, version=version, at=now)
    _record(store, actor, Verb.CONFERENCE_CHANGED, code, now, group=group.name)


def close_slots(
    store: Store, *, actor: Account, code: str, version: int, closed: Sequence[str], now: datetime
) -> None:
    """Keep these slots free of meetings. Raises Conflict."""
    conferences.close_slots(store, code, closed, version=version, at=now)
    _record(store, actor, Verb.CONFERENCE_CHANGED, code, now, closed="，".join(closed))


def remove(
    store: Store,
    *,
    actor: Account,
    code: str,
    version: int,
    kind: str,
    thing: str,
    now: datetime,
) -> None:
    """Remove a hall, session or group that nobody is in. Raises NotFound, Conflict."""
    lists, removes = {
        "hall": (conference_rooms.list_halls, conference_rooms.remove_hall),
        "session": (conference_rooms.list_sessions, conference_rooms.remove_session),
        "group": (conference_rooms.list_groups, conference_rooms.remove_group),
    }.get(kind, (None, None))
    if lists is None or removes is None or thing not in {each.id for each in lists(store, code)}:
        raise NotFound("要删除的内容不存在，可能已被移除。")
    removes(store, code, thing, version=version, at=now)
    _record(store, actor, Verb.CONFERENCE_CHANGED, code, now, removed=kind)


def _check_ready(store: Store, conference: Conference, phase: Phase) -> None:
    """Refuse to collect wishes before there is anybody to wish for."""
    if phase == Phase.WISHES and not parties.list_parties(store, conference.code):
        raise BadInput("还没有参会企业，请先导入或添加企业，再开始征集意愿。")


def _first_groups(layout: str) -> list[PartyGroup]:
    if layout == "one":
        everybody = uuid4().hex
        return [PartyGroup(everybody, EVERYBODY, None, (everybody,))]
    buyers = PartyGroup(uuid4().hex, BUYERS)
    return [buyers, PartyGroup(uuid4().hex, SELLERS, None, (buyers.id,))]


def _known(thing: str, known: set[str]) -> str:
    if thing and thing not in known:
        raise NotFound("要修改的内容不存在，可能已被移除。")
    return thing or uuid4().hex


def _record(
    store: Store, actor: Account, verb: Verb, code: str, now: datetime, **after: str
) -> None:
    audit.record(store, actor=actor, verb=verb, subject=code, after=after, at=now)
