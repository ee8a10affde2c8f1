from pathlib import Path
from urllib.parse import quote

from conftest import Doorman
from small_map import save_enterprises, save_hydraulics

from chainmatch.rooms.recommendations.comparing import list_versions
from graph.domain.account import Role
from graph.recommend.ranking import RULES_3, UsedRanker, save_used_ranker
from graph.recommend.registry import find_ranker
from graph.store import Store

ADDRESS = "/recommendations/compare/name:泵厂"


def test_staff_see_two_versions_side_by_side(doorman: Doorman, store: Store) -> None:
    save_hydraulics(store)
    page = doorman.client(Role.ANALYST).get(ADDRESS).text
    assert page.count("<th>rules-3</th>") == 1
    assert page.count("<th>rules-4</th>") == 1
    assert page.count("2 家里有 2 家相同。") == 1
    assert page.count("推荐页正在使用") == 1


def test_an_odd_version_is_read_as_the_present(doorman: Doorman, store: Store) -> None:
    save_hydraulics(store)
    answer = doorman.client(Role.ANALYST).get(f"{ADDRESS}?left=x&right=rules-1&role=x")
    assert answer.status_code == 200
    assert answer.text.count("<th>rules-3</th>") == 1
    assert answer.text.count("<th>rules-1</th>") == 1


def test_who_has_no_partners_gets_words(doorman: Doorman, store: Store) -> None:
    save_enterprises(store, "泵厂")
    page = doorman.client(Role.ANALYST).get(ADDRESS).text
    assert page.count("没有找到可推荐的伙伴") == 1


def test_enterprises_do_not_compare(doorman: Doorman, store: Store) -> None:
    save_hydraulics(store)
    client = doorman.client(Role.ENTERPRISE, enterprise="name:泵厂")
    assert client.get(ADDRESS).status_code == 403


def test_the_list_of_staff_leads_there(doorman: Doorman, store: Store) -> None:
    save_hydraulics(store)
    page = doorman.client(Role.ANALYST).get("/recommendations/name:泵厂").text
    assert page.count(f'href="{quote(ADDRESS, safe="/:")}?role=supplier"') == 1


def test_what_learned_last_is_in_use(tmp_path: Path) -> None:
    used = UsedRanker("used-2026-11-23", RULES_3.weights, "rules-3", "2026-11-23", 80, 9)
    save_used_ranker(used, tmp_path)
    (tmp_path / "firms-1-2026-11-23-supplier.json").write_text("{}")
    assert find_ranker("", tmp_path) == used
    assert find_ranker("rules-2", tmp_path).version == "rules-2"
    found = [(each.name, each.is_present, each.is_for_rank) for each in list_versions(tmp_path)]
    assert found == [
        ("rules-1", False, False),
        ("rules-2", False, False),
        ("rules-3", False, False),
        ("rules-4", False, False),
        ("used-2026-11-23", True, False),
        ("firms-1-2026-11-23-supplier", False, True),
    ]
