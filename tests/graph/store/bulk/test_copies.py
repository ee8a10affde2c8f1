"""Copying a whole graph: to a second embedded server, and to Neo4j and back."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from copied_graphs import CLEAR, another_graph, everything, save_everything

from graph import schema
from graph.domain import copying
from graph.domain.clock import now
from graph.domain.job import JobState
from graph.errors import Cancelled, Conflict
from graph.exchange.copying import Copied, copy_graph
from graph.messages import Message
from graph.store import Store, settings
from graph.store.bulk import copies
from graph.store.cypher.bulk import copies as cypher
from graph.store.map.search import count_matching
from graph.store.work import jobs, leases

RELATIONSHIP = re.compile(r"-\[\w*:([A-Z_|]+)")
SAVE_UNKNOWN = "CREATE (:Mystery {code: 'x'})"
SAVE_UNKNOWN_LINK = "MATCH (a:User) MATCH (b:Region {code: '430100'}) CREATE (a)-[:LIKES]->(b)"
SAVE_WITHOUT_KEY = "CREATE (:Region {name: '无名'})"
DOUBLE_A_LINK = """
MATCH (a:Enterprise)-[:TRADES_WITH {product: '=泵'}]->(b)
CREATE (a)-[r:TRADES_WITH {product: '=泵'}]->(b)
"""
CHANGE_A_SHARE = "MATCH ()-[r:MAKES {share: 0.1}]->() SET r.share = 0.2"


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    with another_graph(tmp_path_factory.mktemp("second")) as store:
        yield store


@pytest.fixture
def target(second: Store) -> Store:
    second.write(CLEAR)
    return second


@pytest.fixture
def source(store: Store) -> Store:
    save_everything(store)
    return store


def copy(source: Store, target: Store) -> Copied:
    return copy_graph(source, target, at=now())


class StopAfter:
    """Progress that ends the copy after so many reports."""

    def __init__(self, reports: int) -> None:
        self.left = reports

    def __call__(self, done: int, total: int, note: Message) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


def test_the_copy_is_equal(source: Store, target: Store) -> None:
    copied = copy(source, target)
    assert everything(target) == everything(source)
    assert (copied.nodes, copied.links, copied.resumed) == (90, 22, 0)
    assert copied.parts["Enterprise-MAKES-ChainNode"].rows == 3
    assert set(copied.parts) == {part for part, rows in everything(source).items() if rows}


def test_an_empty_graph_is_copied(store: Store, target: Store) -> None:
    assert (copy(store, target).nodes, copies.count_parts(target)) == (0, {})


def test_a_graph_comes_back_from_neo4j(
    embedded_store: Store, neo4j_store: Store, target: Store
) -> None:
    embedded_store.write(CLEAR)
    neo4j_store.write(CLEAR)
    save_everything(embedded_store)
    there = copy(embedded_store, neo4j_store)
    back = copy(neo4j_store, target)
    assert there == back
    assert everything(embedded_store) == everything(neo4j_store) == everything(target)
    found = [count_matching(each, "Enterprise", '"液压"') for each in (neo4j_store, target)]
    assert found == [1, 1]


@pytest.mark.parametrize("reports", (1, 4, 15, 30))
def test_an_interrupted_copy_goes_on(
    source: Store, target: Store, reports: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "NODES_A_PIECE", 5)
    monkeypatch.setattr(copies, "LINKS_A_PIECE", 2)
    with pytest.raises(Cancelled):
        copy_graph(source, target, at=now(), progress=StopAfter(reports))
    begun = sum(copies.count_parts(target).values())
    assert copy(source, target).resumed == begun
    assert everything(target) == everything(source)


def test_a_piece_is_written_once(source: Store, target: Store) -> None:
    part = "Enterprise-TRADES_WITH-Enterprise"
    for label in ("Enterprise", part):
        mark = copies.find_copy(target)
        if mark is None:
            mark = copying.Copy("of a test", "", {})
            copies.begin_copy(target, mark)
        piece = next(copies.read_pieces(source, label, skip=0))
        after = mark.after(label, keys=piece.keys, rows=piece.rows)
        for _ in range(2):
            copies.write_piece(target, label, piece.rows, before=mark, after=after)
        with pytest.raises(Conflict, match="另一个进程"):
            copies.write_piece(target, label, piece.rows, before=mark, after=mark.finished("x"))
    assert copies.count_parts(target)[part] == 3


def test_a_target_in_use_is_refused(source: Store, target: Store) -> None:
    settings.save_setting(target, "city.name", "别的城市")
    with pytest.raises(Conflict, match="目标图谱里已有数据"):
        copy(source, target)
    assert settings.list_settings(target, "") == {"city.name": "别的城市"}


def test_a_finished_copy_is_refused(source: Store, target: Store) -> None:
    copy(source, target)
    with pytest.raises(Conflict, match="完成的一份副本"):
        copy(source, target)
    mark = copies.find_copy(target)
    assert mark is not None and mark.finished_at


def test_another_graphs_copy_is_refused(source: Store, target: Store) -> None:
    copies.begin_copy(target, copying.Copy("another", "", copies.count_parts(source)))
    with pytest.raises(Conflict, match="另一个图谱没有完成的副本"):
        copy(source, target)
    with pytest.raises(Conflict, match="源图谱本身是一份没有完成的副本"):
        copy(target, source)


def test_a_source_that_grew_between_two_runs_is_told(source: Store, target: Store) -> None:
    with pytest.raises(Cancelled):
        copy_graph(source, target, at=now(), progress=StopAfter(4))
    settings.save_setting(source, "city.code", "430100")
    with pytest.raises(Conflict, match="中断之后源图谱有改动"):
        copy(source, target)


def test_a_source_that_changes_meanwhile_is_told(source: Store, target: Store) -> None:
    def change(done: int, total: int, note: Message) -> None:
        if str(note) == "正在核对源图谱" and done * 3 <= total + 3:
            source.write(CHANGE_A_SHARE)

    with pytest.raises(Conflict, match=r"复制期间源图谱有改动（Enterprise-MAKES-ChainNode）"):
        copy_graph(source, target, at=now(), progress=change)


@pytest.mark.parametrize(
    ("wrong", "part"),
    [
        (DOUBLE_A_LINK, "Enterprise-TRADES_WITH-Enterprise"),
        (CHANGE_A_SHARE, "Enterprise-MAKES-ChainNode"),
    ],
)
def test_a_wrong_target_is_told(source: Store, target: Store, wrong: str, part: str) -> None:
    def spoil(done: int, total: int, note: Message) -> None:
        if str(note) == "正在核对源图谱" and done == total * 2 // 3:
            target.write(wrong)

    with pytest.raises(Conflict, match=f"目标图谱的 {part} 与源图谱不同"):
        copy_graph(source, target, at=now(), progress=spoil)


@pytest.mark.parametrize(
    ("statement", "part"),
    [(SAVE_UNKNOWN, "Mystery"), (SAVE_UNKNOWN_LINK, "User-LIKES-Region")],
)
def test_what_is_not_known_is_not_lost(
    source: Store, target: Store, statement: str, part: str
) -> None:
    source.write(statement)
    with pytest.raises(Conflict, match=f"不认识的内容：{part}"):
        copy(source, target)
    assert copies.count_parts(target) == {}


def test_a_node_without_key_is_refused(source: Store, target: Store) -> None:
    source.write(SAVE_WITHOUT_KEY)
    with pytest.raises(Conflict, match="有 Region 节点没有键"):
        copy(source, target)


def test_a_graph_at_work_is_refused(source: Store, target: Store) -> None:
    leases.claim(source, worker="w", at=now())
    with pytest.raises(Conflict, match=r"正在运行任务（import）"):
        copy(source, target)


def test_a_dead_workers_job_waits_in_the_copy(source: Store, target: Store) -> None:
    long_ago = now().replace(year=2020)
    claimed = leases.claim(source, worker="w", at=long_ago)
    assert claimed is not None
    copy(source, target)
    there = jobs.find_job(target, claimed.id)
    assert (there.state, there.worker, there.lease_until) == (JobState.QUEUED, "", "")
    assert there.params == {"文件": "import"}
    again = leases.claim(target, worker="v", at=now())
    assert again is not None and again.lane == claimed.lane


def test_every_label_of_the_schema_is_copied_or_left_out() -> None:
    keys = {label.name: label.key for label in schema.LABELS}
    copied = {label: (key,) for label, key in cypher.KEYS.items()}
    wanted = {label: key for label, key in keys.items() if label not in cypher.LEFT_OUT}
    assert {label: key for label, key in wanted.items() if copied.get(label) != key} == {}


def test_every_relationship_that_a_statement_names_is_copied() -> None:
    stated = {(link.start, link.name, link.end) for link in schema.MAP_LINKS}
    assert stated - set(cypher.LINKS) == set()
    folder = Path(cypher.__file__).parents[1]
    named = {
        name
        for path in folder.rglob("*.py")
        for names in RELATIONSHIP.findall(path.read_text(encoding="utf-8"))
        for name in names.split("|")
    }
    assert named - {link[1] for link in cypher.LINKS} == set()
