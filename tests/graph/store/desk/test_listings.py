from dataclasses import replace
from datetime import timedelta

import pytest
from small_listing import NEED, NOON, TODAY, post, save_map

from graph.domain.file import StoredFile
from graph.domain.listing import MOST_LIVING, Attachment, ListingKind, ListingState, Market
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.desk import listings
from graph.store.files import save_file

PAPER = StoredFile("ab" * 32, "图纸.pdf", 1234)


def public(store: Store, **asked: str) -> list[str]:
    market = Market(**asked)
    found = listings.list_public(store, market, today=TODAY, skip=0, limit=10)
    assert listings.count_public(store, market, today=TODAY) == len(found)
    return [listing.title for listing in found]


def test_a_posted_listing_waits_for_review_and_says_all_that_was_given(store: Store) -> None:
    save_map(store)
    posted = post(store, publish=False)
    assert replace(posted, created_at="", changed_at="") == replace(
        NEED, enterprise_name="甲", node_name="钢"
    )
    assert [listing.id for listing in listings.list_pending(store, skip=0, limit=9)] == [NEED.id]
    assert public(store) == []


def test_a_published_listing_is_public_until_its_last_day(store: Store) -> None:
    save_map(store)
    assert post(store).expires_on == "2027-02-21"
    assert public(store) == ["求购特种钢"]
    later = TODAY + timedelta(days=91)
    assert listings.list_public(store, Market(), today=later, skip=0, limit=9) == []


def test_filters_of_the_market(store: Store) -> None:
    save_map(store)
    post(store)
    post(store, id="2" * 32, kind=ListingKind.OFFER, title="现货 PUMP", enterprise="name:丙")
    assert public(store, kind="offer") == ["现货 PUMP"]
    assert public(store, words="pump") == ["现货 PUMP"]
    assert public(store, words="丙") == ["现货 PUMP"]
    assert public(store, enterprise="name:丙") == ["现货 PUMP"]
    assert public(store, node="test:挖掘机") == []
    assert public(store, chain="test:none") == []
    assert sorted(public(store, chain="test:gc")) == ["求购特种钢", "现货 PUMP"]


def test_a_refused_listing_says_why_and_is_reviewed_again_after_a_change(store: Store) -> None:
    save_map(store)
    posted = post(store, publish=False)
    listings.refuse(store, posted, reason="请写明规格", at=NOON)
    refused = listings.find_listing(store, NEED.id)
    assert (refused.stored_state, refused.reason) == (ListingState.REFUSED, "请写明规格")
    listings.change_listing(store, replace(refused, title="求购 Q355B 钢"), [], kept=[], at=NOON)
    changed = listings.find_listing(store, NEED.id)
    assert (changed.stored_state, changed.reason, changed.title, changed.version) == (
        ListingState.PENDING,
        "",
        "求购 Q355B 钢",
        3,
    )


def test_who_read_an_older_version_changes_nothing(store: Store) -> None:
    save_map(store)
    seen = post(store, publish=False)
    listings.change_listing(store, replace(seen, title="先"), [], kept=[], at=NOON)
    with pytest.raises(Conflict, match="已被别人修改"):
        listings.change_listing(store, replace(seen, title="后"), [], kept=[], at=NOON)
    with pytest.raises(Conflict, match="已被别人修改"):
        listings.publish(store, seen, today=TODAY, at=NOON)
    found = listings.find_listing(store, NEED.id)
    assert (found.title, found.stored_state) == ("先", ListingState.PENDING)


def test_a_closed_listing_stays_closed(store: Store) -> None:
    save_map(store)
    listings.close(store, post(store), at=NOON)
    closed = listings.find_listing(store, NEED.id)
    assert closed.stored_state == ListingState.CLOSED
    with pytest.raises(Conflict):
        listings.change_listing(store, closed, [], kept=[], at=NOON)
    assert public(store) == []


def test_a_renewed_listing_lives_on_from_today(store: Store) -> None:
    save_map(store)
    seen = post(store)
    later = TODAY + timedelta(days=80)
    listings.renew(store, seen, today=later, at=NOON)
    assert listings.find_listing(store, NEED.id).expires_on == "2027-05-12"


def test_a_double_click_posts_once(store: Store) -> None:
    save_map(store)
    post(store)
    with pytest.raises(Conflict):
        post(store)
    assert listings.count_of(store, "name:甲") == 1


def test_a_listing_about_nothing_is_not_posted(store: Store) -> None:
    save_map(store)
    with pytest.raises(NotFound, match="test:none"):
        post(store, node="test:none")
    assert listings.list_of(store, "name:甲", skip=0, limit=9) == []


def test_the_number_of_living_listings_is_bounded(store: Store) -> None:
    save_map(store)
    for number in range(MOST_LIVING):
        post(store, id=f"{number:032}", publish=False)
    with pytest.raises(Conflict, match="最多 50 条"):
        post(store)


def test_files_come_and_go_with_a_change(store: Store) -> None:
    save_map(store)
    save_file(store, PAPER)
    listings.create_listing(store, NEED, [PAPER], today=TODAY, at=NOON)
    posted = listings.find_listing(store, NEED.id)
    assert posted.files == (Attachment(PAPER.sha256, "图纸.pdf", 1234),)
    listings.change_listing(store, posted, [], kept=[PAPER.sha256], at=NOON)
    kept = listings.find_listing(store, NEED.id)
    assert kept.files == posted.files
    listings.change_listing(store, kept, [], kept=[], at=NOON)
    assert listings.find_listing(store, NEED.id).files == ()


def test_an_unknown_listing(store: Store) -> None:
    with pytest.raises(NotFound):
        listings.find_listing(store, NEED.id)
