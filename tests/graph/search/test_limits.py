"""Limits of a search: listings, owners, conferences, distance."""

from small_map import EVIDENCE, save_enterprises, save_makes

from graph import schema
from graph.derive import facets, search_texts
from graph.domain.ownership import owner_code
from graph.domain.search import Facet, Limits, Wanted
from graph.search import distances, read_words, search
from graph.store import Store
from graph.store.bulk import maps

AT = "2026-06-30"
SAVE_LISTING = """
MATCH (e:Enterprise {code: $code})
CREATE (e)-[:POSTED]->(:Listing {id: $id, kind: $kind, state: $state, expires_on: $expires})
"""
SAVE_PARTY = """
MATCH (e:Enterprise {code: $code}) MERGE (c:Conference {code: 'c1'})
CREATE (p:Party {id: $code, state: $state})-[:PARTY_OF]->(c)
CREATE (p)-[:STANDS_FOR]->(e)
"""


def save_map(store: Store) -> None:
    """甲 and 乙 5 km apart, 丙 known by its district, 丁 in no place."""
    place = {"latitude": 28.2, "datum": "wgs84", "region": "430104"}
    save_enterprises(store, "甲", longitude=112.90, **place)
    save_enterprises(store, "乙", longitude=112.95, size="small", **place)
    save_enterprises(store, "丙", region="430181", size="small")
    save_enterprises(store, "丁")
    save_makes(store, ("甲", "泵", 0.5), ("丙", "泵", 0.5))
    search_texts.refresh(store)
    facets.refresh(store)


def find(store: Store, **limits: object) -> list[str]:
    wanted = Wanted(limits=Limits(**limits))  # type: ignore[arg-type]
    return [entry.name for entry in search(store, wanted, at=AT).entries]


def test_distance_with_the_nearest_first(store: Store) -> None:
    save_map(store)
    assert find(store, km=20, origin="name:甲") == ["乙"]
    assert find(store, km=100, origin="name:甲") == ["乙", "丙"]
    assert find(store, km=100, origin="name:丁") == []
    assert find(store, km=100, origin="name:没有") == []
    entries = search(store, Wanted(), at=AT).entries
    told = distances(store, entries, "name:甲")
    assert {code: (round(it.km), it.is_rough) for code, it in told.items()} == {
        "name:甲": (0, False),
        "name:乙": (5, False),
        "name:丙": (73, True),
    }


def test_public_offers_and_needs(store: Store) -> None:
    save_map(store)
    rows = [
        ("甲", "offer", "published", "2026-07-01"),
        ("甲", "need", "published", "2026-06-29"),
        ("乙", "offer", "pending", "2026-07-01"),
        ("丙", "need", "published", "2026-06-30"),
    ]
    for number, (name, kind, state, expires) in enumerate(rows):
        values = {"id": str(number), "kind": kind, "state": state, "expires": expires}
        store.write(SAVE_LISTING, code=f"name:{name}", **values)
    assert find(store, has=frozenset({"offer"})) == ["甲"]
    assert find(store, has=frozenset({"need"})) == ["丙"]
    assert find(store, has=frozenset({"offer", "need"})) == []


def test_owners_and_conferences(store: Store) -> None:
    save_map(store)
    code = owner_code("湘江集团")
    maps.save_owners(store, [{"code": code, "name": "湘江集团", "source": "test"}])
    links = [{"start": f"name:{name}", "end": code, **EVIDENCE} for name in "甲丙"]
    maps.save_links(store, schema.IN_GROUP, links)
    for name, state in (("甲", "confirmed"), ("乙", "listed"), ("丙", "declined")):
        store.write(SAVE_PARTY, code=f"name:{name}", state=state)
    assert find(store, owner="湘江") == find(store, owner=code) == ["丙", "甲"]
    assert find(store, conference="c1") == ["乙", "甲"]
    assert find(store, conference="c1", owner=code) == ["甲"]
    assert find(store, conference="c2") == []


def test_facets_count_what_the_limits_leave(store: Store) -> None:
    save_map(store)
    limits = Limits(km=100, origin="name:甲")
    result = search(store, Wanted(limits=limits), at=AT)
    assert result.counts[Facet.SIZE] == {"small": 2}
    wanted = Wanted(limits=limits, node="test:泵")
    assert [entry.name for entry in search(store, wanted, at=AT).entries] == ["丙"]


def test_an_institute_is_found_by_what_it_offers(store: Store) -> None:
    save_enterprises(store, "检测所", kind="institute", services=["环境试验", "中试"])
    search_texts.refresh(store)
    facets.refresh(store)
    for text in ("环境试验", "zhongshi"):
        found = search(store, Wanted(text, read_words(text)), at=AT).entries
        assert [entry.name for entry in found] == ["检测所"]
    assert search_texts.refresh(store) == 0
