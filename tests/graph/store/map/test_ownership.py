"""Owners and credit records: from a table of an office to the graph and back out."""

from datetime import date
from pathlib import Path

from graph.domain.credit import CreditKind, CreditRecord
from graph.domain.ownership import Owner, OwnerRole
from graph.exchange.office import import_csv
from graph.store import Store
from graph.store.map import enterprises, ownership

DAY = "2026-06-30"
AT = date(2026, 6, 30)
HEAD = "编码,名称,类型,地区代码,所属集团,实际控制人,经度,纬度,坐标系,科研服务"
FIRMS = f"""{HEAD}
name:甲,甲,企业,430104,湘江集团,张伟（甲）,112.93854,28.22821,GCJ-02,
name:乙,乙,企业,430104, 湘 江 集团,,112.93854,28.22821,WGS84,
name:丙,丙,院所,430104,,,,,,检测；中试
name:湘江集团,湘江集团,企业,430104,,,,,,
"""
REGIONS = "代码,名称\n430104,岳麓区\n"


def load(store: Store, tmp_path: Path, as_of: str = DAY, **files: str) -> list[tuple]:
    folder = tmp_path / f"of-{as_of}"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    report = import_csv(store, folder, as_of=as_of)
    return [(each.row, each.field, each.value, str(each.reason)) for each in report.rejects]


def test_the_firms_of_one_owner_can_be_counted_as_one(store: Store, tmp_path: Path) -> None:
    assert load(store, tmp_path, regions=REGIONS, firms=FIRMS) == []
    again = import_csv(store, tmp_path / f"of-{DAY}", as_of=DAY)
    assert again.total.unchanged == 15
    assert (again.total.created, again.total.changed) == (0, 0)
    group, person = "owner:湘江集团", "owner:张伟（甲）"
    codes = ["name:甲", "name:乙", "name:丙", "name:湘江集团"]
    assert ownership.owners_of(store, codes, at=AT) == {
        "name:甲": {group, person},
        "name:乙": {group},
        "name:湘江集团": {group},
    }
    assert ownership.list_owners(store, "name:甲", at=AT) == [
        Owner(group, "湘江集团", OwnerRole.GROUP, 2),
        Owner(person, "张伟（甲）", OwnerRole.CONTROLLER, 1),
    ]
    assert ownership.list_owned(store, "湘江", at=DAY) == {"name:甲", "name:乙"}
    assert ownership.list_owned(store, person, at=DAY) == {"name:甲"}
    assert ownership.list_owned(store, " ", at=DAY) == frozenset()


def test_another_group_closes_the_one_before(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, regions=REGIONS, firms=FIRMS)
    load(store, tmp_path, "2026-09-01", firms=FIRMS.replace("湘 江 集团", "麓山集团"))
    before = ownership.owners_of(store, ["name:乙"], at=AT)
    after = ownership.owners_of(store, ["name:乙"], at=date(2026, 9, 1))
    assert (before, after) == ({"name:乙": {"owner:湘江集团"}}, {"name:乙": {"owner:麓山集团"}})


def test_coordinates_and_services_are_kept_as_told(store: Store, tmp_path: Path) -> None:
    load(store, tmp_path, regions=REGIONS, firms=FIRMS)
    first, institute = (enterprises.find_enterprise(store, f"name:{each}") for each in "甲丙")
    assert first is not None
    assert institute is not None
    assert (first.longitude, first.latitude, first.datum) == (112.93854, 28.22821, "gcj02")
    assert (institute.longitude, institute.services) == (None, ("检测", "中试"))


def test_hostile_places_are_told_by_row(store: Store, tmp_path: Path) -> None:
    bad = f"""{HEAD}
name:1,一,企业,430104,,,28.2,112.9,WGS84,
name:2,二,企业,430104,,,112.9,28.2,,
name:3,三,企业,430104,,,112°56′,28.2,WGS84,
name:4,四,企业,430104,,,200,28.2,WGS84,
name:5,五,企业,430104,,,112.9,28.2,BD09,
name:6,六,企业,430104,,,=A1,NaN,WGS84,
"""
    assert load(store, tmp_path, regions=REGIONS, firms=bad) == [
        (2, "经度", "28.2", "经度和纬度像是写反了"),
        (3, "坐标系", "", "填了经纬度，就要写明坐标系：WGS84 或 GCJ02"),
        (4, "经度", "112°56′", "请写成十进制的度数，例如 112.93854，不要用度分秒"),
        (5, "经度", "200", "应在 -180 到 180 之间"),
        (6, "坐标系", "BD09", "只能填：WGS84、GCJ02"),
        (7, "经度", "=A1", "公式单元格：请复制后“选择性粘贴”为数值"),
        (7, "纬度", "NaN", "不是数字"),
    ]


def test_credit_records(store: Store, tmp_path: Path) -> None:
    head = "企业编码,类别,列入日期,认定机关,移出日期,内容"
    rows = f"""{head}
name:甲,行政处罚,2025-08-12,市监局,,罚款
name:甲,经营异常,2024-01-05,市监局,2024-03-01,
name:甲,行政处罚,2025/8/12,市监局,,又一次
name:甲,失信,2025-08-12,法院,,
name:甲,行政处罚,2025-08-12,法院,2025-01-01,
name:无,行政处罚,2025-08-12,法院,,
"""
    load(store, tmp_path, regions=REGIONS, firms=FIRMS)
    assert load(store, tmp_path, "2026-07-01", credits=rows) == [
        (4, "企业编码", "name:甲", "与第 2 行重复"),
        (
            5,
            "类别",
            "失信",
            "只能填：失信被执行人、严重违法失信、经营异常、行政处罚、守信激励",
        ),
        (6, "移出日期", "2025-01-01", "移出日期早于列入日期"),
        (7, "企业编码", "name:无", "图谱里没有编码 name:无"),
    ]
    lifted = f"{head}\nname:甲,行政处罚,2025-08-12,市监局,2026-07-15,罚款\n"
    assert load(store, tmp_path, "2026-08-01", credits=lifted) == []
    found = ownership.list_credit(store, "name:甲", at=date(2026, 8, 1))
    assert [(each.kind, each.date, each.ended, each.text) for each in found] == [
        (CreditKind.PENALTY, "2025-08-12", "2026-07-15", "罚款"),
        (CreditKind.ABNORMAL, "2024-01-05", "2024-03-01", ""),
    ]
    penalty = CreditRecord("", CreditKind.PENALTY, "2025-08-12", "", "2026-07-15")
    assert [penalty.stands(day) for day in ("2026-07-14", "2026-07-15")] == [True, False]
