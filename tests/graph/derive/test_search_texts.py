from small_map import save_enterprises, save_makes

from graph.derive import search_texts
from graph.store import Store
from graph.store.bulk import maps

FIND = """
MATCH (e:Enterprise {code: $code})
RETURN e.search AS search, e.words AS words, e.spellings AS spellings
"""


def stored(store: Store, code: str) -> dict:
    return store.read(FIND, code=code)[0]


def test_an_enterprise_is_found_by_names_code_and_products(store: Store) -> None:
    save_enterprises(store, "泵厂")
    save_makes(store, ("泵厂", "液压泵", 0.5))
    assert search_texts.refresh(store) == 1
    assert stored(store, "name:泵厂") == {
        "search": "泵厂 bengchang bc",
        "words": " 泵厂 bengchang bc 泵厂 \ntest:液压泵\t液压泵\t\t 液压泵 yeyabeng yyb ",
        "spellings": ["泵厂", "bengchang", "bc", "name:泵厂"],
    }


def test_a_second_run_changes_nothing(store: Store) -> None:
    save_enterprises(store, "泵厂")
    save_makes(store, ("泵厂", "液压泵", 0.5), ("泵厂", "阀", None))
    assert (search_texts.refresh(store), search_texts.refresh(store)) == (1, 0)


def test_the_text_survives_a_second_import(store: Store) -> None:
    save_enterprises(store, "泵厂")
    save_makes(store, ("泵厂", "液压泵", 0.5))
    search_texts.refresh(store)
    before = stored(store, "name:泵厂")
    row = {"code": "name:泵厂", "name": "泵厂", "kind": "company", "source": "test"}
    assert maps.save_enterprises(store, [row]).unchanged == 1
    assert stored(store, "name:泵厂") == before
    assert search_texts.refresh(store) == 0


def test_a_new_name_keeps_the_products(store: Store) -> None:
    save_enterprises(store, "泵厂")
    save_makes(store, ("泵厂", "阀", 0.5))
    search_texts.refresh(store)
    maps.save_enterprises(store, [{"code": "name:泵厂", "name": "水泵厂", "source": "test"}])
    assert search_texts.refresh(store) == 1
    words = stored(store, "name:泵厂")["words"]
    assert words == " 水泵厂 shuibengchang sbc 泵厂 \ntest:阀\t阀\t\t 阀 fa f "


def test_what_is_made_no_more_leaves_the_text(store: Store) -> None:
    save_enterprises(store, "泵厂", "贸易行")
    save_makes(store, ("泵厂", "阀", 0.5))
    search_texts.refresh(store)
    store.write("MATCH ()-[l:MAKES]->() DELETE l")
    assert (search_texts.refresh(store), search_texts.refresh(store)) == (1, 0)
    assert stored(store, "name:泵厂")["words"] == " 泵厂 bengchang bc 泵厂 "
