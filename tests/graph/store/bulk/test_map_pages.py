from datetime import date

import pytest
from small_chain import EVIDENCE, HOSTILE, save_chain, save_makers, save_trade

from graph import schema
from graph.store import Store
from graph.store.bulk import map_pages, maps
from graph.store.bulk.map_pages import LINK_TYPES, LinksWanted

AT = date(2026, 6, 30)


def read_links(store: Store, wanted: LinksWanted, limit: int) -> list[list[tuple[str, str]]]:
    """Read all pages of a list of links."""
    pages, after = [], ""
    while rows := map_pages.list_links(store, wanted, after=after, limit=limit):
        pages.append([(row["start"], row["end"]) for row in rows])
        after = rows[-1]["key"]
    return pages


def save_regions(store: Store) -> None:
    rows = [
        {"code": code, "name": code, "level": level, "source": "test"}
        for code, level in (("430000", "province"), ("430100", "city"), ("430104", "district"))
    ]
    maps.save_regions(store, rows)
    pairs = [("430100", "430000"), ("430104", "430100")]
    maps.save_links(
        store,
        schema.WITHIN,
        [{"start": start, "end": end, "source": "test"} for start, end in pairs],
    )


@pytest.mark.parametrize("limit", [1, 2, 10])
def test_links_come_in_pages_without_gap_or_double(store: Store, limit: int) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙", "甲乙", "😀")
    save_makers(store, HOSTILE, "甲")
    pages = read_links(store, LinksWanted("MAKES", AT), limit)
    assert all(len(page) <= limit for page in pages)
    found = [pair for page in pages for pair in page]
    assert len(found) == 5
    assert set(found) == {
        ("name:甲", "test:钢"),
        ("name:甲", HOSTILE),
        ("name:乙", "test:钢"),
        ("name:甲乙", "test:钢"),
        ("name:😀", "test:钢"),
    }


def test_a_page_goes_on_past_what_was_added_and_removed(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "b", "c", "d")
    wanted = LinksWanted("MAKES", AT)
    first = map_pages.list_links(store, wanted, after="", limit=2)
    assert [row["start"] for row in first] == ["name:b", "name:c"]
    save_makers(store, "test:钢", "a", "e")
    store.write("MATCH (e:Enterprise {code: 'name:c'}) DETACH DELETE e")
    rest = map_pages.list_links(store, wanted, after=first[-1]["key"], limit=10)
    assert [row["start"] for row in rest] == ["name:d", "name:e"]


def test_links_from_and_to_one_code(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")
    save_makers(store, HOSTILE, "甲")
    save_trade(store, "甲", "乙")
    makes = [
        read_links(store, LinksWanted("MAKES", AT, start="name:甲"), 9),
        read_links(store, LinksWanted("MAKES", AT, end="test:钢"), 9),
        read_links(store, LinksWanted("MAKES", AT, start="name:甲", end="test:钢"), 9),
        read_links(store, LinksWanted("TRADES_WITH", AT, end="name:乙"), 9),
        read_links(store, LinksWanted("MAKES", AT, start="name:无"), 9),
    ]
    assert [{pair for page in pages for pair in page} for pages in makes] == [
        {("name:甲", "test:钢"), ("name:甲", HOSTILE)},
        {("name:甲", "test:钢"), ("name:乙", "test:钢")},
        {("name:甲", "test:钢")},
        {("name:甲", "name:乙")},
        set(),
    ]


def test_links_hold_on_their_days(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲")
    old = LinksWanted("MAKES", date.fromisoformat(EVIDENCE["valid_from"]).replace(year=2000))
    assert read_links(store, old, 9) == []


def test_a_draft_tells_its_links_to_the_staff_only(store: Store) -> None:
    save_chain(store, published=False)
    public, staff = (
        read_links(store, LinksWanted("IN_CHAIN", AT, sees_drafts=sees), 9)
        for sees in (False, True)
    )
    assert (public, len(staff[0])) == ([], 3)
    assert map_pages.list_published(store) == frozenset()
    assert read_links(store, LinksWanted("IN_CHAIN", AT, end="test:gc"), 9) == []


@pytest.mark.parametrize("kind", LINK_TYPES)
def test_every_type_can_be_read_from_all_and_to_one(store: Store, kind: str) -> None:
    assert read_links(store, LinksWanted(kind, AT), 9) == []
    assert read_links(store, LinksWanted(kind, AT, end="test:钢"), 9) == []


def test_regions_and_nodes_by_code(store: Store) -> None:
    save_regions(store)
    save_chain(store)
    regions = map_pages.list_regions(store, after="", limit=9)
    assert [(row["code"], row["within"]) for row in regions] == [
        ("430000", None),
        ("430100", "430000"),
        ("430104", "430100"),
    ]
    inner = map_pages.list_regions(store, within="430100", after="", limit=9)
    assert [row["code"] for row in inner] == ["430104"]
    cities = map_pages.list_regions(store, level="city", after="", limit=9)
    assert [row["code"] for row in cities] == ["430100"]
    assert map_pages.list_regions(store, after="430104", limit=9) == []
    nodes = [row["code"] for row in map_pages.list_nodes(store, after="", limit=2)]
    rest = [row["code"] for row in map_pages.list_nodes(store, after=nodes[-1], limit=2)]
    assert sorted(nodes + rest) == sorted(["test:钢", "test:挖掘机", HOSTILE])
    some = map_pages.list_nodes(store, of=["test:钢"], kind="position", after="", limit=9)
    assert [row["code"] for row in some] == ["test:钢"]
    assert map_pages.list_nodes(store, kind="industry", after="", limit=9) == []


def test_enterprises_come_in_the_order_asked_for(store: Store) -> None:
    save_makers(store, "test:钢", "甲", "乙")
    found = map_pages.list_enterprises(store, ["name:乙", "name:无", "name:甲"])
    assert [each.code for each in found] == ["name:乙", "name:甲"]
