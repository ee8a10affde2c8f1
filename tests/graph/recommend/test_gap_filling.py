from datetime import date

import pytest
from small_map import AT, EVIDENCE, save_hydraulics, save_trades

from graph import schema
from graph.derive import refresh
from graph.domain.recommendation import Place
from graph.recommend.gap_filling import Tier, Way, find_fillers
from graph.store import Store
from graph.store.bulk import maps

NODE = Place("test:液压泵", "液压泵")
PLACES = {"泵厂": "430100", "铸造厂": "430200", "泵业": "440300", "精铸": "430100"}


@pytest.fixture
def placed(store: Store) -> Store:
    """泵厂 and 精铸 in 长沙, 铸造厂 in 株洲, 泵业 in 深圳; the last two supply 主机厂."""
    save_hydraulics(store)
    names = {"430100": "长沙市", "430200": "株洲市", "440300": "深圳市"}
    maps.save_regions(
        store,
        [
            {"code": code, "name": name, "level": "city", "source": "test"}
            for code, name in names.items()
        ],
    )
    links = [{"start": f"name:{n}", "end": code, **EVIDENCE} for n, code in PLACES.items()]
    maps.save_links(store, schema.LOCATED_IN, links)
    save_trades(store, ("泵业", "主机厂"), ("铸造厂", "主机厂"))
    refresh(store)
    return store


def told(store: Store, region: str) -> dict[Tier, dict[str, tuple[Way, ...]]]:
    found = find_fillers(store, NODE, region=region, at=date.fromisoformat(AT))
    return {
        tier: {each.firm.enterprise.name: each.ways for each in fillers}
        for tier, fillers in found.items()
    }


def test_candidates_stand_by_distance_with_all_their_reasons(placed: Store) -> None:
    assert told(placed, "430100") == {
        Tier.HERE: {"泵厂": (Way.MAKES,), "精铸": (Way.MATERIAL,)},
        Tier.PARTNER: {"铸造厂": (Way.MATERIAL, Way.SERVES_USERS)},
        Tier.ELSEWHERE: {"泵业": (Way.MAKES, Way.SERVES_USERS)},
    }


def test_on_the_whole_map_all_are_here(placed: Store) -> None:
    found = told(placed, "")
    assert set(found[Tier.HERE]) == {"泵厂", "精铸", "铸造厂", "泵业"}
    assert (found[Tier.PARTNER], found[Tier.ELSEWHERE]) == ({}, {})


def test_the_best_path_says_how_strong_a_candidate_is(placed: Store) -> None:
    found = find_fillers(placed, NODE, region="430100", at=date.fromisoformat(AT))
    (caster,) = found[Tier.PARTNER]
    assert caster.strength == max(path.strength for path in caster.paths)
    assert [step.link for step in caster.paths[0].steps] == ["SUPPLIES", "MAKES"]
