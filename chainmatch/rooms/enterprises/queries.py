"""What the enterprise page shows."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import url_for

from chainmatch.choosing.removed import removal_of
from chainmatch.formats import today
from chainmatch.i18n import pick
from chainmatch.map_day import end_of
from chainmatch.web import Page
from graph.domain.account import Account
from graph.domain.codes import split_code
from graph.domain.contact import Contact
from graph.domain.credit import CreditRecord
from graph.domain.enterprise import Enterprise
from graph.domain.enterprise_links import Neighbour, Neighbourhood, Partner, Product, Side
from graph.domain.history.past import Past
from graph.domain.listing import Listing, Market
from graph.domain.ownership import Owner
from graph.domain.recommendation import Place
from graph.errors import NotFound
from graph.schema import ENTERPRISE
from graph.store import Store
from graph.store.desk import feedback, listings
from graph.store.desk.requests import accepted_between
from graph.store.history import past
from graph.store.map import enterprises, ownership
from graph.store.map.neighbourhood import find_neighbourhood, surround
from graph.store.merging import Merge, list_merges_into
from graph.store.people import contacts

PARTNERS = 20
LISTINGS = 10


@dataclass(frozen=True)
class Profile:
    """One enterprise as its page shows it."""

    enterprise: Enterprise
    at: date
    past: Past
    later_merges: list[Merge]
    scheme: str
    bare_code: str
    regions: list[Place]
    industries: list[Place]
    products: list[Product]
    partners: list[Partner]
    page: Page
    around: Neighbourhood
    listings: list[Listing]
    contacts: list[Contact]
    owners: list[Owner]
    credits: list[CreditRecord]
    can_judge: bool
    is_favourite: bool

    @property
    def by_side(self) -> dict[Side, list[Neighbour]]:
        """What the picture draws besides the products, which have a table of their own."""
        sides: dict[Side, list[Neighbour]] = {}
        for each in self.around.neighbours:
            if each.side is not Side.PRODUCT:
                sides.setdefault(each.side, []).append(each)
        return sides

    @property
    def left_out(self) -> int:
        """How much the picture does not draw."""
        return sum(self.around.left_out.values())


def show_profile(store: Store, code: str, *, at: date, number: int, viewer: Account) -> Profile:
    """Read one enterprise with a page of its partners. Raises NotFound."""
    enterprise, own = find_existing(store, code), viewer.enterprise
    page = Page(number, PARTNERS, enterprises.count_partners(store, code, at=at))
    is_public = not viewer.sees_drafts
    products = enterprises.list_products(store, code, at=at, only_published=is_public)
    return Profile(
        past.enterprises_as_of(store, [enterprise], end_of(at))[0],
        at,
        past.find_past(store, ENTERPRISE.name, code, end_of(at)),
        _list_merges_after(store, code, end_of(at)),
        *split_code(code),
        enterprises.find_regions(store, code, at=at),
        enterprises.list_industries(store, code, at=at),
        products,
        enterprises.list_partners(store, code, at=at, skip=page.offset, limit=PARTNERS),
        page,
        surround(store, code, products, at=at),
        listings.list_public(store, Market(enterprise=code), today=today(), skip=0, limit=LISTINGS),
        visible_contacts(store, viewer, code),
        ownership.list_owners(store, code, at=at),
        ownership.list_credit(store, code, at=at),
        bool(own) and own != code,
        bool(own) and code in {each.code for each in feedback.list_favourites(store, own)},
    )


def _list_merges_after(store: Store, code: str, instant: str) -> list[Merge]:
    """List what was merged in after a past instant: of these, links are shown as of both."""
    found = list_merges_into(store, code) if instant else []
    return [each for each in found if each.at >= instant]


def visible_contacts(store: Store, viewer: Account, code: str) -> list[Contact]:
    """List whom to call, for those who may know: its people, organizers, whom it accepted."""
    own = viewer.enterprise
    may_know = viewer.can_review or own == code or (own and accepted_between(store, own, code))
    return contacts.list_contacts(store, code) if may_know else []


def find_existing(store: Store, code: str) -> Enterprise:
    """Return the enterprise. Raises NotFound."""
    found = enterprises.find_enterprise(store, code)
    if found is None:
        raise removal_of(store, ENTERPRISE, code) or NotFound(
            "没有编码为 %(code)s 的企业。", code=code
        )
    return found


def show_neighbourhood(store: Store, code: str, *, at: date) -> dict[str, Any]:
    """Read what the picture draws, as plain data. Raises NotFound."""
    (enterprise,) = past.enterprises_as_of(store, [find_existing(store, code)], end_of(at))
    around = find_neighbourhood(store, code, at=at)
    return {
        "name": pick(enterprise.short_name or enterprise.name, enterprise.name_en),
        "neighbours": [_as_data(each) for each in around.neighbours],
        "left_out": sum(around.left_out.values()),
    }


def _as_data(neighbour: Neighbour) -> dict[str, Any]:
    return {
        "code": neighbour.code,
        "name": pick(neighbour.name, neighbour.name_en),
        "side": neighbour.side,
        "linked": list(neighbour.linked),
        "address": address_of(neighbour),
    }


def address_of(neighbour: Neighbour) -> str:
    """Return the page of a partner or of a node."""
    is_partner = neighbour.side in {Side.SUPPLIER, Side.CUSTOMER}
    return url_for("enterprises.page" if is_partner else "chains.node", code=neighbour.code)
