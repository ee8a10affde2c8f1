from small_chain import HOSTILE, save_makers
from small_listing import TODAY, post, save_map

from graph.domain.listing import Listing, ListingKind
from graph.recommend.counterparts import find_counterparts
from graph.store import Store


def fitting(store: Store, listing: Listing) -> list[tuple[str, bool]]:
    found = find_counterparts(store, listing, today=TODAY, top=10)
    return [(each.enterprise.code, each.listing is not None) for each in found]


def test_a_need_is_met_by_who_makes_it_but_not_by_oneself(store: Store) -> None:
    save_map(store)
    assert fitting(store, post(store)) == [("name:乙", False)]


def test_an_offer_fits_who_makes_something_of_it(store: Store) -> None:
    save_map(store)
    offer = post(store, kind=ListingKind.OFFER)
    assert fitting(store, offer) == [("name:丙", False)]
    (found,) = find_counterparts(store, offer, today=TODAY, top=10)
    assert found.paths[0].meeting_place.code == HOSTILE
    assert 0 < found.strength < 1


def test_who_posted_the_answer_comes_first(store: Store) -> None:
    save_map(store)
    save_makers(store, "test:挖掘机", "丁")
    need = post(store)
    post(store, id="2" * 32, kind=ListingKind.OFFER, enterprise="name:丁")
    post(store, id="3" * 32, kind=ListingKind.OFFER, enterprise="name:丙", publish=False)
    assert fitting(store, need) == [("name:丁", True), ("name:乙", False)]
