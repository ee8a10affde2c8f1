"""Monthly bulletins in the graph: content and texts are kept whole, each edition once."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.domain.bulletin import (
    Audience,
    Bulletin,
    BulletinState,
    Content,
    checksum,
    content_from_json,
    content_to_json,
)
from graph.domain.clock import instant_text
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.followup import bulletins as cypher

PLAIN = (
    "month",
    "edition",
    "corrects",
    "reason",
    "created_by",
    "created_at",
    "sent_by",
    "sent_at",
    "frozen_by",
    "frozen_at",
    "checksum",
    "source",
)


def create_bulletin(store: Store, bulletin: Bulletin) -> None:
    """Keep a new draft. Raises Conflict where this edition is there already."""
    values = {name: getattr(bulletin, name) for name in PLAIN}
    values |= {"audience": bulletin.audience.value, "day": bulletin.content.at}
    values |= {
        "content": content_to_json(bulletin.content),
        "texts": json.dumps(dict(bulletin.texts), ensure_ascii=False),
    }

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.CREATE, id=bulletin.id, values=values)
        if bulletin.corrects:
            transaction.run(cypher.LINK_CORRECTED, id=bulletin.id, corrects=bulletin.corrects)

    try:
        store.transact(work)
    except Conflict as error:
        raise Conflict("%(month)s 的通报已有一份草稿。", month=bulletin.month) from error


def save_draft(
    store: Store, bulletin: Bulletin, *, texts: Mapping[str, str], content: Content, at: datetime
) -> None:
    """Replace what a draft says. Raises Conflict where it is no draft or has changed meanwhile."""
    values = {
        "content": content_to_json(content),
        "texts": json.dumps(dict(texts), ensure_ascii=False),
    }
    _change(store, bulletin, BulletinState.DRAFT, values, at)


def send(store: Store, bulletin: Bulletin, *, by: str, at: datetime) -> None:
    """Send a draft for approval. Raises Conflict as ``save_draft`` does."""
    values = {"state": BulletinState.SENT.value, "sent_by": by, "sent_at": instant_text(at)}
    _change(store, bulletin, BulletinState.DRAFT, values, at)


def send_back(store: Store, bulletin: Bulletin, *, reason: str, at: datetime) -> None:
    """Make what was sent a draft again. Raises Conflict where it changed meanwhile."""
    values = {"state": BulletinState.DRAFT.value, "reason": reason}
    _change(store, bulletin, BulletinState.SENT, values, at)


def freeze(
    store: Store, bulletin: Bulletin, *, audience: Audience, by: str, at: datetime
) -> Bulletin:
    """Approve what was sent: from here on nothing changes. Raises Conflict."""
    values = {
        "state": BulletinState.FROZEN.value,
        "audience": audience.value,
        "frozen_by": by,
        "frozen_at": instant_text(at),
        "checksum": checksum(bulletin),
    }
    _change(store, bulletin, BulletinState.SENT, values, at)
    return find_bulletin(store, bulletin.id)


def show_to(store: Store, bulletin: Bulletin, audience: Audience) -> None:
    """Change who may read a frozen bulletin; its content stays. Raises Conflict."""
    if not store.write(cypher.SHOW_TO, id=bulletin.id, audience=audience.value):
        raise Conflict("通报还没有批准。")


def find_bulletin(store: Store, bulletin_id: str) -> Bulletin:
    """Return an edition. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=bulletin_id)
    if row is None:
        raise NotFound("没有这份通报。")
    return _bulletin(row)


def list_bulletins(store: Store, *, audience: Audience | None = None) -> list[Bulletin]:
    """List all editions, the latest first; of an audience only its frozen ones."""
    return [_bulletin(row) for row in store.read(cypher.LIST, audience=audience)]


def list_of_month(store: Store, month: str) -> list[Bulletin]:
    """List the editions of a month, the latest first."""
    return [_bulletin(row) for row in store.read(cypher.LIST_OF_MONTH, month=month)]


def last_day_before(store: Store, day: str) -> str:
    """Return the day of the last frozen bulletin before a day, empty where there is none."""
    row = store.read_one(cypher.LIST_FROZEN_DAYS, day=day)
    return (row["day"] or "") if row else ""


def remove_source(store: Store, source: str) -> int:
    """Remove the bulletins of a source (the demo's); return how many went."""
    return store.write(cypher.DELETE_OF_SOURCE, source=source)[0]["total"]


def _change(
    store: Store,
    bulletin: Bulletin,
    state: BulletinState,
    values: Mapping[str, Any],
    at: datetime,
) -> None:
    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, id=bulletin.id, at=instant_text(at))
        if not transaction.run(
            cypher.CHANGE,
            id=bulletin.id,
            state=state.value,
            version=bulletin.version,
            values=dict(values),
        ):
            raise Conflict("您打开之后，这份通报已被别人修改。请核对最新内容后再操作。")

    store.transact(work)


def _bulletin(row: Row) -> Bulletin:
    stored = row["bulletin"]
    return Bulletin(
        id=stored["id"],
        content=content_from_json(stored["content"]),
        texts=json.loads(stored["texts"]),
        state=BulletinState(stored["state"]),
        audience=Audience(stored["audience"]),
        version=stored["version"],
        **{name: stored[name] for name in PLAIN},
    )
