"""A need about steel that tests of listings share; stands on ``small_chain``."""

from dataclasses import replace
from datetime import UTC, date, datetime

from small_chain import save_chain, save_makers

from graph.domain.listing import Listing, ListingKind
from graph.store import Store
from graph.store.desk import listings

TODAY = date(2026, 11, 23)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
NEED = Listing(
    id="1" * 32,
    kind=ListingKind.NEED,
    enterprise="name:甲",
    node="test:钢",
    title="求购特种钢",
    quantity=20.5,
    unit="吨",
    budget=300_000,
    created_by="a@test.example",
)


def save_map(store: Store) -> None:
    """Save steel → pump → digger with makers 甲 and 乙 of steel and 丙 of pumps."""
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")
    save_makers(store, "test:泵/阀 50%#1?", "丙")


def post(store: Store, *, publish: bool = True, **changed: object) -> Listing:
    """Post a listing like NEED and return it as it stands, published unless told."""
    wanted = replace(NEED, **changed)  # type: ignore[arg-type]
    listings.create_listing(store, wanted, [], today=TODAY, at=NOON)
    if publish:
        listings.publish(store, listings.find_listing(store, wanted.id), today=TODAY, at=NOON)
    return listings.find_listing(store, wanted.id)
