"""Saving the map in bulk: idempotent, versioned, nothing lost without a word."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from graph.domain.evidence import Evidence
from graph.errors import Cancelled
from graph.messages import Message
from graph.schema import (
    CHAIN_NODE,
    IN_CHAIN,
    LOCATED_IN,
    MAKES,
    OPEN_END,
    SUPPLIES,
    TRADES_WITH,
    WITHIN,
)
from graph.store import Store
from graph.store.bulk import maps, saving
from graph.store.bulk.saving import Refused, Saved

JUNE = Evidence("ckg", "2026-06-30", 0.8)
JULY = Evidence("ckg", "2026-07-31", 0.8)
OFFICE = Evidence("office", "2026-07-01")
LIST_MAKES = """
MATCH (a:Enterprise)-[l:MAKES]->(b:ChainNode)
RETURN a.code AS start, b.code AS end, l.share AS share, l.capacity AS capacity,
       l.source AS source, l.as_of AS as_of, l.valid_from AS valid_from, l.valid_to AS valid_to
ORDER BY start, end, source, valid_from
"""
LIST_PLACES = """
MATCH (a:Enterprise)-[l:LOCATED_IN]->(b:Region)
RETURN a.code AS start, b.code AS end, l.valid_from AS valid_from, l.valid_to AS valid_to
ORDER BY valid_from
"""
FIND_NODE = "MATCH (n:ChainNode {code: $code}) RETURN properties(n) AS node"
FIND_ENTERPRISE = "MATCH (n:Enterprise {code: $code}) RETURN properties(n) AS node"


def node(code: str, name: str, source: str = "ckg", **more: object) -> dict[str, object]:
    return {"code": code, "name": name, "kind": "product", "source": source, **more}


def make(share: float | None, evidence: Evidence, **more: object) -> dict[str, object]:
    ends = {"start": "stock:1", "end": "ckg:泵"}
    return {**ends, "share": share, **evidence.properties(), **more}


@pytest.fixture
def ends(store: Store) -> Store:
    maps.save_nodes(store, [node("ckg:泵", "泵")])
    maps.save_enterprises(store, [{"code": "stock:1", "name": "甲", "source": "ckg"}])
    return store


def test_saving_twice_writes_nothing(store: Store) -> None:
    rows = [node("ckg:泵", "泵"), node("ckg:阀", "阀", name_en="Valve")]
    assert maps.save_nodes(store, rows) == Saved(created=2)
    before = store.read_one(FIND_NODE, code="ckg:阀")
    assert maps.save_nodes(store, rows) == Saved(unchanged=2)
    assert store.read_one(FIND_NODE, code="ckg:阀") == before


def test_two_imports_at_once_make_each_node_once(store: Store) -> None:
    rows = [node(f"ckg:{number}", str(number)) for number in range(500)]
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda _: maps.save_nodes(store, rows), range(2))
    assert sorted([first, second], key=lambda saved: saved.created) == [
        Saved(unchanged=500),
        Saved(created=500),
    ]


def test_a_node_twice_in_one_batch_is_made_once(store: Store) -> None:
    rows = [node("ckg:泵", "泵"), node("ckg:泵", "泵", name_en="Pump"), node("ckg:泵", "泵")]
    assert maps.save_nodes(store, rows) == Saved(created=1, changed=1, unchanged=1)


def test_a_row_from_another_source_wipes_nothing(store: Store) -> None:
    first = {"code": "stock:1", "name": "甲", "website": "a.example", "certifications": ("A", "B")}
    maps.save_enterprises(store, [{**first, "source": "office"}])
    second = {"code": "stock:1", "name": "甲", "website": "", "size": "large", "source": "ckg"}
    assert maps.save_enterprises(store, [second]) == Saved(changed=1)
    found = store.read_one(FIND_ENTERPRISE, code="stock:1")
    assert found is not None
    made_of_names = {"search", "words", "spellings", "made_in"}
    assert {key: value for key, value in found["node"].items() if key not in made_of_names} == {
        "code": "stock:1",
        "name": "甲",
        "website": "a.example",
        "certifications": ["A", "B"],
        "size": "large",
        "source": "office",
        "sources": ["office", "ckg"],
    }
    assert maps.save_enterprises(store, [second]) == Saved(unchanged=1)


def test_names_are_made_findable(store: Store) -> None:
    maps.save_nodes(store, [node("ckg:泵", "泵")])
    found = store.read_one(FIND_NODE, code="ckg:泵")
    assert found is not None
    assert found["node"]["match_key"] == "泵"
    assert "泵" in found["node"]["search"]
    maps.save_nodes(store, [node("ckg:泵", "水泵")])
    changed = store.read_one(FIND_NODE, code="ckg:泵")
    assert changed is not None
    assert changed["node"]["match_key"] == "水泵"


def test_links_are_saved_once(ends: Store) -> None:
    assert maps.save_links(ends, MAKES, [make(0.3, JUNE)]) == Saved(created=1)
    assert maps.save_links(ends, MAKES, [make(0.3, JUNE)]) == Saved(unchanged=1)
    assert ends.read(LIST_MAKES) == [
        {
            "start": "stock:1",
            "end": "ckg:泵",
            "share": 0.3,
            "capacity": None,
            "source": "ckg",
            "as_of": "2026-06-30",
            "valid_from": "2026-06-30",
            "valid_to": OPEN_END,
        }
    ]


def test_a_changed_value_closes_the_old_version(ends: Store) -> None:
    maps.save_links(ends, MAKES, [make(0.3, JUNE, capacity="年产 6 万台")])
    assert maps.save_links(ends, MAKES, [make(0.4, JULY)]) == Saved(changed=1)
    versions = [
        (row["share"], row["capacity"], row["as_of"], row["valid_from"], row["valid_to"])
        for row in ends.read(LIST_MAKES)
    ]
    assert versions == [
        (0.3, "年产 6 万台", "2026-06-30", "2026-06-30", "2026-07-31"),
        (0.4, "年产 6 万台", "2026-07-31", "2026-07-31", OPEN_END),
    ]
    rows = [make(0.3, JUNE), make(0.4, JULY)]
    assert maps.save_links(ends, MAKES, rows) == Saved(unchanged=2)


def test_sources_keep_links_of_their_own(ends: Store) -> None:
    maps.save_links(ends, MAKES, [make(0.3, JUNE)])
    assert maps.save_links(ends, MAKES, [make(0.4, OFFICE)]) == Saved(created=1)
    assert [(row["source"], row["share"]) for row in ends.read(LIST_MAKES)] == [
        ("ckg", 0.3),
        ("office", 0.4),
    ]


def test_a_link_to_nowhere_is_refused(ends: Store) -> None:
    rows = [
        make(0.3, JUNE),
        make(0.3, JUNE, end="ckg:无"),
        make(0.3, JUNE, start="stock:2", end="ckg:无"),
        make(0.3, JUNE, start="stock:2"),
    ]
    unknown = "图谱里没有编码 %(code)s"
    expected = (
        Refused(1, "end", Message(unknown, {"code": "ckg:无"})),
        Refused(2, "start", Message(unknown, {"code": "stock:2"})),
        Refused(3, "start", Message(unknown, {"code": "stock:2"})),
    )
    assert maps.save_links(ends, MAKES, rows) == Saved(created=1, refused=expected)
    assert maps.save_links(ends, MAKES, rows) == Saved(unchanged=1, refused=expected)


def test_two_values_for_one_day_are_not_guessed_between(
    ends: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [make(0.3, JUNE), make(0.3, JUNE), make(0.4, JUNE)]
    twice = Refused(2, "end", Message("同一份数据里已有这条关系，内容不同"))
    assert maps.save_links(ends, MAKES, rows) == Saved(1, unchanged=1, refused=(twice,))
    monkeypatch.setattr(saving, "BATCH", 1)
    assert maps.save_links(ends, MAKES, rows) == Saved(unchanged=2, refused=(twice,))


def test_an_outdated_value_is_refused(ends: Store) -> None:
    maps.save_links(ends, MAKES, [make(0.4, JULY, valid_from="2026-01-01")])
    outdated = Refused(0, "as_of", Message("图谱里已有同一来源更新的数据"))
    assert maps.save_links(ends, MAKES, [make(0.3, JUNE)]) == Saved(refused=(outdated,))


def test_a_link_that_never_held_is_refused(ends: Store) -> None:
    never = Refused(0, "valid_to", Message("失效日期应晚于生效日期"))
    rows = [make(0.3, JUNE, valid_to="2026-06-30")]
    assert maps.save_links(ends, MAKES, rows) == Saved(refused=(never,))


def test_a_link_that_ended_is_closed_once(ends: Store) -> None:
    maps.save_links(ends, MAKES, [make(0.3, JUNE)])
    ended = [make(0.3, JULY, valid_from="2026-06-30", valid_to="2026-07-15")]
    assert maps.save_links(ends, MAKES, ended) == Saved(changed=1)
    assert maps.save_links(ends, MAKES, ended) == Saved(unchanged=1)
    assert [(row["valid_from"], row["valid_to"]) for row in ends.read(LIST_MAKES)] == [
        ("2026-06-30", "2026-07-15")
    ]


def test_trades_are_told_apart_by_product(store: Store) -> None:
    companies = [{"code": f"name:{name}", "name": name, "source": "office"} for name in "甲乙"]
    maps.save_enterprises(store, companies)
    pair = {"start": "name:甲", "end": "name:乙", **OFFICE.properties()}
    rows = [{**pair, "product": product, "times": 2} for product in ("泵", "阀", "")]
    assert maps.save_links(store, TRADES_WITH, rows) == Saved(created=3)
    rows[1] = {**rows[1], "times": 3, **Evidence("office", "2026-08-01").properties()}
    assert maps.save_links(store, TRADES_WITH, rows) == Saved(changed=1, unchanged=2)


def test_an_enterprise_moves(store: Store) -> None:
    regions = [{"code": code, "name": code, "source": "office"} for code in ("430104", "430105")]
    maps.save_regions(store, regions)
    maps.save_enterprises(store, [{"code": "name:甲", "name": "甲", "source": "office"}])
    here = {"start": "name:甲", "end": "430104", **OFFICE.properties()}
    there = {"start": "name:甲", "end": "430105", **Evidence("office", "2026-09-01").properties()}
    maps.save_links(store, LOCATED_IN, [here])
    assert maps.save_links(store, LOCATED_IN, [there]) == Saved(changed=1)
    assert store.read(LIST_PLACES) == [
        {
            "start": "name:甲",
            "end": "430104",
            "valid_from": "2026-07-01",
            "valid_to": "2026-09-01",
        },
        {"start": "name:甲", "end": "430105", "valid_from": "2026-09-01", "valid_to": OPEN_END},
    ]
    assert maps.save_links(store, LOCATED_IN, [here, there]) == Saved(unchanged=2)


def test_a_place_corrected_on_the_same_day_is_the_only_one(store: Store) -> None:
    maps.save_enterprises(store, [{"code": "stock:1", "name": "甲", "source": "office"}])
    regions = [{"code": code, "name": code, "source": "office"} for code in ("430100", "430200")]
    maps.save_regions(store, regions)
    wrong = {"start": "stock:1", "end": "430100", **OFFICE.properties()}
    right = {**wrong, "end": "430200"}
    assert maps.save_links(store, LOCATED_IN, [wrong]) == Saved(created=1)
    assert maps.save_links(store, LOCATED_IN, [right]) == Saved(changed=1)
    assert maps.save_links(store, LOCATED_IN, [right]) == Saved(unchanged=1)
    assert store.read(LIST_PLACES) == [
        {"start": "stock:1", "end": "430200", "valid_from": "2026-07-01", "valid_to": OPEN_END}
    ]


def test_a_corrected_link_says_nothing_of_its_ends(store: Store) -> None:
    maps.save_enterprises(store, [{"code": "stock:1", "name": "甲", "source": "office"}])
    maps.save_nodes(store, [node("test:泵", "泵", "office")])
    row = {"start": "stock:1", "end": "test:泵", "share": 0.2, **OFFICE.properties()}
    maps.save_links(store, MAKES, [row])
    assert maps.save_links(store, MAKES, [{**row, "share": 0.3}]) == Saved(changed=1)
    read = "MATCH ()-[m:MAKES]->() RETURN properties(m) AS link"
    assert [row["link"] for row in store.read(read)] == [{**OFFICE.properties(), "share": 0.3}]


@pytest.mark.parametrize("batch", [1, 10])
def test_a_link_without_evidence_is_saved_once(
    store: Store, monkeypatch: pytest.MonkeyPatch, batch: int
) -> None:
    monkeypatch.setattr(saving, "BATCH", batch)
    regions = [{"code": code, "name": code, "source": "demo"} for code in ("430000", "430100")]
    maps.save_regions(store, regions)
    rows = [{"start": "430100", "end": "430000", "source": "demo"}]
    assert maps.save_links(store, WITHIN, rows) == Saved(created=1)
    assert maps.save_links(store, WITHIN, rows) == Saved(unchanged=1)


def test_a_node_changes_its_stage(store: Store) -> None:
    maps.save_chains(store, [{"code": "tpex:1", "name": "水泥", "source": "tpex"}])
    maps.save_nodes(store, [node("tpex:1/黏土", "黏土", "tpex")])
    ends = {"start": "tpex:1/黏土", "end": "tpex:1", **OFFICE.properties()}
    rows = [{**ends, "stage": "upstream", "position": 0}]
    assert maps.save_links(store, IN_CHAIN, rows) == Saved(created=1)
    rows = [{**ends, "stage": "midstream", "position": 0}]
    assert maps.save_links(store, IN_CHAIN, rows) == Saved(changed=1)


def test_full_batches_are_saved_once_too(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "BATCH", 2)
    nodes = [node(f"ckg:{number}", str(number)) for number in (1, 2, 3, 3, 4)]
    assert maps.save_nodes(store, nodes) == Saved(created=4, unchanged=1)
    assert maps.save_nodes(store, nodes) == Saved(unchanged=5)
    maps.save_enterprises(store, [{"code": "stock:1", "name": "甲", "source": "ckg"}])
    rows = [make(0.1, JUNE, end=f"ckg:{number}") for number in (1, 2, 3, 4)]
    rows.insert(2, make(0.2, JULY, end="ckg:1"))
    assert maps.save_links(store, MAKES, rows) == Saved(created=4, changed=1)
    assert maps.save_links(store, MAKES, rows) == Saved(unchanged=5)
    assert [(row["end"], row["share"]) for row in store.read(LIST_MAKES)] == [
        ("ckg:1", 0.1),
        ("ckg:1", 0.2),
        ("ckg:2", 0.1),
        ("ckg:3", 0.1),
        ("ckg:4", 0.1),
    ]


def test_a_full_batch_with_some_known_nodes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saving, "BATCH", 2)
    maps.save_nodes(store, [node("ckg:3", "3")])
    nodes = [node(f"ckg:{number}", str(number)) for number in range(6)]
    assert maps.save_nodes(store, nodes) == Saved(created=5, unchanged=1)


def test_a_stopped_save_keeps_whole_batches(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(done: int) -> None:
        if done == 2:
            raise Cancelled

    monkeypatch.setattr(saving, "BATCH", 1)
    rows = [node(f"ckg:{number}", str(number)) for number in range(4)]
    with pytest.raises(Cancelled):
        maps.save_nodes(store, rows, stop)
    assert maps.save_nodes(store, rows) == Saved(created=2, unchanged=2)


def test_supplies_between_many(store: Store) -> None:
    rows = [node(f"ckg:{number}", str(number)) for number in range(30)]
    maps.save_nodes(store, rows)
    links = [
        {"start": "ckg:0", "end": f"ckg:{number}", "weight": number, **JUNE.properties()}
        for number in range(1, 30)
    ]
    assert maps.save_links(store, SUPPLIES, links) == Saved(created=29)
    assert maps.save_links(store, SUPPLIES, links) == Saved(unchanged=29)
    assert CHAIN_NODE.searchable
