from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from conftest import Doorman
from small_listing import NEED, post, save_map

from chainmatch.config import Config
from chainmatch.formats import today
from chainmatch.rooms.listings.matching import MOST_A_DAY, tell_matches
from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.clock import now
from graph.domain.notice import NoticeKind
from graph.store import Store
from graph.store.desk import listings
from graph.store.post import notices

BEN = "enterprise@test.example"


@pytest.fixture
def maker(store: Store, doorman: Doorman) -> str:
    """Somebody who acts for 乙, a maker of what the need asks for."""
    save_map(store)
    refresh(store)
    doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    return BEN


def posted(store: Store, number: int = 1) -> str:
    listing = post(store, publish=False, id=f"{number:032}", title=f"求购特种钢 {number}")
    listings.publish(store, listing, today=today(), at=now())
    return listing.id


def told(store: Store) -> list[str]:
    found = notices.list_notices(store, BEN, kind=NoticeKind.MATCH, skip=0, limit=50)
    return [str(each.notice.message) for each in found]


def test_whom_a_new_listing_fits_is_told_once(maker: str, store: Store, config: Config) -> None:
    listing = posted(store)
    assert told(store) == []
    tell_matches(store, config, now())
    tell_matches(store, config, now())
    assert told(store) == ["“甲”新发布的需求“求购特种钢 1”与贵企业相配。"]
    before = listings.find_listing(store, listing)
    listings.change_listing(store, replace(before, title="改"), [], kept=[], at=now())
    again = listings.find_listing(store, listing)
    listings.publish(store, again, today=today(), at=now())
    tell_matches(store, config, now())
    assert len(told(store)) == 1


def test_what_waits_for_review_is_told_to_nobody(maker: str, store: Store, config: Config) -> None:
    post(store, publish=False)
    tell_matches(store, config, now())
    assert told(store) == []
    assert listings.list_unmatched(store) == []
    assert NEED.enterprise == "name:甲"


def test_no_more_than_a_few_a_day_by_name(maker: str, store: Store, config: Config) -> None:
    for number in range(MOST_A_DAY + 3):
        posted(store, number)
    noon = datetime(2026, 11, 23, 4, tzinfo=UTC)
    tell_matches(store, config, noon)
    said = told(store)
    assert len(said) == MOST_A_DAY + 1
    assert said.count("今天还有更多新发布的供给和需求与贵企业相配。") == 1
    posted(store, 99)
    tell_matches(store, config, noon + timedelta(days=1))
    assert len(told(store)) == MOST_A_DAY + 2
