"""The road every import takes: order, progress, interruption, rejects."""

import pytest

from graph.domain.evidence import Evidence
from graph.domain.progress import silent
from graph.errors import Cancelled
from graph.exchange.importing import ImportReport, save_records
from graph.exchange.records import MapRecords, Record
from graph.exchange.rejects import Reject
from graph.messages import Message
from graph.schema import IN_CHAIN, LOCATED_IN, MAKES, SUPPLIES, WITHIN
from graph.store import Store
from graph.store.bulk import saving
from graph.store.bulk.saving import Saved

JUNE = Evidence("office", "2026-06-30").properties()
DUMP_NODES = """
MATCH (n) WHERE n.sources IS NOT NULL
RETURN labels(n)[0] AS label, properties(n) AS node ORDER BY label, n.code
"""
DUMP_LINKS = """
MATCH (a)-[l]->(b)
RETURN a.code AS start, type(l) AS type, b.code AS end, properties(l) AS link
ORDER BY start, type, end
"""


def record(row: int, **values: object) -> Record:
    return Record({"source": "office", **values}, "map.csv", row, {"end": "节点编码"})


def link(row: int, start: str, end: str, **values: object) -> Record:
    return record(row, start=start, end=end, **values, **JUNE)


@pytest.fixture
def records() -> MapRecords:
    found = MapRecords("office")
    found.regions += [
        record(2, code="430000", name="湖南省"),
        record(3, code="430100", name="长沙市"),
    ]
    found.chains += [record(2, code="office:c", name="工程机械")]
    found.nodes += [
        record(2, code="office:a", name="液压泵", kind="position"),
        record(3, code="office:b", name="挖掘机", kind="position"),
    ]
    found.enterprises += [
        record(number, code=f"name:{number}", name=f"{number}厂") for number in (2, 3)
    ]
    found.of_link(MAKES).extend(
        [link(2, "name:2", "office:a", share=0.5), link(3, "name:3", "office:无")]
    )
    found.of_link(SUPPLIES).append(link(2, "office:a", "office:b"))
    found.of_link(IN_CHAIN).extend(
        [link(2, "office:a", "office:c", stage="upstream"), link(3, "office:b", "office:c")]
    )
    found.of_link(LOCATED_IN).append(link(2, "name:2", "430100"))
    found.of_link(WITHIN).append(record(3, start="430100", end="430000"))
    found.rejects.append(Reject("map.csv", 9, "名称", "", Message("必填")))
    return found


def dump(store: Store) -> list[object]:
    nodes = store.read(DUMP_NODES)
    for row in nodes:
        del row["node"]["made_in"]  # each run has its own line on record
    return [*nodes, *store.read(DUMP_LINKS)]


def test_all_is_saved_and_what_is_not_is_told(store: Store, records: MapRecords) -> None:
    unknown = Message("图谱里没有编码 %(code)s", {"code": "office:无"})
    rejects = (
        Reject("map.csv", 9, "名称", "", Message("必填")),
        Reject("map.csv", 3, "节点编码", "office:无", unknown),
    )
    saved = {
        "Region": Saved(created=2),
        "Chain": Saved(created=1),
        "ChainNode": Saved(created=2),
        "Enterprise": Saved(created=2),
        "WITHIN": Saved(created=1),
        "LOCATED_IN": Saved(created=1),
        "IN_CHAIN": Saved(created=2),
        "SUPPLIES": Saved(created=1),
        "MAKES": Saved(created=1),
    }
    report = save_records(store, records)
    assert report == ImportReport("office", saved, rejects)
    assert report.total == Saved(created=13)


def test_the_second_run_changes_nothing(store: Store, records: MapRecords) -> None:
    save_records(store, records)
    before = dump(store)
    assert save_records(store, records).total == Saved(unchanged=13)
    assert dump(store) == before


def test_progress_only_grows_and_ends_full(store: Store, records: MapRecords) -> None:
    told: list[tuple[int, int, str]] = []
    save_records(store, records, lambda *step: told.append((step[0], step[1], str(step[2]))))
    assert [done for done, _, _ in told] == sorted(done for done, _, _ in told)
    assert {total for _, total, _ in told} == {19}
    assert told[0] == (0, 19, "正在写入地区")
    assert told[-1] == (19, 19, "导入完成")


@pytest.mark.parametrize("stop_at", range(0, 22, 3))
def test_an_interrupted_import_is_finished_by_running_it_again(
    store: Store, records: MapRecords, monkeypatch: pytest.MonkeyPatch, stop_at: int
) -> None:
    save_records(store, records)
    uninterrupted = dump(store)
    store.write("MATCH (n) WHERE NOT n:Migration DETACH DELETE n")
    monkeypatch.setattr(saving, "BATCH", 1)
    calls = iter(range(1000))

    def stop(done: int, total: int, note: Message) -> None:
        if next(calls) == stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        save_records(store, records, stop)
    save_records(store, records, silent)
    assert dump(store) == uninterrupted
