"""Parties from an office's file: each row finds its enterprise and place, or says why not."""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from chainmatch import audit
from chainmatch.conference.view import Whole, load_whole
from chainmatch.filing import files
from chainmatch.i18n import translate
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.exchange.party_rows import PartyRows, read_parties
from graph.exchange.rejects import ENCODING, Reject, write_rejects
from graph.messages import Message, message
from graph.store import Store
from graph.store.conference import parties


@dataclass(frozen=True)
class Imported:
    """What an import of parties did; ``rejects`` is the key of the file of what was left out."""

    created: int
    known: int
    rejected: int
    rejects: str = ""


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
    audit.record(
        store, actor=actor, verb=Verb.CONFERENCE_PARTIES, subject=code, after=after, at=now
    )
    return Imported(added.created, added.known, len(rejects), _keep_rejects(folder, rejects))


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
