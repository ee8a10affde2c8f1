from small_map import EVIDENCE, save_enterprises, save_makes

from graph import schema
from graph.derive import facets
from graph.store import Store
from graph.store.bulk import maps
from graph.store.map.search import Facets, find_mark, stream_facets


def save_places(store: Store) -> None:
    """甲 in 岳麓区 of 长沙 makes a midstream and an upstream node; 乙 is nowhere."""
    save_enterprises(store, "甲", "乙")
    save_makes(store, ("甲", "挖掘机", 0.5), ("甲", "液压泵", 0.2))
    regions = [("430000", "湖南省"), ("430100", "长沙市"), ("430104", "岳麓区")]
    maps.save_regions(store, [{"code": c, "name": n, "source": "test"} for c, n in regions])
    maps.save_chains(store, [{"code": "c:1", "name": "工程机械", "source": "test"}])
    links = [("430104", "430100"), ("430100", "430000")]
    maps.save_links(store, schema.WITHIN, [{"start": a, "end": b, **EVIDENCE} for a, b in links])
    maps.save_links(store, schema.LOCATED_IN, [{"start": "name:甲", "end": "430104", **EVIDENCE}])
    stages = [("test:挖掘机", "midstream"), ("test:液压泵", "upstream")]
    maps.save_links(
        store,
        schema.IN_CHAIN,
        [{"start": node, "end": "c:1", "stage": stage, **EVIDENCE} for node, stage in stages],
    )


def stored(store: Store) -> dict[str, Facets]:
    return {row["code"]: each for row, each in stream_facets(store)}


def test_facets_come_from_what_is_made_and_where(store: Store) -> None:
    save_places(store)
    assert facets.refresh(store) == 1
    assert stored(store) == {
        "name:甲": Facets(("c:1",), ("upstream", "midstream"), ("430000", "430100", "430104")),
        "name:乙": Facets(),
    }


def test_a_second_run_changes_nothing(store: Store) -> None:
    save_places(store)
    assert (facets.refresh(store), facets.refresh(store)) == (1, 0)


def test_what_ended_is_taken_away(store: Store) -> None:
    save_places(store)
    facets.refresh(store)
    mark = find_mark(store)
    store.write("MATCH (:Enterprise)-[l:MAKES|LOCATED_IN]->() SET l.valid_to = '2021-01-01'")
    assert facets.refresh(store) == 1
    assert stored(store)["name:甲"] == Facets()
    assert find_mark(store) != mark
