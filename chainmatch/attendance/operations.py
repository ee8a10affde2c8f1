"""What can be done with parties."""

import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import IO

from chainmatch import audit, files
from chainmatch.conference_view import Whole, load_whole
from chainmatch.i18n import translate
from chainmatch.party_rights import acts_for, find_own_party
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.conference.parties import Delegate, Party, PartyState
from graph.domain.conference.phases import TAKES_ANSWERS
from graph.domain.notice import Notice, NoticeKind
from graph.errors import BadInput, Conflict
from graph.exchange.party_rows import PartyRows, read_parties
from graph.exchange.rejects import ENCODING, Reject, write_rejects
from graph.messages import Message, message
from graph.store import Store, parties
from graph.store.notices import notify_enterprise

ANSWERABLE = frozenset({PartyState.CONFIRMED, PartyState.DECLINED})
OPEN = frozenset({PartyState.LISTED, PartyState.INVITED})


@dataclass(frozen=True)
class Imported:
    """What an import of parties did; ``rejects`` is the key of the file of what was left out."""

    created: int
    known: int
    rejected: int
    rejects: str = ""


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


def import_parties(
    store: Store,
    folder: Path,
    *,
    actor: Account,
    code: str,
    name: str,
    stream: IO[bytes],
    limit_mb: int,
    now: datetime,
) -> Imported:
    """Add and update the parties of a file. Raises BadInput where it cannot be used."""
    sha256, _ = files.keep(folder, stream)
    shown = files.shown_name(name)
    found = read_parties(folder / sha256, shown, limit_mb=limit_mb)
    rows, rejects = _resolve(store, load_whole(store, code), found, shown)
    added = parties.add_parties(store, code, rows)
    after = {"file": shown, "added": added.created, "updated": added.known}
    _record(store, actor, Verb.CONFERENCE_PARTIES, code, now, after)
    return Imported(added.created, added.known, len(rejects), _keep_rejects(folder, rejects))


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


def change_state(
    store: Store, *, actor: Account, party_id: str, state: PartyState, now: datetime
) -> Party:
    """Confirm, decline or cancel. Raises NotFound, Conflict."""
    party = find_own_party(store, actor, party_id)
    if not actor.can_review:
        _check_open(store, party)
        if state not in ANSWERABLE:
            raise Conflict("这一步由会务来做。")
    changed = replace(party, state=state)
    parties.change_party(store, changed, acted_by=acts_for(actor, party), at=now)
    _record_party(store, actor, party, now, {"state": state.value})
    return changed


def answer(
    store: Store,
    *,
    actor: Account,
    party_id: str,
    delegates: Sequence[Delegate],
    present: Iterable[str],
    now: datetime,
) -> Party:
    """Say who comes and when; slots not in ``present`` are not. Raises NotFound, Conflict."""
    party = find_own_party(store, actor, party_id)
    if not actor.can_review:
        _check_open(store, party)
    whole = load_whole(store, party.conference)
    absent = frozenset(whole.slot) - frozenset(present)
    if len(absent) == len(whole.slot):
        raise BadInput("至少要有一个可参会的时段；不能来请选择“谢绝”。")
    changed = replace(party, delegates=tuple(delegates), absent=absent)
    parties.change_party(store, changed, acted_by=acts_for(actor, party), is_answer=True, at=now)
    after = {"delegates": len(delegates), "absent": len(absent)}
    _record_party(store, actor, party, now, after)
    return changed


def place(store: Store, *, actor: Account, changed: Party, now: datetime) -> None:
    """Put a party into a group and session, with its cap. Raises BadInput, NotFound."""
    before = parties.find_party(store, changed.id)
    whole = load_whole(store, before.conference)
    if changed.group not in whole.group or changed.session not in whole.session:
        raise BadInput("请选择分组和专场。")
    if changed.own_table and changed.own_table not in whole.table:
        raise BadInput("没有这张桌子。")
    parties.change_party(store, changed, acted_by=before.acted_by, at=now)
    after = {"group": whole.group[changed.group].name, "cap": changed.cap}
    _record_party(store, actor, before, now, after)


def _resolve(
    store: Store, whole: Whole, found: PartyRows, file: str
) -> tuple[list[tuple[str, dict]], list[Reject]]:
    """Find the enterprise, group and session that each row names."""
    named = parties.find_codes(store, {row["name"] for _, row in found.rows})
    given = [row["enterprise"] for _, row in found.rows if row["enterprise"]]
    unknown = set(parties.list_unknown(store, given))
    groups = {each.name: each.id for each in whole.groups}
    sessions = {each.name: each.id for each in whole.sessions}
    rows: list[tuple[str, dict]] = []
    rejects = list(found.rejects)
    for number, row in found.rows:
        codes = [row["enterprise"]] if row["enterprise"] else named.get(row["name"], [])
        wrong = _why_not(row, codes, unknown, groups, sessions)
        if wrong:
            rejects.append(Reject(file, number, *wrong))
        else:
            rows.append((codes[0], _values(row, groups, sessions, whole)))
    return rows, rejects


def _why_not(
    row: dict, codes: list[str], unknown: set[str], groups: dict, sessions: dict
) -> tuple[str, str, Message] | None:
    if not codes or codes[0] in unknown:
        return "企业名称", row["name"], message("图谱里没有这家企业，请先导入企业")
    if len(codes) > 1:
        return "企业名称", row["name"], message("同名企业有多家，请填写企业编码")
    if row["group"] and row["group"] not in groups:
        return "分组", row["group"], message("会议里没有这个分组")
    if row["session"] and row["session"] not in sessions:
        return "专场", row["session"], message("会议里没有这个专场")
    return None


def _values(row: dict, groups: dict, sessions: dict, whole: Whole) -> dict:
    first_group = whole.groups[0].id if whole.groups else ""
    first_session = whole.sessions[0].id if whole.sessions else ""
    values = {
        "group": groups.get(row["group"], first_group),
        "session": sessions.get(row["session"], first_session),
        "cap": row["cap"],
        "owner": row["owner"],
    }
    if row["delegate"]:
        person = {
            "name": row["delegate"],
            "title": row["title"],
            "phone": row["phone"],
            "email": row["email"],
        }
        values["delegates"] = json.dumps([person], ensure_ascii=False)
    return values


def _keep_rejects(folder: Path, rejects: Sequence[Reject]) -> str:
    if not rejects:
        return ""
    text = io.StringIO(newline="")
    write_rejects(text, rejects, translate)
    return files.keep(folder, io.BytesIO(text.getvalue().encode(ENCODING)))[0]


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
