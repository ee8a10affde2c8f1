from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from merged_pair import EVIDENCE, GOES, STAYS, dump, hang_everything, save_map_links, save_pair

from graph import schema
from graph.domain.merging.fields import Side
from graph.errors import BadInput, Conflict, NotFound
from graph.store import Store, merging
from graph.store.bulk import maps
from graph.store.conference import parties
from graph.store.map.enterprises import find_enterprise
from graph.store.map.partners import list_codes_by_name, list_existing_codes
from graph.store.merging.reading import read_ties
from graph.store.merging.writing import merge as merge_marked
from graph.store.people.claims import list_codes_by_credit_code

NOW = datetime(2026, 11, 28, 8, tzinfo=UTC)
NOTHING: Mapping[str, Side] = {}


@pytest.fixture(autouse=True)
def pair(store: Store) -> None:
    save_pair(store)


def merge(store: Store, sides: Mapping[str, Side] = NOTHING, **ends: str) -> merging.Merge:
    told = {"stays": STAYS, "goes": GOES} | ends
    mark = merging.preview(store, **told, sides=sides).mark
    return merge_marked(store, **told, sides=sides, mark=mark, by="o@test.example", at=NOW)


def ties(store: Store, code: str) -> list[tuple[str, str]]:
    return sorted((tie.type, tie.other) for tie in read_ties(store.read, code))


def node(store: Store, code: str) -> dict[str, Any]:
    return store.read("MATCH (e:Enterprise {code: $code}) RETURN properties(e) AS n", code=code)[0][
        "n"
    ]


def test_links_move_and_those_that_stand_already_do_not(store: Store) -> None:
    save_map_links(store)
    found = merge(store)
    assert ties(store, STAYS) == [
        ("LOCATED_IN", "430100"),
        ("MAKES", "test:泵"),
        ("MAKES", "test:阀"),
        ("NOW", GOES),
        ("TRADES_WITH", "name:伙伴"),
        ("TRADES_WITH", "name:同行"),
    ]
    assert (found.moved, found.kept, find_enterprise(store, GOES)) == (3, 3, None)


def test_undoing_restores_the_whole_graph(store: Store) -> None:
    save_map_links(store)
    hang_everything(store, GOES)
    hang_everything_else(store)
    before = dump(store)
    found = merge(store, {"name": Side.GOES, "region": Side.GOES})
    assert dump(store) != before
    merging.undo(store, found.id, by="o@test.example", at=NOW)
    assert dump(store) == before


def hang_everything_else(store: Store) -> None:
    """Let the one that stays have an account, the one that goes two roles in one project."""
    store.write(
        "MATCH (e:Enterprise {code: $code}) MATCH (p:Project)"
        " CREATE (p)-[:SIGNED_BY {role: 'host'}]->(e) CREATE (p)-[:SIGNED_BY {role: 'guest'}]->(e)",
        code=GOES,
    )
    store.write(
        "MATCH (e:Enterprise {code: $code}) CREATE (u:User {email: 'own@test.example'})"
        " CREATE (u)-[:ACTS_FOR {membership: 'owner'}]->(e)",
        code=STAYS,
    )


def test_nothing_that_hangs_on_the_one_that_goes_is_lost(store: Store) -> None:
    hang_everything(store, GOES)
    before = ties(store, GOES)
    found = merge(store)
    assert ties(store, STAYS) == sorted([*before, ("NOW", GOES)])
    assert found.moved == len(before)


def test_records_name_the_one_that_stays(store: Store) -> None:
    store.write(
        "MATCH (e:Enterprise {code: $goes}) MATCH (o:Enterprise {code: 'name:伙伴'})"
        " CREATE (c:Conference {code: 'c', name: '会'})"
        " CREATE (p:Party {id: 'p', conference: 'c', enterprise: $goes})"
        " CREATE (p)-[:PARTY_OF]->(c) CREATE (p)-[:STANDS_FOR]->(e)"
        " CREATE (r:MeetingRequest {id: 'r', asker: $goes, partner: 'name:伙伴', open_by: $goes,"
        "   awaits: 'name:伙伴', pair: $pair})"
        " CREATE (r)-[:ASKED_BY]->(e) CREATE (r)-[:ASKED_OF]->(o)",
        goes=GOES,
        pair="\n".join(sorted((GOES, "name:伙伴"))),
    )
    before = dump(store)
    found = merge(store)
    request = store.read("MATCH (r:MeetingRequest) RETURN properties(r) AS r")[0]["r"]
    assert request == {
        "id": "r",
        "asker": STAYS,
        "partner": "name:伙伴",
        "open_by": STAYS,
        "awaits": "name:伙伴",
        "pair": "\n".join(sorted((STAYS, "name:伙伴"))),
    }
    assert store.read("MATCH (p:Party) RETURN p.enterprise AS e") == [{"e": STAYS}]
    merging.undo(store, found.id, by="o@test.example", at=NOW)
    assert dump(store) == before


def test_values_stand_as_chosen(store: Store) -> None:
    merge(store, {"name": Side.GOES})
    found = node(store, STAYS)
    assert (found["name"], found["size"], found["website"]) == (
        "甲重工股份有限公司",
        "large",
        "https://a.example",
    )
    assert found["certifications"] == ["专精特新", "高新技术企业"]
    assert (found["former_codes"], found["former_names"]) == ([GOES], ["甲重工"])
    assert found["held_fields"] == ["certifications *", f"name {GOES}"]
    assert found["sources"] == ["a", "b"]
    assert "jiazhonggong " in f"{found['search']} "


def test_what_came_after_the_merge_stays(store: Store) -> None:
    save_map_links(store)
    found = merge(store)
    row = {**EVIDENCE, "start": STAYS, "end": "name:同行", "product": "泵"}
    maps.save_links(store, schema.TRADES_WITH, [row])
    store.write(
        "MATCH (e:Enterprise {code: $code}) SET e.website = 'https://new.example'", code=STAYS
    )
    merging.undo(store, found.id, by="o@test.example", at=NOW)
    assert ties(store, STAYS) == [
        ("LOCATED_IN", "430100"),
        ("MAKES", "test:泵"),
        ("TRADES_WITH", "name:同行"),
        ("TRADES_WITH", GOES),
    ]
    assert node(store, STAYS)["website"] == "https://new.example"
    assert ties(store, GOES) == [
        ("LOCATED_IN", "430200"),
        ("MAKES", "test:泵"),
        ("MAKES", "test:阀"),
        ("TRADES_WITH", "name:伙伴"),
        ("TRADES_WITH", "name:同行"),
        ("TRADES_WITH", STAYS),
    ]


def test_importing_the_old_code_again_changes_nothing(store: Store) -> None:
    save_map_links(store)
    merge(store, {"name": Side.GOES})
    before = dump(store)
    save_pair(store)
    save_map_links(store)
    assert dump(store) == before


def test_a_new_link_of_the_old_code_comes_to_the_one_that_stays(store: Store) -> None:
    merge(store)
    saved = maps.save_links(
        store, schema.MAKES, [{**EVIDENCE, "start": GOES, "end": "test:阀", "share": 0.1}]
    )
    assert (saved.created, ties(store, STAYS)) == (1, [("MAKES", "test:阀"), ("NOW", GOES)])


def test_what_was_exported_carries_its_former_codes(store: Store) -> None:
    row = {"code": "stock:1", "name": "乙", "source": "a", "former_codes": ["name:乙厂", GOES]}
    for _ in range(2):
        maps.save_enterprises(store, [row])
    assert node(store, "stock:1")["former_codes"] == ["name:乙厂"]  # the other has its own record
    assert merging.find_present_code(store, "name:乙厂") == "stock:1"
    saved = maps.save_enterprises(store, [{"code": "name:乙厂", "name": "乙厂", "source": "b"}])
    assert (saved.created, node(store, "stock:1")["name"]) == (0, "乙")


def test_the_old_code_adds_only_what_nobody_told(store: Store) -> None:
    merge(store)
    row = {"code": GOES, "name": "甲", "size": "small", "founded": 1999, "source": "b"}
    maps.save_enterprises(store, [row])
    found = node(store, STAYS)
    assert (found["name"], found["size"], found["founded"]) == ("甲重工", "large", 1999)


def test_a_merged_record_is_found_by_its_names_and_credit_code(store: Store) -> None:
    uscc = "91430000717913247N"
    row = {"code": f"uscc:{uscc}", "name": "甲乙重型机器厂", "source": "c"}
    maps.save_enterprises(store, [row])
    merge(store, goes=f"uscc:{uscc}")
    assert node(store, STAYS)["credit_code"] == uscc
    assert list_codes_by_credit_code(store, uscc) == [STAYS]
    assert list_codes_by_name(store, "甲乙重型机器厂") == [STAYS]
    assert list_existing_codes(store, [f"uscc:{uscc}"]) == [STAYS]
    assert parties.find_codes(store, {"甲乙重型机器厂"}) == {"甲乙重型机器厂": [STAYS]}
    assert parties.list_unknown(store, [f"uscc:{uscc}", "name:无"]) == ["name:无"]


def test_codes_lead_on_through_two_merges(store: Store) -> None:
    first = merge(store)
    second = merge(store, stays="name:伙伴", goes=STAYS)
    assert merging.find_present_code(store, GOES) == "name:伙伴"
    assert node(store, "name:伙伴")["former_codes"] == sorted([GOES, STAYS])
    with pytest.raises(Conflict, match="此后又把“甲重工”并入了“伙伴”"):
        merging.undo(store, first.id, by="o@test.example", at=NOW)
    merging.undo(store, second.id, by="o@test.example", at=NOW)
    assert merging.find_present_code(store, GOES) == STAYS
    merging.undo(store, first.id, by="o@test.example", at=NOW)
    assert merging.find_present_code(store, GOES) == ""


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        (
            "CREATE (c:Conference {code: 'c', name: '会'}) CREATE (p:Party {id: '1'})"
            " CREATE (q:Party {id: '2'}) CREATE (p)-[:PARTY_OF]->(c) CREATE (q)-[:PARTY_OF]->(c)"
            " CREATE (p)-[:STANDS_FOR]->(a) CREATE (q)-[:STANDS_FOR]->(b)",
            "都在参加“会”",
        ),
        (
            "CREATE (p:Project {code: 'p', name: '厂'}) CREATE (p)-[:SIGNED_BY]->(a)"
            " CREATE (p)-[:SIGNED_BY]->(b)",
            "都是项目“厂”的签约方",
        ),
        (
            "CREATE (r:MeetingRequest {id: 'r'}) CREATE (r)-[:ASKED_BY]->(a)"
            " CREATE (r)-[:ASKED_OF]->(b)",
            "有 1 份对接请求",
        ),
        (
            "MATCH (o:Enterprise {code: 'name:伙伴'})"
            " CREATE (r:MeetingRequest {id: 'r', pair: '1'}) CREATE (r)-[:ASKED_BY]->(a)"
            " CREATE (s:MeetingRequest {id: 's', pair: '2'})"
            " CREATE (r)-[:ASKED_OF]->(o) CREATE (s)-[:ASKED_BY]->(o) CREATE (s)-[:ASKED_OF]->(b)",
            "等待“伙伴”答复",
        ),
    ],
)
def test_what_two_did_as_two_is_refused_and_nothing_is_written(
    store: Store, statement: str, told: str
) -> None:
    find = "MATCH (a:Enterprise {code: $a}) MATCH (b:Enterprise {code: $b}) "
    store.write(find + statement, a=STAYS, b=GOES)  # type: ignore[arg-type]
    before = dump(store)
    with pytest.raises(Conflict) as raised:
        merge(store)
    assert told in str(raised.value)
    assert dump(store) == before


def test_what_changed_since_it_was_seen_is_not_merged(store: Store) -> None:
    mark = merging.preview(store, STAYS, GOES, NOTHING).mark
    maps.save_enterprises(store, [{"code": GOES, "founded": 1999, "source": "b"}])
    before = dump(store)
    with pytest.raises(Conflict):
        merge_marked(store, stays=STAYS, goes=GOES, sides=NOTHING, mark=mark, by="o", at=NOW)
    assert dump(store) == before


def test_a_second_click_merges_nothing(store: Store) -> None:
    merge(store)
    with pytest.raises(NotFound):
        merge(store)
    with pytest.raises(BadInput):
        merge(store, goes=STAYS)
    assert merging.count_merges(store) == 1


def test_a_merge_is_undone_once(store: Store) -> None:
    found = merge(store)
    merging.undo(store, found.id, by="o@test.example", at=NOW)
    before = dump(store)
    with pytest.raises(Conflict):
        merging.undo(store, found.id, by="o@test.example", at=NOW)
    assert dump(store) == before
    assert [(m.stands, m.undone_by) for m in merging.list_merges(store, skip=0, limit=9)] == [
        (False, "o@test.example")
    ]
