"""An office's ledger of signed projects in the graph."""

from pathlib import Path

import pytest
from small_ledger import save_places

from graph.exchange.importing import ImportReport
from graph.exchange.office import import_csv
from graph.store import Store
from graph.store.bulk.saving import Saved
from graph.store.followup import project_records, projects

DAY = "2026-06-30"
HEADER = (
    "项目编号,项目名称,链节点编码,地区代码,引资方编码,投资方编码,协议类型,总投资（万元）,"
    "签约金额（万元）,到位资金（万元）,签约日期,履约日期,开工日期,计划开工日期,"
    "退出方式,退出日期,退出原因,形象进度,存在问题\n"
)
ROW = (
    "2026-015,泵项目,test:泵,岳麓区,name:甲,name:乙,合同,50000,30000.5,8000,"
    "2026-01-05,,2026-03-01,2026-02-28,,,,35,缺电\n"
)


def load(store: Store, folder: Path, text: str, **told: bool) -> ImportReport:
    path = folder / "台账.csv"
    path.write_text(HEADER + text, encoding="utf-8")
    return import_csv(store, path, as_of=DAY, **told)


def reasons(report: ImportReport) -> list[tuple[int | str, str, str]]:
    return [(each.row, each.field, str(each.reason)) for each in report.rejects]


def test_a_ledger_becomes_projects(store: Store, tmp_path: Path) -> None:
    save_places(store)
    report = load(store, tmp_path, ROW)
    assert (reasons(report), report.saved["Project"]) == ([], Saved(created=1))
    found = projects.find_project(store, "office:2026-015")
    assert (found.name, found.total, found.source) == ("泵项目", 500_000_000, "office")
    assert [party.code for party in found.parties] == ["name:甲", "name:乙"]
    moves = [
        (each.change, each.stage, each.date, each.effective, each.skipped)
        for each in project_records.list_milestones(store, found.code)
    ]
    assert moves == [
        ("stage", "signed", "2026-01-05", "2026-01-05", ()),
        ("plan", "started", "2026-02-28", "2026-01-05", ()),
        ("stage", "started", "2026-03-01", "2026-03-01", ("fulfilled",)),
    ]
    amounts = [each.amount for each in project_records.list_signings(store, found.code)]
    arrived = [
        (each.date, each.amount) for each in project_records.list_arrivals(store, found.code)
    ]
    assert (amounts, arrived) == ([300_005_000], [(DAY, 80_000_000)])
    assert [each.progress for each in project_records.list_reports(store, found.code)] == [35]
    assert [each.text for each in project_records.list_problems(store, found.code)] == ["缺电"]


def test_the_same_ledger_again_changes_nothing(store: Store, tmp_path: Path) -> None:
    save_places(store)
    load(store, tmp_path, ROW)
    again = load(store, tmp_path, ROW)
    assert (reasons(again), again.saved["Project"]) == ([], Saved(unchanged=1))
    assert projects.find_project(store, "office:2026-015").version == 1


@pytest.mark.parametrize(
    ("before", "after", "field", "reason"),
    [
        ("泵项目", "新项目", "项目名称", "台账里登记的是 泵项目，请在项目页面更改"),
        ("8000", "9000", "到位资金（万元）", "台账里登记的是 80000000，请在项目页面更改"),
        ("2026-03-01", "2026-03-02", "开工日期", "台账里登记的是 2026-03-01，请在项目页面更改"),
    ],
)
def test_what_differs_from_the_ledger_is_refused(
    store: Store, tmp_path: Path, before: str, after: str, field: str, reason: str
) -> None:
    save_places(store)
    load(store, tmp_path, ROW)
    assert reasons(load(store, tmp_path, ROW.replace(before, after))) == [(2, field, reason)]


@pytest.mark.parametrize(
    ("before", "after", "field", "reason"),
    [
        ("test:泵", "test:阀", "链节点编码", "图谱里没有这个链节点"),
        ("岳麓区", "430199", "地区代码", "图谱里没有这个地区，请写地区代码，或先导入“地区”表"),
        ("name:乙", "name:丙", "投资方编码", "图谱里没有这家企业"),
        ("30000.5", "0.00001", "签约金额（万元）", "最多四位小数（精确到元）"),
        ("30000.5", "三亿", "签约金额（万元）", "不是数字"),
        ("2026-03-01", "2026-01-01", "开工日期", "早于前面阶段的日期 2026-01-05"),
        (",35,", ",101,", "形象进度", "应在 0 到 100 之间"),
        (",,,,35", ",暂停,,,35", "退出日期", "退出方式和退出日期要一起填"),
        (",,,,35", ",暂停,2026-05-01,,35", "退出原因", "退出要写明原因，日期不早于前面的阶段"),
        (",,,,35", ",歇业,2026-05-01,累,35", "退出方式", "只能填：变更、暂停、终止"),
    ],
)
def test_what_is_wrong_is_named(
    store: Store, tmp_path: Path, before: str, after: str, field: str, reason: str
) -> None:
    save_places(store)
    assert reasons(load(store, tmp_path, ROW.replace(before, after))) == [(2, field, reason)]
    assert projects.count_projects(store) == 0


def test_a_way_out_keeps_its_reason(store: Store, tmp_path: Path) -> None:
    save_places(store)
    load(
        store,
        tmp_path,
        ROW.replace(",,,,35", ",,暂停,2026-05-01,缺资金,35").replace(",,暂停", ",暂停"),
    )
    last = project_records.list_milestones(store, "office:2026-015")[-1]
    assert (last.stage, last.date, last.reason) == ("paused", "2026-05-01", "缺资金")


def test_who_may_not_keep_the_ledger_imports_none_of_it(store: Store, tmp_path: Path) -> None:
    save_places(store)
    report = load(store, tmp_path, ROW, with_projects=False)
    assert reasons(report) == [("签约项目", "", "签约项目只能由会务或管理员导入")]
    assert projects.count_projects(store) == 0
