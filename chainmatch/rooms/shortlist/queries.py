"""What the pages of the shortlist room show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from graph.domain.enterprise import Enterprise
from graph.domain.enterprise_links import Product
from graph.domain.feedback import MOST_COMPARED, MarkedPartner
from graph.domain.listing import Listing, Market
from graph.domain.recommendation import Place
from graph.errors import BadInput
from graph.store import Store
from graph.store.desk import feedback, listings
from graph.store.map import enterprises

LISTINGS = 5
LEAST_COMPARED = 2


@dataclass(frozen=True)
class Shortlist:
    """Favourites and dismissed partners of one enterprise."""

    favourites: list[MarkedPartner]
    dismissed: list[MarkedPartner]


@dataclass(frozen=True)
class Compared:
    """An enterprise as a column of the comparison."""

    enterprise: Enterprise
    regions: list[Place]
    products: list[Product]
    partners: int
    listings: list[Listing]

    @property
    def chains(self) -> list[str]:
        """Names of the chains in which it makes something."""
        positions = [place for product in self.products for place in product.positions]
        return sorted({place.chain_name for place in positions})


def show_shortlist(store: Store, asker: str) -> Shortlist:
    """Read the shortlist of an enterprise."""
    return Shortlist(feedback.list_favourites(store, asker), feedback.list_dismissed(store, asker))


def compare(store: Store, codes: Sequence[str], *, at: date) -> list[Compared]:
    """Put two to five enterprises side by side, in the order given; unknown ones are left out.

    Raises BadInput for fewer or more.
    """
    chosen = list(dict.fromkeys(codes))
    if not LEAST_COMPARED <= len(chosen) <= MOST_COMPARED:
        raise BadInput("请选择 2 到 %(most)s 家企业进行对比。", most=MOST_COMPARED)
    found = [enterprises.find_enterprise(store, code) for code in chosen]
    return [_compared(store, each, at) for each in found if each is not None]


def _compared(store: Store, enterprise: Enterprise, at: date) -> Compared:
    code = enterprise.code
    return Compared(
        enterprise,
        enterprises.find_regions(store, code, at=at),
        enterprises.list_products(store, code, at=at, only_published=True),
        enterprises.count_partners(store, code, at=at),
        listings.list_public(store, Market(enterprise=code), today=at, skip=0, limit=LISTINGS),
    )
