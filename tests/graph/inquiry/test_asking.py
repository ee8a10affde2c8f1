"""Typed queries on a real database, by the user who may only read the map."""

import math
import threading
import time
from collections.abc import Iterator
from typing import Any

import neo4j
import pytest
from neo4j import exceptions

from graph.domain.inquiry import Answer, SeenLink, SeenNode
from graph.embedded import Endpoint, find_reader
from graph.errors import BadInput, Conflict
from graph.inquiry import ask
from graph.store import Store
from graph.store.analyst import looks

SAVE = """
CREATE (:User {email: 'a@b', password_hash: 'secret'})-[:ACTS_FOR]->
       (:Enterprise {code: 'z', name: '泵厂', search: 'beng'})
       -[:MAKES {share: 0.5}]->(:ChainNode {code: 'n', name: '泵'})
"""
MANY = "UNWIND range(1, 300) AS i CREATE (:Enterprise {code: 'e' + toString(i), name: '厂'})"
CROWD = """
UNWIND range(1, 40) AS i CREATE (e:Enterprise {code: 'c' + toString(i), name: '厂'})
WITH collect(e) AS crowd UNWIND crowd AS a UNWIND crowd AS b CREATE (a)-[:TRADES_WITH]->(b)
"""
WRITES = (
    "CREATE (n:Enterprise {code: 'h'})",
    "MATCH (n:Enterprise) SET n.name = 'hacked'",
    "MATCH (n:Enterprise) DETACH DELETE n",
    "MATCH (n:Enterprise {code: 'z'})-[m:MAKES]->() DELETE m",
    "CREATE (n:Evil)",
    "CREATE INDEX evil IF NOT EXISTS FOR (n:Enterprise) ON (n.evil)",
)
MULTIPLYING = (
    "MATCH (e:Enterprise) WITH collect(e.name) AS x UNWIND x AS a UNWIND x AS b UNWIND x AS c"
    " RETURN sum(size(a+b+c)) AS n",
    "MATCH (a:Enterprise),(b:Enterprise),(c:Enterprise),(d:Enterprise)"
    " WHERE a.name+b.name+c.name+d.name='x' RETURN count(*)",
)
PEEPS = (
    "MATCH (u:User) RETURN u.password_hash AS found",
    "MATCH (n) RETURN n.password_hash AS found",
    "MATCH (e:Enterprise)<-[r]-(u) RETURN u.password_hash AS found",
)


@pytest.fixture
def reader(store: Store, request: pytest.FixtureRequest) -> Iterator[Store]:
    """The graph as the user for typed queries sees it; on Neo4j Community that is the only one."""
    store.write(SAVE)

    def locate() -> Endpoint | None:
        at = store.endpoint
        return find_reader(request.getfixturevalue("home")) if at.is_embedded else at

    reader = Store(locate)
    yield reader
    wait_for_those_left_behind()
    reader.close()


def test_values_nodes_links_and_paths_come_back(reader: Store) -> None:
    text = (
        "MATCH p = (e:Enterprise)-[m:MAKES]->(n) RETURN e.name AS name, e, m, n, p, [1, 'x'] AS l"
    )
    answer = ask(reader, text, {})
    assert answer.columns == ("name", "e", "m", "n", "p", "l")
    (row,) = answer.rows
    maker, link, node = row[1:4]
    assert (row[0], maker.label, maker.properties) == (
        "泵厂", "Enterprise", {"code": "z", "name": "泵厂"}
    )  # fmt: skip
    assert (link.type, link.start, link.end) == ("MAKES", maker.id, node.id)
    assert (row[4].nodes, row[4].links, row[5]) == ((maker, node), (link,), [1, "x"])
    assert (answer.nodes, answer.links, answer.is_cut) == ((maker, node), (link,), False)


def test_what_lies_behind_the_limit_of_rows_is_still_counted(store: Store, reader: Store) -> None:
    store.write(MANY)
    answer = ask(reader, "MATCH (e:Enterprise) RETURN e.code AS c ORDER BY c", {}, rows=10)
    assert (len(answer.rows), answer.is_cut, answer.rows[0]) == (10, True, ("e1",))
    own = ask(reader, "MATCH (e:Enterprise) RETURN e.code LIMIT 20", {}, rows=10)
    assert (len(own.rows), own.is_cut) == (10, True)
    counted = ask(reader, "MATCH (e:Enterprise) WHERE e.name = '厂' RETURN count(e)", {}, rows=10)
    assert (counted.rows, counted.is_cut) == (((300,),), False)
    last = ask(reader, "MATCH (e:Enterprise)-[:MAKES]->(n) RETURN n.name", {}, rows=10)
    assert last.rows == (("泵",),)


def test_a_parameter_needs_a_value(reader: Store) -> None:
    text = "MATCH (e:Enterprise {code: $code}) RETURN e.name"
    assert ask(reader, text, {"code": "z", "other": 1}).rows == (("泵厂",),)
    with pytest.raises(BadInput, match=r"请给参数 \$code 填一个值。"):
        ask(reader, text, {})


def test_a_meaningless_query_is_told(reader: Store) -> None:
    with pytest.raises(BadInput, match="数据库没有看懂这条语句"):
        ask(reader, "MATCH (e:Enterprise) RETURN nobody.name", {})


def test_what_cannot_be_computed_is_not_called_unreadable(reader: Store) -> None:
    with pytest.raises(BadInput, match="数据库没能算完这条语句：结果太大，或有算不出的式子。"):
        ask(reader, "MATCH (e:Enterprise) RETURN 1 / 0 AS x", {})


@pytest.mark.parametrize("text", WRITES)
def test_the_server_refuses_to_write_whatever_the_check_says(
    store: Store, reader: Store, text: str
) -> None:
    with pytest.raises(exceptions.Neo4jError):
        reader.look(text, {}, rows=1, seconds=5, user=reader.endpoint.user)
    left = store.read(
        "MATCH (e:Enterprise)-[:MAKES]->(n:ChainNode) RETURN e.name AS e, n.name AS n"
    )
    assert left == [{"e": "泵厂", "n": "泵"}]
    assert store.read("MATCH (n:Evil) RETURN n") == []


@pytest.mark.parametrize("text", PEEPS)
def test_the_embedded_server_shows_no_account_whatever_the_check_says(
    store: Store, reader: Store, text: str
) -> None:
    if not store.endpoint.is_embedded:
        pytest.skip("Neo4j Community has no users who may read a part")
    with pytest.raises(exceptions.Forbidden):
        reader.look(text, {}, rows=1, seconds=5, user=reader.endpoint.user)


def test_a_query_without_end_is_stopped_by_the_server(store: Store, reader: Store) -> None:
    store.write(CROWD)
    trades = "".join(f"-[:TRADES_WITH]->({name})" for name in "bcdefg")
    endless = f"MATCH (a:Enterprise){trades} WHERE a.code + g.code <> 'x' RETURN count(*)"
    with pytest.raises(BadInput, match="查询超过 1 秒，已经停止。"):
        looks.look(reader, endless, {}, rows=1, seconds=1)
    assert ask(reader, "MATCH (n:ChainNode) RETURN n.name", {}).rows == (("泵",),)


def test_a_path_without_end_is_stopped_and_hinders_nobody(store: Store, reader: Store) -> None:
    store.write(CROWD)
    endless = "MATCH (:Enterprise {code: 'c1'})-[:TRADES_WITH*1..6]->(e) RETURN count(e.name)"
    for _ in range(looks.AT_ONCE + 1):
        with pytest.raises(BadInput, match="查询超过 1 秒，已经停止。"):
            looks.look(reader, endless, {}, rows=1, seconds=1)
        assert ask(reader, "MATCH (n:ChainNode) RETURN n.name", {}).rows == (("泵",),)
        wait_for_those_left_behind()


class Stuck(Store):
    """A server that does not answer until it is told."""

    def __init__(self, at: Endpoint) -> None:
        super().__init__(lambda: at)
        self.done = threading.Event()

    @property
    def endpoint(self) -> Endpoint:
        at = self._locate()
        assert at is not None
        return at

    def look(self, *_: Any, **__: Any) -> tuple[list[str], list[neo4j.Record]]:
        self.done.wait()
        return [], []


def wait_for_those_left_behind() -> None:
    for thread in threading.enumerate():
        if thread.name == "typed-query":
            thread.join()


def test_whoever_waits_is_answered_though_the_server_goes_on(
    reader: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "GRACE_SECONDS", 0)
    stuck = Stuck(reader.endpoint)
    try:
        for _ in range(looks.AT_ONCE):
            with pytest.raises(BadInput, match="查询超过 0 秒，已经停止。"):
                looks.look(stuck, "", {}, rows=1, seconds=0.01)
        with pytest.raises(Conflict, match="正在运行的查询太多"):
            ask(reader, "MATCH (n:ChainNode) RETURN n.name", {})
    finally:
        stuck.done.set()
        wait_for_those_left_behind()
    assert ask_when_free(reader, "MATCH (n:ChainNode) RETURN n.name").rows == (("泵",),)


def ask_when_free(reader: Store, text: str) -> Answer:
    """Ask until a user is free again: one whose time ran out gets his rights back in a moment."""
    while True:
        try:
            return ask(reader, text, {})
        except Conflict:
            time.sleep(0.1)


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, math.inf, math.nan])
def test_a_number_that_the_database_cannot_hold_is_not_sent(reader: Store, value: float) -> None:
    with pytest.raises(BadInput, match=r"参数 \$x 的数太大"):
        ask(reader, "RETURN $x AS x", {"x": value})


@pytest.mark.parametrize("value", [2**63 - 1, -(2**63), 1.5e300, True])
def test_a_number_that_the_database_can_hold_comes_back(reader: Store, value: float) -> None:
    assert ask(reader, "RETURN $x AS x", {"x": value, "other": 2**99}).rows == ((value,),)


def test_an_address_in_quotes_is_found(store: Store, reader: Store) -> None:
    store.write("MATCH (e:Enterprise {code: 'z'}) SET e.website = 'https://a.example/*b'")
    for quoted in ("'https://a.example/'", '"https://a.example/"'):
        text = f"MATCH (e:Enterprise) WHERE e.website STARTS WITH {quoted} RETURN e.name"
        assert ask(reader, text, {}).rows == (("泵厂",),)


@pytest.mark.parametrize("text", MULTIPLYING)
def test_what_multiplies_is_refused_before_the_server_is_asked(text: str) -> None:
    with pytest.raises(BadInput, match="没有连在一起|最多用一次 UNWIND"):
        ask(Store(lambda: None), text, {})


def test_parts_are_found_in_lists_and_maps_once() -> None:
    a, b = SeenNode("1", "X", {"name": "甲"}), SeenNode("2", "X", {})
    link = SeenLink("3", "T", "1", "2", {})
    answer = Answer(("x",), (([a, {"of": b}],), ([a, link],)), False, 0.0)
    assert (answer.nodes, answer.links) == ((a, b), (link,))
    assert (a.name, b.name) == ("甲", "X")
