from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from small_chain import EVIDENCE, HOSTILE, save_chain, save_makers

from graph import schema
from graph.domain.profile import Basics, OwnProduct
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.bulk import maps
from graph.store.desk import own_profiles
from graph.store.map import enterprises

CODE = "name:甲"
TODAY = date(2026, 11, 23)
TOMORROW = date(2026, 11, 24)
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
TOLD = Basics(
    short_name="甲钢",
    name_en="Jia Steel",
    size="medium",
    founded=2008,
    website="https://jia.example",
    certifications=("高新技术企业", "ISO 9001"),
    summary="炼特种钢。",
)


@pytest.fixture(autouse=True)
def _map(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲")
    regions = [
        {"code": "4301", "name": "长沙市", "level": "city", "source": "test"},
        {"code": "430104", "name": "岳麓区", "level": "district", "source": "test"},
    ]
    maps.save_regions(store, regions)


def save(store: Store, basics: Basics, version: int, today: date = TODAY) -> Basics:
    return own_profiles.save_basics(store, CODE, basics, version=version, today=today, at=NOON)


def state(store: Store, node: str, version: int, today: date = TODAY, **told: object) -> object:
    product = OwnProduct(node, **told)  # type: ignore[arg-type]
    return own_profiles.save_product(store, CODE, product, version=version, today=today, at=NOON)


def remove(store: Store, node: str, version: int, today: date = TODAY) -> OwnProduct:
    return own_profiles.remove_product(store, CODE, node, version=version, today=today, at=NOON)


def products(store: Store, at: date) -> list[tuple[str, float | None, str, str]]:
    made = enterprises.list_products(store, CODE, at=at, only_published=False)
    return [(each.code, each.share, each.capacity, each.evidence.source) for each in made]


def places(store: Store, at: date) -> list[str]:
    return [place.name for place in enterprises.find_regions(store, CODE, at=at)]


def test_what_an_enterprise_tells_stands_and_what_was_before_is_returned(store: Store) -> None:
    before = own_profiles.find_profile(store, CODE)
    assert (before.basics, before.version) == (Basics(size="small"), 0)
    assert save(store, TOLD, 0) == Basics(size="small")
    after = own_profiles.find_profile(store, CODE)
    assert (after.basics, after.version) == (TOLD, 1)


def test_the_second_of_two_who_edit_is_told_and_nothing_is_lost(store: Store) -> None:
    save(store, TOLD, 0)
    with pytest.raises(Conflict):
        save(store, replace(TOLD, summary="别的话"), 0)
    with pytest.raises(Conflict):
        state(store, HOSTILE, 0)
    found = own_profiles.find_profile(store, CODE)
    assert (found.basics.summary, found.version) == ("炼特种钢。", 1)
    assert len(products(store, TODAY)) == 1


def test_an_import_changes_only_what_the_enterprise_did_not_tell(store: Store) -> None:
    save(store, TOLD, 0)
    row = {"code": CODE, "name": "甲公司", "short_name": "老甲", "size": "large", "market": "沪"}
    maps.save_enterprises(store, [{**row, "kind": "company", "source": "test"}])
    found = enterprises.find_enterprise(store, CODE)
    assert found is not None
    assert (found.name, found.short_name, found.size, found.market) == (
        "甲公司",
        "甲钢",
        "medium",
        "沪",
    )


def test_a_value_may_be_taken_back(store: Store) -> None:
    save(store, TOLD, 0)
    save(store, Basics(), 1)
    assert own_profiles.find_profile(store, CODE).basics == Basics()


def test_an_enterprise_moves(store: Store) -> None:
    save(store, replace(TOLD, region="4301"), 0)
    save(store, replace(TOLD, region="430104"), 1, TOMORROW)
    assert (places(store, TODAY), places(store, TOMORROW)) == (["长沙市"], ["岳麓区"])
    assert own_profiles.find_profile(store, CODE).basics.region == "430104"
    with pytest.raises(NotFound):
        save(store, replace(TOLD, region="999"), 2)
    assert own_profiles.find_profile(store, CODE).version == 2


def test_what_is_made_is_told_from_day_to_day(store: Store) -> None:
    assert products(store, TODAY) == [("test:钢", 0.4, "", "test")]
    assert state(store, "test:钢", 0, share=0.7, capacity="10 万吨") == OwnProduct("test:钢", 0.4)
    assert products(store, TODAY) == [("test:钢", 0.7, "10 万吨", "self")]
    assert products(store, date(2026, 11, 22)) == [("test:钢", 0.4, "", "test")]
    assert state(store, HOSTILE, 1) is None
    assert [code for code, *_ in products(store, TODAY)] == ["test:钢", HOSTILE]


def test_what_is_told_twice_on_a_day_stands_once(store: Store) -> None:
    state(store, "test:钢", 0, share=0.7)
    state(store, "test:钢", 1, share=0.8)
    assert remove(store, "test:钢", 2) == OwnProduct("test:钢", 0.8)
    assert products(store, TODAY) == []
    state(store, "test:钢", 3, share=0.9)
    assert products(store, TODAY) == [("test:钢", 0.9, "", "self")]


def test_what_is_no_longer_made_stays_in_the_past(store: Store) -> None:
    remove(store, "test:钢", 0)
    assert products(store, TODAY) == []
    assert products(store, date(2026, 11, 22)) == [("test:钢", 0.4, "", "test")]
    with pytest.raises(NotFound):
        remove(store, "test:钢", 1)
    again = {"start": CODE, "end": "test:钢", "share": 0.4, **EVIDENCE}
    maps.save_links(store, schema.MAKES, [again])
    assert products(store, TODAY) == []


def test_an_unknown_node_writes_nothing(store: Store) -> None:
    with pytest.raises(NotFound):
        state(store, "test:无", 0)
    assert own_profiles.find_profile(store, CODE).version == 0
    with pytest.raises(NotFound):
        own_profiles.find_profile(store, "name:无")
