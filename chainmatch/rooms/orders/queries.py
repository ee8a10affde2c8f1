"""What the pages of the orders room show."""

from dataclasses import dataclass
from datetime import date

from graph.domain.account import Account
from graph.domain.clock import date_text
from graph.domain.projects.project import Project
from graph.domain.projects.rights import can_report, can_see, can_see_all
from graph.domain.projects.track import Track
from graph.errors import NotFound
from graph.ledger import table
from graph.store import Store
from graph.store.followup import orders, projects
from graph.store.followup.orders import SupervisionOrder

CLOSED = 20


@dataclass(frozen=True)
class ListedOrder:
    """An order with its project; ``is_late``: not answered in time."""

    order: SupervisionOrder
    track: Track | None
    is_late: bool


@dataclass(frozen=True)
class OrderPage:
    """An order as it is printed, and whether the reader may answer it."""

    order: SupervisionOrder
    project: Project
    is_late: bool
    can_answer: bool


def list_orders(
    store: Store, actor: Account, *, at: date
) -> tuple[list[ListedOrder], list[ListedOrder]]:
    """List the open orders and those closed last, of the projects that this person may see."""
    if can_see_all(actor):
        living, closed = orders.list_open(store), orders.list_closed(store, limit=CLOSED)
        return [_listed(store, each, at) for each in living], [
            _listed(store, each, at) for each in closed
        ]
    listed = [_listed(store, each, at) for each in orders.list_all(store)]
    own = [each for each in listed if _concerns(actor, each.track)]
    closed = sorted(
        (each for each in own if each.order.closed),
        key=lambda each: each.order.closed,
        reverse=True,
    )
    return [each for each in own if not each.order.closed], closed[:CLOSED]


def _concerns(actor: Account, track: Track | None) -> bool:
    return track is not None and can_see(actor, track.parties, track.unit)


def find_order(store: Store, actor: Account, order_id: str, *, at: date) -> OrderPage:
    """Return an order. Raises NotFound, also where this person may not see its project."""
    order = orders.find_order(store, order_id)
    project = projects.find_project(store, order.project)
    parties = [party.code for party in project.parties]
    if not can_see(actor, parties, project.unit):
        raise NotFound("没有这份督办单。")
    may = can_report(actor, parties, project.unit) and not order.answered and not order.closed
    return OrderPage(order, project, _is_late(order, at), may)


def _listed(store: Store, order: SupervisionOrder, at: date) -> ListedOrder:
    return ListedOrder(order, table.find_track(store, order.project), _is_late(order, at))


def _is_late(order: SupervisionOrder, at: date) -> bool:
    return not order.answered and not order.closed and order.due < date_text(at)
