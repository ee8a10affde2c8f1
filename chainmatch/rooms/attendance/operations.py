"""What can be done with parties."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from chainmatch import audit
from chainmatch.conference.party_rights import acts_for, find_own_party
from chainmatch.conference.view import load_whole
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.clock import instant_text
from graph.domain.conference.parties import Delegate, Party, PartyState
from graph.domain.conference.phases import TAKES_ANSWERS
from graph.domain.notice import Notice, NoticeKind
from graph.errors import BadInput, Conflict
from graph.messages import Message, message
from graph.store import Store
from graph.store.conference import parties
from graph.store.post.notices import notify_enterprise

ANSWERABLE = frozenset({PartyState.CONFIRMED, PartyState.DECLINED})
OPEN = frozenset({PartyState.LISTED, PartyState.INVITED})


def add_enterprises(
    store: Store, *, actor: Account, code: str, enterprises: Sequence[str], now: datetime
) -> int:
    """Add enterprises to the first session; return how many are new. Raises BadInput: none."""
    if not enterprises:
        raise BadInput("请至少选择一家企业。")
    whole = load_whole(store, code)
    known = {each.enterprise for each in whole.parties}
    first = {
        "group": whole.groups[0].id if whole.groups else "",
        "session": whole.sessions[0].id if whole.sessions else "",
    }
    rows = [(each, first) for each in dict.fromkeys(enterprises) if each not in known]
    added = parties.add_parties(store, code, rows)
    after = {"added": added.created}
    _record(store, actor, Verb.CONFERENCE_PARTIES, code, now, after)
    return added.created


def invite(
    store: Store, *, actor: Account, code: str, party_ids: Sequence[str], now: datetime
) -> int:
    """Invite parties that were not yet, and tell their people. Return how many."""
    whole = load_whole(store, code)
    done = parties.set_states(
        store, code, party_ids, PartyState.INVITED, only_from={PartyState.LISTED}
    )
    for party_id in done:
        _tell(
            store,
            whole.party[party_id],
            message("会务邀请您参加“%(name)s”，请确认。", name=whole.conference.name),
            now,
        )
    _record(store, actor, Verb.CONFERENCE_PARTIES, code, now, {"invited": len(done)})
    return len(done)


def announce(store: Store, *, actor: Account, code: str, text: str, now: datetime) -> int:
    """Tell all who come something, at once. Return how many parties. Raises BadInput: nothing."""
    if not text:
        raise BadInput("请填写通知内容。")
    whole = load_whole(store, code)
    coming = [each for each in whole.parties if each.is_coming]
    words = message("“%(name)s”会务通知：%(text)s", name=whole.conference.name, text=text)
    path, key = f"/conferences/{code}", f"announcement:{code}:{instant_text(now)}"
    for party in coming:
        notice = Notice(NoticeKind.CONFERENCE, words, path, key)
        notify_enterprise(store, party.enterprise, notice, at=now)
    _record(store, actor, Verb.CONFERENCE_PARTIES, code, now, {"announced": text})
    return len(coming)


def change_state(
    store: Store, *, actor: Account, party_id: str, version: int, state: PartyState, now: datetime
) -> None:
    """Confirm, decline or cancel; a second click changes nothing. Raises NotFound, Conflict."""
    party = find_own_party(store, actor, party_id)
    if party.state == state:
        return
    if not actor.can_review:
        _check_open(store, party)
        if state not in ANSWERABLE:
            raise Conflict("这一步由会务来做。")
    changed = replace(party, state=state, version=version)
    parties.change_party(store, changed, acted_by=acts_for(actor, party), at=now)
    _record_party(store, actor, party, now, {"state": state.value})


def answer(
    store: Store,
    *,
    actor: Account,
    party_id: str,
    version: int,
    delegates: Sequence[Delegate],
    present: Iterable[str],
    now: datetime,
) -> None:
    """Say who comes and when; slots not in ``present`` are not. A second click changes nothing.

    Raises NotFound, Conflict, BadInput.
    """
    party = find_own_party(store, actor, party_id)
    if not actor.can_review:
        _check_open(store, party)
    whole = load_whole(store, party.conference)
    absent = frozenset(whole.slot) - frozenset(present)
    if len(absent) == len(whole.slot):
        raise BadInput("至少要有一个可参会的时段；不能来请选择“谢绝”。")
    changed = replace(party, delegates=tuple(delegates), absent=absent)
    if changed == party and party.answered_at:
        return
    changed = replace(changed, version=version)
    parties.change_party(store, changed, acted_by=acts_for(actor, party), is_answer=True, at=now)
    after = {"delegates": len(delegates), "absent": len(absent)}
    _record_party(store, actor, party, now, after)


def place(store: Store, *, actor: Account, changed: Party, now: datetime) -> None:
    """Put a party into a group and session, with its cap; a second click changes nothing.

    Raises BadInput, NotFound, Conflict.
    """
    before = parties.find_party(store, changed.id)
    if replace(changed, version=before.version) == before:
        return
    whole = load_whole(store, before.conference)
    if changed.group not in whole.group or changed.session not in whole.session:
        raise BadInput("请选择分组和专场。")
    if changed.own_table and changed.own_table not in whole.table:
        raise BadInput("没有这张桌子。")
    parties.change_party(store, changed, acted_by=before.acted_by, at=now)
    after = {"group": whole.group[changed.group].name, "cap": changed.cap}
    _record_party(store, actor, before, now, after)


def _check_open(store: Store, party: Party) -> None:
    if load_whole(store, party.conference).conference.phase not in TAKES_ANSWERS:
        raise Conflict("填报已经截止，如需修改请联系会务。")


def _tell(store: Store, party: Party, words: Message, now: datetime) -> None:
    notice = Notice(
        NoticeKind.CONFERENCE, words, f"/parties/{party.id}", f"conference:{party.conference}"
    )
    notify_enterprise(store, party.enterprise, notice, at=now)


def _record_party(store: Store, actor: Account, party: Party, now: datetime, after: dict) -> None:
    whose = {**after, "party": party.enterprise, "acted_for": acts_for(actor, party) != ""}
    _record(store, actor, Verb.CONFERENCE_PARTY, party.conference, now, whose)


def _record(
    store: Store, actor: Account, verb: Verb, code: str, now: datetime, after: dict
) -> None:
    audit.record(store, actor=actor, verb=verb, subject=code, after=after, at=now)
