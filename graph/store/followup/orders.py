"""Supervision orders in the graph; the database itself refuses a second open one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, LiteralString

from graph.domain.clock import instant_text
from graph.domain.followup.escalation import Level, Order
from graph.domain.message_json import message_from_json, message_to_json
from graph.errors import Conflict, NotFound
from graph.messages import Message
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.followup import orders as cypher


@dataclass(frozen=True)
class SupervisionOrder:
    """An order about a project; days are ISO texts, empty where not yet.

    ``number`` is written on it: year and running number. ``climbed``: when it became a talk.
    """

    id: str
    number: str
    project: str
    level: Level
    issued: str
    due: str
    reasons: tuple[Message, ...] = ()
    climbed: str = ""
    answered: str = ""
    answer: str = ""
    answered_by: str = ""
    closed: str = ""
    closed_by: str = ""
    by: str = ""

    @property
    def state(self) -> Order:
        """What the rules of escalation look at."""
        return Order(
            self.level,
            date.fromisoformat(self.climbed or self.issued),
            date.fromisoformat(self.due),
            date.fromisoformat(self.answered) if self.answered else None,
            date.fromisoformat(self.closed) if self.closed else None,
        )


def create_orders(store: Store, orders: Sequence[SupervisionOrder], *, at: datetime) -> None:
    """Issue orders, all or none. Raises Conflict where one of the projects has an open one."""
    rows = [_row(order, at) for order in orders]
    if rows:
        store.write(cypher.CREATE, rows=rows)


def count_of_year(store: Store, year: int) -> int:
    """Count the orders whose number begins with a year."""
    return store.read(cypher.COUNT_OF_YEAR, year=f"{year}-")[0]["total"]


def list_open(store: Store) -> list[SupervisionOrder]:
    """List what is not closed, the earliest deadline first."""
    return [_order(row) for row in store.read(cypher.LIST_OPEN)]


def list_closed(store: Store, *, limit: int) -> list[SupervisionOrder]:
    """List what was closed last."""
    return [_order(row) for row in store.read(cypher.LIST_CLOSED, limit=limit)]


def list_all(store: Store) -> list[SupervisionOrder]:
    """List every order ever issued, the earliest first."""
    return [_order(row) for row in store.read(cypher.LIST_ALL)]


def list_of(store: Store, project: str) -> list[SupervisionOrder]:
    """List the orders about a project, the latest first."""
    return [_order(row) for row in store.read(cypher.LIST_OF, code=project)]


def find_order(store: Store, order_id: str) -> SupervisionOrder:
    """Return an order. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=order_id)
    if row is None:
        raise NotFound("没有这份督办单。")
    return _order(row)


def climb(store: Store, order_id: str, *, day: str, due: str, at: datetime) -> bool:
    """Make an unanswered order a talk; tell whether it was still one to climb."""
    return _act(store, cypher.CLIMB, order_id, at, day=day, due=due)


def close(store: Store, order_id: str, *, day: str, by: str, at: datetime) -> bool:
    """Close an order; tell whether it was still open."""
    return _act(store, cypher.CLOSE, order_id, at, day=day, by=by)


def answer(store: Store, order_id: str, *, text: str, day: str, by: str, at: datetime) -> None:
    """Write an answer down. Raises Conflict where it is answered or closed already."""
    if not _act(store, cypher.ANSWER, order_id, at, day=day, by=by, answer=text):
        raise Conflict("这份督办单已经答复或办结。")


def _act(store: Store, statement: LiteralString, order_id: str, at: datetime, **told: Any) -> bool:
    def work(transaction: Transaction) -> bool:
        transaction.run(cypher.LOCK, id=order_id, at=instant_text(at))
        return bool(transaction.run(statement, id=order_id, **told))

    return store.transact(work)


def _row(order: SupervisionOrder, at: datetime) -> dict[str, Any]:
    return {
        "code": order.project,
        "id": order.id,
        "number": order.number,
        "level": order.level.value,
        "issued": order.issued,
        "due": order.due,
        "reasons": [message_to_json(reason) for reason in order.reasons],
        "by": order.by,
        "at": instant_text(at),
    }


def _order(row: Row) -> SupervisionOrder:
    stored = row["record"]
    texts = ("climbed", "answered", "answer", "answered_by", "closed", "closed_by", "by")
    return SupervisionOrder(
        id=stored["id"],
        number=stored["number"],
        project=row["code"],
        level=Level(stored["level"]),
        issued=stored["issued"],
        due=stored["due"],
        reasons=tuple(message_from_json(each) for each in stored["reasons"] or ()),
        **{name: stored.get(name) or "" for name in texts},
    )
