"""What an enterprise tells of itself: plain facts and products, on record from day to day.

Whoever changes a profile names the ``version`` that was shown; where another change came first,
Conflict is raised and nothing is written.
"""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any, TypeVar

from graph.domain.clock import date_text, instant_text
from graph.domain.history.change import Change, ChangeKind, differing
from graph.domain.profile import MOST_PRODUCTS, Basics, OwnProduct
from graph.domain.sources import SELF
from graph.errors import Conflict, NotFound
from graph.schema import ENTERPRISE, MAKES, OPEN_END
from graph.store.bulk.node_changes import naming_of
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.desk import own_profiles as cypher
from graph.store.history.changes import record_changes
from graph.store.map.enterprises import as_enterprise

Result = TypeVar("Result")

OWN = tuple(name for name in Basics.__dataclass_fields__ if name != "region")


@dataclass(frozen=True)
class OwnProfile:
    """The plain facts as they stand, and the version that a change must name."""

    basics: Basics
    version: int


def find_profile(store: Store, code: str) -> OwnProfile:
    """Return what can be changed of an enterprise. Raises NotFound."""
    row = store.read_one(cypher.FIND, code=code)
    if row is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    return OwnProfile(_basics(row["enterprise"]), row["enterprise"].get("profile_version") or 0)


def save_basics(
    store: Store, code: str, basics: Basics, *, version: int, today: date, at: datetime
) -> Basics:
    """Replace the plain facts and return those before. Imports do not overwrite them from then on.

    Raises Conflict, NotFound (the region).
    """

    def work(transaction: Transaction, node: Row) -> Basics:
        before = _basics(node)
        changed = [name for name in OWN if getattr(before, name) != getattr(basics, name)]
        values: dict[str, Any] = {name: _stored(getattr(basics, name)) for name in changed}
        values["own_fields"] = sorted({*(node.get("own_fields") or ()), *changed})
        if {"short_name", "name_en"} & set(changed):
            values |= naming_of(ENTERPRISE, code, {**node, **values})
        if basics.region != before.region:
            values["region"] = basics.region
            values["own_fields"] = sorted({*values["own_fields"], "region"})
            _move(transaction, code, basics.region, today)
        old, new = differing(asdict(before), asdict(basics), Basics.__dataclass_fields__)
        line = Change(ChangeKind.CHANGED, ENTERPRISE.name, code, "", SELF, old, new)
        record_changes(transaction, [line] if new else [])
        transaction.run(cypher.SAVE, code=code, values=values)
        return before

    return _change(store, code, version, at, work)


def save_product(
    store: Store, code: str, product: OwnProduct, *, version: int, today: date, at: datetime
) -> OwnProduct | None:
    """Say that an enterprise makes a node from today on; return what was known of it before.

    Raises Conflict, also where it makes MOST_PRODUCTS already, and NotFound (the node).
    """

    def work(transaction: Transaction, node: Row) -> OwnProduct | None:
        return add_product(transaction, code, product, today=today)

    return _change(store, code, version, at, work)


def find_product(store: Store, code: str, node: str, *, today: date) -> OwnProduct | None:
    """Return what is told on a day of a node that an enterprise makes, or None."""
    asked = {"code": code, "node": node, "today": date_text(today)}
    return _product(node, store.read(cypher.FIND_PRODUCT, **asked))


def remove_product(
    store: Store, code: str, node: str, *, version: int, today: date, at: datetime
) -> OwnProduct:
    """Say that an enterprise no longer makes a node; return what was known. Raises as above."""

    def work(transaction: Transaction, _: Row) -> OwnProduct:
        before = _find_product(transaction, code, node, date_text(today))
        if before is None:
            raise NotFound("产品清单里没有这一项，可能已被移除。")
        _record_product(transaction, code, before, None)
        _end_product(transaction, code, node, date_text(today))
        return before

    return _change(store, code, version, at, work)


def add_product(
    transaction: Transaction, code: str, product: OwnProduct, *, today: date
) -> OwnProduct | None:
    """Do the work of ``save_product`` within a larger one."""
    day = date_text(today)
    before = _find_product(transaction, code, product.node, day)
    made = transaction.run(cypher.COUNT_PRODUCTS, code=code, today=day)[0]["total"]
    if before is None and made >= MOST_PRODUCTS:
        raise Conflict("产品最多 %(most)s 项，请先移除不再生产的。", most=MOST_PRODUCTS)
    _end_product(transaction, code, product.node, day)
    told = {"share": product.share, "capacity": product.capacity or None}
    if not transaction.run(cypher.ADD_PRODUCT, code=code, node=product.node, **told, **_from(day)):
        raise NotFound("没有编码为 %(code)s 的链节点。", code=product.node)
    _record_product(transaction, code, before, product)
    return before


def _change(
    store: Store,
    code: str,
    version: int,
    at: datetime,
    work: Callable[[Transaction, Row], Result],
) -> Result:
    """Run the work on an enterprise whose profile nobody has changed since it was shown."""

    def guarded(transaction: Transaction) -> Result:
        transaction.run(cypher.LOCK, code=code, by=instant_text(at))
        rows = transaction.run(cypher.CLAIM_VERSION, code=code, version=version)
        if not rows:
            raise Conflict("您打开之后，企业资料已被别人修改。请核对最新内容后再操作。")
        return work(transaction, rows[0]["enterprise"])

    return store.transact(guarded)


def _find_product(transaction: Transaction, code: str, node: str, day: str) -> OwnProduct | None:
    """Return what is known of a product: the enterprise's own word, or the first of others."""
    rows = transaction.run(cypher.FIND_PRODUCT, code=code, node=node, today=day)
    return _product(node, rows)


def _product(node: str, rows: Sequence[Row]) -> OwnProduct | None:
    if not rows:
        return None
    row = next((row for row in rows if row["source"] == SELF), rows[0])
    return OwnProduct(node, row["share"], row["capacity"] or "")


def _record_product(
    transaction: Transaction, code: str, before: OwnProduct | None, after: OwnProduct | None
) -> None:
    """Write down what an enterprise says of a product; None where it makes it not (any more)."""
    if before is None and after is None:
        return
    old, new = differing(_told(before), _told(after), ("share", "capacity"))
    kinds = {(True, False): ChangeKind.MADE, (False, True): ChangeKind.CLOSED}
    kind = kinds.get((before is None, after is None), ChangeKind.CHANGED)
    node = (after or before or OwnProduct("")).node
    record_changes(transaction, [Change(kind, MAKES.name, code, node, SELF, old, new)])


def _told(product: OwnProduct | None) -> dict[str, Any]:
    return {"share": product.share, "capacity": product.capacity} if product else {}


def _end_product(transaction: Transaction, code: str, node: str, day: str) -> None:
    transaction.run(cypher.FORGET_PRODUCT, code=code, node=node, today=day)
    transaction.run(cypher.CLOSE_PRODUCT, code=code, node=node, today=day)


def _move(transaction: Transaction, code: str, region: str, today: date) -> None:
    day = date_text(today)
    transaction.run(cypher.FORGET_REGION, code=code, today=day)
    transaction.run(cypher.CLOSE_REGION, code=code, today=day)
    if region and not transaction.run(cypher.ADD_REGION, code=code, region=region, **_from(day)):
        raise NotFound("没有代码为 %(code)s 的地区。", code=region)


def _from(day: str) -> dict[str, str]:
    return {"source": SELF, "today": day, "open_end": OPEN_END}


def _basics(node: Row) -> Basics:
    record = as_enterprise(node)
    told = {name: getattr(record, name) for name in OWN}
    return replace(Basics(**told), region=record.region)


def _stored(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
