"""What each source said, and taking it back without taking what others said."""

import pytest

from graph.domain.evidence import Evidence
from graph.errors import Cancelled
from graph.messages import Message
from graph.schema import BELONGS_TO, IN_CHAIN, LOCATED_IN, MAKES, WITHIN
from graph.store import Store
from graph.store.bulk import maps
from graph.store.map import sources
from graph.store.map.sources import MapCount

DEMO = Evidence("demo", "2026-06-30").properties()
OFFICE = Evidence("office", "2026-06-30").properties()
ADD_USER = "CREATE (:User {email: $email, source: $source})-[:ACTS_FOR]->(:Nothing)"
LIST_NODES = """
MATCH (n) WHERE n.sources IS NOT NULL
RETURN n.code AS code, n.source AS source, n.sources AS sources ORDER BY code
"""
LIST_USERS = "MATCH (u:User) RETURN u.email AS email"
NO_LINKS = (
    "BELONGS_TO",
    "KIND_OF",
    "SUPPLIES",
    "TRADES_WITH",
    "IN_GROUP",
    "CONTROLLED_BY",
    "HAS_CREDIT",
)


@pytest.fixture
def demo_map(store: Store) -> Store:
    """Region 3 in 2 in 1; chain, node and two enterprises, all of the demo."""
    regions = [{"code": code, "name": code, "source": "demo"} for code in "123"]
    maps.save_regions(store, regions)
    maps.save_links(store, WITHIN, [{"start": "3", "end": "2"}, {"start": "2", "end": "1"}])
    maps.save_chains(store, [{"code": "demo:c", "name": "链", "source": "demo"}])
    maps.save_nodes(store, [{"code": "demo:n", "name": "泵", "kind": "position", "source": "demo"}])
    maps.save_links(store, IN_CHAIN, [{"start": "demo:n", "end": "demo:c", **DEMO}])
    companies = [{"code": f"demo:{name}", "name": name, "source": "demo"} for name in "甲乙"]
    maps.save_enterprises(store, companies)
    places = [{"start": f"demo:{name}", "end": "3", **DEMO} for name in "甲乙"]
    maps.save_links(store, LOCATED_IN, places)
    maps.save_links(store, MAKES, [{"start": "demo:甲", "end": "demo:n", **DEMO}])
    return store


def test_counts(demo_map: Store) -> None:
    expected = MapCount(
        {"Region": {"demo": 3}, "Chain": {"demo": 1}, "ChainNode": {"demo": 1}}
        | {"Enterprise": {"demo": 2}, "Owner": {}, "CreditRecord": {}},
        {"WITHIN": {"": 2}, "LOCATED_IN": {"demo": 2}, "IN_CHAIN": {"demo": 1}}
        | {"MAKES": {"demo": 1}}
        | {name: {} for name in NO_LINKS},
    )
    assert sources.count_map(demo_map) == expected


def test_a_source_of_its_own_goes_altogether(demo_map: Store) -> None:
    demo_map.write(ADD_USER, email="a@demo.example", source="demo")
    demo_map.write(ADD_USER, email="b@office.example", source="")
    assert sources.has_source(demo_map, "demo")
    assert sources.remove_source(demo_map, "demo") == 12
    assert not sources.has_source(demo_map, "demo")
    assert demo_map.read(LIST_NODES) == []
    assert demo_map.read(LIST_USERS) == [{"email": "b@office.example"}]
    assert sources.remove_source(demo_map, "demo") == 0


def test_what_another_source_uses_stays(demo_map: Store) -> None:
    company = {"code": "name:丙", "name": "丙", "source": "office"}
    maps.save_enterprises(
        demo_map, [company, {"code": "demo:乙", "name": "乙", "source": "office"}]
    )
    maps.save_links(demo_map, LOCATED_IN, [{"start": "name:丙", "end": "3", **OFFICE}])
    maps.save_links(demo_map, MAKES, [{"start": "name:丙", "end": "demo:n", **OFFICE}])
    assert sources.remove_source(demo_map, "demo") == 6
    assert demo_map.read(LIST_NODES) == [
        {"code": code, "source": "office", "sources": ["office"]}
        for code in ("1", "2", "3", "demo:n", "demo:乙", "name:丙")
    ]


def test_the_parts_of_a_source_go_with_it(store: Store) -> None:
    nodes = [
        {"code": "ckg:泵", "name": "泵", "source": "ckg"},
        {"code": "ckg-industry:1", "name": "机械", "source": "ckg-industry"},
    ]
    maps.save_nodes(store, nodes)
    maps.save_enterprises(store, [{"code": "stock:1", "name": "甲", "source": "ckg"}])
    industry = Evidence("ckg-industry", "2026-06-30").properties()
    ends = {"start": "stock:1", "end": "ckg-industry:1"}
    maps.save_links(store, BELONGS_TO, [{**ends, **industry}])
    assert sources.remove_source(store, "ckg") == 4
    assert store.read(LIST_NODES) == []


def test_progress_and_interruption(demo_map: Store) -> None:
    told: list[tuple[int, int]] = []

    def stop(done: int, total: int, note: Message) -> None:
        told.append((done, total))
        if len(told) == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        sources.remove_source(demo_map, "demo", stop)
    assert told[-1] == (4, 11)
    assert sources.has_source(demo_map, "demo")
    sources.remove_source(demo_map, "demo")
    assert demo_map.read(LIST_NODES) == []
