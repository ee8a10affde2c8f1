from small_map import save_enterprises, save_industries, save_makes

from graph.derive import profiles
from graph.store import Store
from graph.store.map.profiles import Summary, list_summaries


def test_the_largest_telling_products_are_kept(store: Store) -> None:
    save_enterprises(store, "甲", "乙", "丙")
    save_makes(
        store,
        ("甲", "平衡项目", 0.9),
        ("甲", "液压泵", 0.2),
        ("甲", "液压马达", 0.3),
        ("甲", "材料", 0.5),
        ("乙", "配件", 0.5),
    )
    save_industries(store, members={"乙": "工程机械"}, upstream={})
    assert profiles.refresh(store) == 2
    assert list_summaries(store) == {
        "name:甲": Summary(("液压马达", "液压泵"), ()),
        "name:乙": Summary((), ("test:工程机械",)),
    }


def test_a_second_run_changes_nothing(store: Store) -> None:
    save_enterprises(store, "甲")
    save_makes(store, ("甲", "液压泵", 0.2))
    assert (profiles.refresh(store), profiles.refresh(store)) == (1, 0)


def test_what_is_no_longer_made_is_taken_away(store: Store) -> None:
    save_enterprises(store, "甲")
    save_makes(store, ("甲", "液压泵", 0.2))
    profiles.refresh(store)
    store.write("MATCH (n:ChainNode) DETACH DELETE n")
    profiles.refresh(store)
    assert list_summaries(store) == {"name:甲": Summary((), ())}
