"""Conferences in the graph: making them, changing them, their phases and slots."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from graph.domain.clock import instant_text
from graph.domain.conference.conference import Conference, ConferenceKind
from graph.domain.conference.phases import Phase
from graph.domain.conference.slots import Slot, derive_slots, list_days
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.conference import conferences as cypher

VALUES = (
    "name",
    "name_en",
    "venue",
    "address",
    "note",
    "starts_on",
    "ends_on",
    "opens",
    "closes",
    "breaks",
    "slot_minutes",
    "turn_minutes",
    "cap",
)
TIMES = ("starts_on", "ends_on", "opens", "closes", "breaks", "slot_minutes", "turn_minutes")
"""What slots are derived from."""


def create_conference(store: Store, conference: Conference, *, at: datetime) -> None:
    """Make a conference with its slots. Raises Conflict: its code; BadInput: its times."""
    slots = _derive(conference)

    def work(transaction: Transaction) -> None:
        transaction.run(
            cypher.CREATE,
            code=conference.code,
            by=conference.created_by,
            now=instant_text(at),
            values=_values(conference),
        )
        _create_slots(transaction, conference.code, slots)

    store.transact(work)


def find_conference(store: Store, code: str) -> Conference:
    """Return the conference. Raises NotFound."""
    row = store.read_one(cypher.FIND, code=code)
    if row is None:
        raise NotFound("没有这场会议，可能已被移除。")
    return _conference(row)


def list_conferences(store: Store, *, skip: int, limit: int) -> list[Conference]:
    """List all conferences, the latest first."""
    return [_conference(row) for row in store.read(cypher.LIST, skip=skip, limit=limit)]


def count_conferences(store: Store) -> int:
    """Count all conferences."""
    return store.read(cypher.COUNT)[0]["total"]


def list_conferences_of(store: Store, enterprise: str) -> list[Conference]:
    """List the conferences that an enterprise takes part in, the latest first."""
    return [_conference(row) for row in store.read(cypher.LIST_OF, enterprise=enterprise)]


def is_any_in(store: Store, phase: Phase) -> bool:
    """Whether a conference is in this phase."""
    return bool(store.read(cypher.LIST_IN, phase=phase.value))


def change_conference(store: Store, before: Conference, after: Conference, *, at: datetime) -> None:
    """Change what a conference says; its slots follow its times.

    Raises Conflict where somebody else was faster, where times change after a party has said when
    it can be there, or where meetings stand in the slots; BadInput where times make no sense.
    """
    is_retimed = any(getattr(before, name) != getattr(after, name) for name in TIMES)
    slots = _derive(after)

    def work(transaction: Transaction) -> None:
        lock(transaction, before.code, at, version=before.version)
        if is_retimed:
            check_unlocked(transaction, before.code)
            transaction.run(cypher.REMOVE_SLOTS, code=before.code)
            _create_slots(transaction, before.code, slots)
        transaction.run(cypher.CHANGE, code=before.code, values=_values(after))

    store.transact(work)


def close_slots(
    store: Store, code: str, closed: Sequence[str], *, version: int | None = None, at: datetime
) -> None:
    """Keep these slots, and only these, free of meetings.

    Raises Conflict: meetings there, or another ``version`` of the conference.
    """

    def work(transaction: Transaction) -> None:
        lock(transaction, code, at, version=version)
        check_free(transaction, code, slots=closed)
        transaction.run(cypher.CLOSE_SLOTS, code=code, closed=list(closed))

    store.transact(work)


def list_slots(store: Store, code: str) -> list[Slot]:
    """List the slots in their order, closed ones too."""
    return [
        Slot(row["id"], row["day"], row["starts"], row["ends"], bool(row["is_closed"]))
        for row in store.read(cypher.LIST_SLOTS, code=code)
    ]


def set_phase(store: Store, conference: Conference, phase: Phase, *, at: datetime) -> None:
    """Bring a conference into a phase. Raises Conflict where its phase has changed meanwhile."""

    def work(transaction: Transaction) -> None:
        if lock(transaction, conference.code, at)["phase"] != conference.phase:
            raise changed_meanwhile()
        transaction.run(cypher.SET_PHASE, code=conference.code, phase=phase.value)

    store.transact(work)


def lock(transaction: Transaction, code: str, at: datetime, *, version: int | None = None) -> Row:
    """Hold a conference for this transaction; what is based on a version makes the next one.

    Raises NotFound, Conflict: another version.
    """
    rows = transaction.run(cypher.LOCK, code=code, by=instant_text(at))
    if not rows:
        raise NotFound("没有这场会议，可能已被移除。")
    if version is not None:
        if rows[0]["version"] != version:
            raise changed_meanwhile()
        transaction.run(cypher.RAISE_VERSION, code=code)
    return rows[0]


def changed_meanwhile() -> Conflict:
    """Say that somebody else was faster."""
    return Conflict("您打开之后，会议设置已被别人修改，请刷新后再改。")


def check_unlocked(transaction: Transaction, code: str) -> None:
    """Refuse to change times that people have answered to. Raises Conflict."""
    if transaction.run(cypher.IS_ANSWERED, code=code)[0]["total"]:
        raise Conflict("已有企业填报了可参会时段，会期、时间和每场时长不能再改；可以关闭个别时段。")
    slots = [row["id"] for row in transaction.run(cypher.LIST_SLOTS, code=code)]
    check_free(transaction, code, slots=slots)


def check_free(
    transaction: Transaction,
    code: str,
    *,
    slots: Sequence[str] = (),
    tables: Sequence[str] = (),
) -> None:
    """Refuse to take away where meetings stand. Raises Conflict."""
    found = transaction.run(cypher.IS_BOOKED, code=code, slots=list(slots), tables=list(tables))
    if found[0]["total"]:
        raise Conflict(
            "这些时段或桌子上已排了 %(count)s 场会谈，请先移走。", count=found[0]["total"]
        )


def _derive(conference: Conference) -> tuple[Slot, ...]:
    days = list_days(conference.starts_on, conference.ends_on)
    return derive_slots(conference.code, days, conference.hours)


def _create_slots(transaction: Transaction, code: str, slots: Sequence[Slot]) -> None:
    transaction.run(cypher.CREATE_SLOTS, code=code, rows=[asdict(slot) for slot in slots])


def _values(conference: Conference) -> Mapping[str, Any]:
    values = {name: getattr(conference, name) for name in VALUES}
    return {**values, "kind": conference.kind.value}


def _conference(row: Row) -> Conference:
    stored = row["conference"]
    return Conference(
        code=stored["code"],
        kind=ConferenceKind(stored["kind"]),
        phase=Phase(stored["phase"]),
        version=stored["version"],
        latest=stored["latest"],
        published=stored["published"],
        is_locked=row["locked"],
        created_by=stored["created_by"],
        **{name: stored[name] for name in VALUES},
    )
