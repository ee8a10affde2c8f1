"""Parties and wishes in the graph."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from secrets import token_urlsafe
from typing import Any
from uuid import uuid4

from graph.domain.clock import instant_text
from graph.domain.conference.parties import (
    MOST_MUSTS,
    Delegate,
    Party,
    PartyState,
    Wish,
    WishKind,
)
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.conference import parties as cypher
from graph.store.merging.former_codes import read_former_codes

TOKEN_BYTES = 12


@dataclass(frozen=True)
class Added:
    """What adding parties did: new ones, known ones brought up to date."""

    created: int
    known: int


def add_parties(store: Store, code: str, rows: Sequence[tuple[str, Mapping[str, Any]]]) -> Added:
    """Add enterprises (code, values to set) to a conference; who is there already is changed.

    Enterprises that are not on the map are left out; see ``list_unknown``.
    """
    present = read_former_codes(store).now
    prepared = [
        {
            "enterprise": present.get(enterprise, enterprise),
            "id": uuid4().hex,
            "token": token_urlsafe(TOKEN_BYTES),
            "values": dict(values),
        }
        for enterprise, values in rows
    ]
    made = [row["created"] for row in store.write(cypher.ADD, code=code, rows=prepared)]
    return Added(sum(made), len(made) - sum(made))


def list_unknown(store: Store, codes: Sequence[str]) -> list[str]:
    """Return the codes that are no enterprise's, and were none's before a merge."""
    return [row["code"] for row in store.read(cypher.LIST_UNKNOWN, codes=list(codes))]


def find_codes(store: Store, names: Collection[str]) -> dict[str, list[str]]:
    """Return the codes of enterprises by exact name, else by a name borne before a merge."""
    found: dict[str, list[str]] = {}
    for row in store.read(cypher.LIST_ENTERPRISES_OF_NAMES, names=sorted(names)):
        found.setdefault(row["name"], []).append(row["code"])
    left = sorted(set(names) - found.keys())
    for row in store.read(cypher.LIST_ENTERPRISES_OF_FORMER_NAMES, names=left):
        found.setdefault(row["name"], []).append(row["code"])
    return found


def list_parties(store: Store, code: str) -> list[Party]:
    """List the parties of a conference by name."""
    return [_party(row) for row in store.read(cypher.LIST, code=code)]


def find_party(store: Store, party_id: str) -> Party:
    """Return a party. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=party_id)
    if row is None:
        raise NotFound("没有这家参会企业，可能已被移除。")
    return _party(row)


def find_party_of(store: Store, code: str, enterprise: str) -> Party | None:
    """Return as which party an enterprise takes part, or None."""
    row = store.read_one(cypher.FIND_OF, code=code, enterprise=enterprise)
    return _party(row) if row else None


def change_party(
    store: Store,
    party: Party,
    *,
    acted_by: str = "",
    is_answer: bool = False,
    at: datetime,
) -> None:
    """Save what a party says of itself. ``acted_by``: the organizer who says it for them.

    ``is_answer``: availability was given, which locks the conference's times. Raises Conflict
    where the party's version is no longer the present one.
    """
    values: dict[str, Any] = {
        "group": party.group,
        "session": party.session,
        "state": party.state.value,
        "cap": party.cap,
        "owner": party.owner,
        "own_table": party.own_table,
        "absent": sorted(party.absent),
        "delegates": json.dumps([asdict(each) for each in party.delegates], ensure_ascii=False),
        "acted_by": acted_by,
    }
    if is_answer:
        values["answered_at"] = instant_text(at)

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, id=party.id, by=instant_text(at))
        if not transaction.run(cypher.CHANGE, id=party.id, version=party.version, values=values):
            raise Conflict("您打开之后，这家企业的参会信息已被别人修改。请核对最新内容后再操作。")

    store.transact(work)


def set_states(
    store: Store,
    code: str,
    ids: Sequence[str],
    state: PartyState,
    *,
    only_from: Collection[PartyState],
) -> list[str]:
    """Bring parties into a state; return the ids of those that changed."""
    rows = store.write(
        cypher.SET_STATES,
        code=code,
        ids=list(ids),
        state=state.value,
        **{"from": [each.value for each in only_from]},
    )
    return [row["id"] for row in rows]


def check_in(store: Store, party_id: str, *, at: datetime) -> bool:
    """Write down that somebody of a party is there; the earliest time stands. Whether it is new."""
    return bool(store.write(cypher.CHECK_IN, id=party_id, now=instant_text(at)))


def save_wish(store: Store, wish: Wish, *, at: datetime) -> None:
    """Save what a party wishes of another. Raises Conflict: too many musts; NotFound."""

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, id=wish.wisher, by=instant_text(at))
        if wish.kind == WishKind.MUST:
            musts = transaction.run(cypher.COUNT_MUSTS, wisher=wish.wisher, id=wish.id)
            if musts[0]["total"] >= MOST_MUSTS:
                raise Conflict("“必见”最多 %(most)s 家，请先把别的改为“愿见”。", most=MOST_MUSTS)
        values = {**asdict(wish), "kind": wish.kind.value, "at": instant_text(at)}
        if not transaction.run(cypher.SAVE_WISH, id=wish.id, **values):
            raise NotFound("没有这家参会企业，可能已被移除。")

    store.transact(work)


def remove_wish(store: Store, wisher: str, wished: str) -> None:
    """Take a wish back."""
    store.write(cypher.REMOVE_WISH, id=Wish(wisher, wished, WishKind.WOULD).id)


def list_wishes(store: Store, code: str) -> list[Wish]:
    """List all wishes of a conference."""
    return [_wish(row) for row in store.read(cypher.LIST_WISHES, code=code)]


def list_wishes_of(store: Store, party_id: str) -> list[Wish]:
    """List what a party wishes; nobody sees what others wish of it."""
    return [_wish(row) for row in store.read(cypher.LIST_WISHES_OF, id=party_id)]


def _wish(row: Row) -> Wish:
    return Wish(**{**row, "kind": WishKind(row["kind"]), "role": row["role"] or ""})


def _party(row: Row) -> Party:
    stored = row["party"]
    texts = {
        name: stored.get(name) or ""
        for name in (
            "group",
            "session",
            "owner",
            "own_table",
            "answered_at",
            "acted_by",
            "checked_in_at",
            "token",
        )
    }
    return Party(
        id=stored["id"],
        conference=stored["conference"],
        enterprise=stored["enterprise"],
        state=PartyState(stored["state"]),
        cap=stored.get("cap"),
        absent=frozenset(stored["absent"]),
        delegates=tuple(Delegate(**each) for each in json.loads(stored["delegates"])),
        name=row["name"],
        name_en=row["name_en"] or "",
        version=stored.get("version") or 0,
        **texts,
    )
