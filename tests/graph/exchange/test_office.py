"""An office's files in the graph: what arrives, what is left out, and that it is all or nothing."""

from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest

from graph import schema
from graph.errors import BadInput, TooLarge
from graph.exchange.importing import ImportReport
from graph.exchange.office import import_csv, import_xlsx
from graph.store import Store
from graph.store.bulk import exports
from graph.store.bulk.saving import Saved

DAY = "2026-11-23"
REGIONS = "代码,名称,上级代码\n430000,湖南省,\n430100,长沙市,430000\n430104,岳麓区,430100\n"
CHAINS = "编码,名称\nGCJX,工程机械\nXNYQC,新能源汽车\n"
NODES = """编码,名称,产业链编码,环节,上级节点编码,顺序
YYB,液压泵,GCJX,中游,YYYJ,2
YYYJ,液压元件,GCJX,中游,,1
YYB,液压泵,XNYQC,上游,,
WJJ,挖掘机,GCJX,下游,,
"""
ENTERPRISES = """编码,名称,类型,地区代码,规模,资质
91430100MA4DEM0A0U,长沙示例液压有限公司,企业,岳麓区,中型,高新技术企业；ISO 9001
name:示例整机厂,示例整机厂,企业,430100,,
"""
LINKS = "上游节点编码,下游节点编码,权重,数据日期\nYYB,WJJ,0.8,2026/6/30\n"
MAKES = "企业编码,节点编码,占比,产能\n91430100MA4DEM0A0U,YYB,35%,年产 6 万台\n"
TRADES = "供应方编码,采购方编码,产品,次数\n91430100MA4DEM0A0U,name:示例整机厂,液压泵,12\n"
FILES = {
    "地区": REGIONS,
    "产业链": CHAINS,
    "链节点": NODES,
    "节点供应": LINKS,
    "企业": ENTERPRISES,
    "企业产品": MAKES,
    "供应关系": TRADES,
}
ALL = {
    "Region": 3,
    "Chain": 2,
    "ChainNode": 3,
    "Enterprise": 2,
    "WITHIN": 2,
    "LOCATED_IN": 2,
    "IN_CHAIN": 4,
    "KIND_OF": 1,
    "SUPPLIES": 1,
    "MAKES": 1,
    "TRADES_WITH": 1,
}


def folder_of(parent: Path, **files: str) -> Path:
    folder = parent / "files"
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


def workbook_of(parent: Path, **sheets: str) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, text in sheets.items():
        sheet = book.create_sheet(title)
        for line in text.splitlines():
            sheet.append(line.split(","))
    path = parent / "book.xlsx"
    book.save(path)
    return path


def package_of(parent: Path, **files: str) -> Path:
    path = parent / "files.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, text in files.items():
            package.writestr(f"inner/{name}.csv", text.encode("gbk"))
        package.writestr("inner/readme.txt", "not a table")
    return path


def created(report: ImportReport) -> dict[str, int]:
    return {name: saved.created for name, saved in report.saved.items() if saved.created}


def told(report: ImportReport) -> list[tuple[str, int | str, str, str, str]]:
    return [(r.file, r.row, r.field, r.value, str(r.reason)) for r in report.rejects]


def links(store: Store, link: schema.Link) -> list[dict]:
    return [
        {name: value for name, value in row.items() if value not in (None, "")}
        for row in exports.stream_links(store, link)
    ]


def count_all(store: Store) -> int:
    nodes = sum(1 for label in schema.MAP_LABELS for _ in exports.stream_nodes(store, label))
    return nodes + sum(1 for link in schema.MAP_LINKS for _ in exports.stream_links(store, link))


def test_a_folder_a_package_and_a_workbook_say_the_same(store: Store, tmp_path: Path) -> None:
    report = import_csv(store, folder_of(tmp_path, **FILES), as_of=DAY)
    assert (created(report), report.rejects) == (ALL, ())
    unchanged = Saved(unchanged=sum(ALL.values()) + 1)
    assert import_csv(store, package_of(tmp_path, **FILES), as_of=DAY).total == unchanged
    assert import_xlsx(store, workbook_of(tmp_path, **FILES), as_of=DAY).total == unchanged


def test_values_arrive_as_they_are_stored(store: Store, tmp_path: Path) -> None:
    import_csv(store, folder_of(tmp_path, **FILES), as_of=DAY)
    evidence = {
        "source": "office",
        "as_of": DAY,
        "confidence": 1.0,
        "valid_from": DAY,
        "valid_to": schema.OPEN_END,
    }
    june = {"as_of": "2026-06-30", "valid_from": "2026-06-30"}
    company = "uscc:91430100MA4DEM0A0U"
    assert links(store, schema.SUPPLIES) == [
        {"start": "office:YYB", "end": "office:WJJ", "weight": 0.8, **evidence, **june}
    ]
    assert links(store, schema.MAKES) == [
        {
            "start": company,
            "end": "office:YYB",
            "share": 0.35,
            "capacity": "年产 6 万台",
            **evidence,
        }
    ]
    assert links(store, schema.LOCATED_IN) == [
        {"start": "name:示例整机厂", "end": "430100", **evidence},
        {"start": company, "end": "430104", **evidence},
    ]
    assert [row for row in links(store, schema.IN_CHAIN) if row["start"] == "office:YYB"] == [
        {
            "start": "office:YYB",
            "end": "office:GCJX",
            "stage": "midstream",
            "position": 2,
            **evidence,
        },
        {"start": "office:YYB", "end": "office:XNYQC", "stage": "upstream", **evidence},
    ]
    enterprise = list(exports.stream_nodes(store, schema.ENTERPRISE))[1]
    assert {name: value for name, value in enterprise.items() if value} == {
        "code": company,
        "name": "长沙示例液压有限公司",
        "kind": "company",
        "region": "430104",
        "size": "medium",
        "certifications": ["高新技术企业", "ISO 9001"],
        "source": "office",
    }


def test_bad_rows_do_not_stop_the_others(store: Store, tmp_path: Path) -> None:
    text = ENTERPRISES + (
        "91430100MA4DEM0A08,错码公司,企业,430104,,\n"
        "name:丙,,公司,430104,巨型,\n"
        "name:丁,丁,企业,芙蓉区,,\n"
        "name:示例整机厂,重复,企业,430100,,\n"
    )
    folder = folder_of(tmp_path, a=REGIONS, b=text)
    report = import_csv(store, folder, as_of=DAY)
    assert created(report) == {"Region": 3, "WITHIN": 2, "Enterprise": 2, "LOCATED_IN": 2}
    assert told(report) == [
        (
            "files：b.csv",
            4,
            "编码",
            "91430100MA4DEM0A08",
            "统一社会信用代码的校验位不对：末位是 8，按前 17 位应是 U，请核对",
        ),
        ("files：b.csv", 5, "名称", "", "必填，不能空着"),
        ("files：b.csv", 5, "类型", "公司", "只能填：企业、院所"),
        ("files：b.csv", 5, "规模", "巨型", "只能填：大型、中型、小型、微型"),
        (
            "files：b.csv",
            6,
            "地区代码",
            "芙蓉区",
            "图谱里没有这个地区，请写地区代码，或先导入“地区”表",
        ),
        ("files：b.csv", 7, "编码", "name:示例整机厂", "与第 3 行重复"),
    ]


def test_links_to_unknown_codes_are_told_in_the_files_words(store: Store, tmp_path: Path) -> None:
    import_csv(store, folder_of(tmp_path, **FILES), as_of=DAY)
    path = workbook_of(
        tmp_path,
        链节点="Code,Name,Chain,Stage,Broader node\nDJ,电机,NONE,上游,NONE\n",
        企业产品="企业编码,节点编码\nname:无此企业,YYB\nname:示例整机厂,WJJ\n",
    )
    report = import_xlsx(store, path, as_of=DAY)
    assert created(report) == {"ChainNode": 1, "MAKES": 1}
    assert told(report) == [
        ("book.xlsx：链节点", 2, "Chain", "office:NONE", "图谱里没有编码 office:NONE"),
        ("book.xlsx：链节点", 2, "Broader node", "office:NONE", "图谱里没有编码 office:NONE"),
        ("book.xlsx：企业产品", 2, "企业编码", "name:无此企业", "图谱里没有编码 name:无此企业"),
    ]


def test_a_name_that_several_regions_share_needs_the_code(store: Store, tmp_path: Path) -> None:
    regions = "代码,名称\n320106,鼓楼区\n350102,鼓楼区\n"
    enterprises = "编码,名称,类型,地区代码\nname:甲,甲,企业,鼓楼区\nname:乙,乙,企业,350102\n"
    report = import_csv(store, folder_of(tmp_path, a=regions, b=enterprises), as_of=DAY)
    assert created(report) == {"Region": 2, "Enterprise": 1, "LOCATED_IN": 1}
    assert told(report) == [
        (
            "files：b.csv",
            2,
            "地区代码",
            "鼓楼区",
            "有 2 个地区叫这个名称，请写代码：320106、350102",
        )
    ]


def test_a_node_that_two_rows_name_differently_is_told(store: Store, tmp_path: Path) -> None:
    nodes = NODES.replace("YYB,液压泵,XNYQC", "YYB,水泵,XNYQC")
    report = import_xlsx(store, workbook_of(tmp_path, 产业链=CHAINS, 链节点=nodes), as_of=DAY)
    assert told(report) == [("book.xlsx：链节点", 4, "名称", "水泵", "与第 2 行不一致")]


def test_a_changed_value_closes_the_version_before(store: Store, tmp_path: Path) -> None:
    import_csv(store, folder_of(tmp_path, **FILES), as_of="2026-01-01")
    later = MAKES.replace("35%", "50%")
    import_csv(store, folder_of(tmp_path, 企业产品=later), as_of=DAY)
    versions = [
        (row["share"], row["valid_from"], row["valid_to"]) for row in links(store, schema.MAKES)
    ]
    assert versions == [(0.35, "2026-01-01", DAY), (0.5, DAY, schema.OPEN_END)]


def test_one_unusable_file_keeps_all_out(store: Store, tmp_path: Path) -> None:
    folder = folder_of(tmp_path, **FILES, 错="甲,乙\n1,2\n")
    for path in (folder, package_of(tmp_path, **FILES, 错="甲,乙\n1,2\n")):
        with pytest.raises(BadInput) as error:
            import_csv(store, path, as_of=DAY)
        assert "错.csv：第一行不是模板的表头：甲、乙。请下载模板" in str(error.value)
    assert count_all(store) == 0


def test_a_workbook_with_one_wrong_sheet_keeps_all_out(store: Store, tmp_path: Path) -> None:
    path = workbook_of(tmp_path, **{**FILES, "供应关系": "供应方编码,电话\n1,2\n"})
    with pytest.raises(BadInput) as error:
        import_xlsx(store, path, as_of=DAY)
    assert str(error.value) == (
        "工作表“供应关系”的表头不对：缺少列 采购方编码，多出不认识的列 电话。"
    )
    assert count_all(store) == 0


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ({"readme.txt": b"x"}, "这个压缩包里没有 CSV 文件。"),
        (
            {"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"},
            "这个文件其实是 Excel 工作簿（XLSX）。请按 XLSX 导入，或另存为“CSV UTF-8”。",
        ),
        (
            {"a.csv": bytes(20 * 1024 * 1024)},
            "文件解压后太大（上限 400 MB），没有导入任何内容。"
            "请把数据复制到新的工作簿，或拆成几个文件分别导入。",
        ),
        (
            {"a.csv": "编码,名称\n".encode()},
            "文件只有表头，没有数据，没有导入任何内容。请填好后再导入。",
        ),
    ],
)
def test_a_package_that_cannot_be_used_is_refused(
    store: Store, tmp_path: Path, entries: dict[str, bytes], words: str
) -> None:
    path = tmp_path / "files.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in entries.items():
            package.writestr(name, content)
    with pytest.raises(BadInput) as error:
        import_csv(store, path, as_of=DAY)
    assert str(error.value) == words
    assert count_all(store) == 0


def test_a_file_over_the_limit_is_refused(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    path.write_bytes(b"x" * (1024 * 1024 + 1))
    for import_file in (import_csv, import_xlsx):
        with pytest.raises(TooLarge):
            import_file(store, path, as_of=DAY, limit_mb=1)


def test_a_folder_without_tables_is_told(store: Store, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as error:
        import_csv(store, tmp_path, as_of=DAY)
    assert str(error.value) == f"文件夹 {tmp_path} 里没有 CSV 文件。"


def test_hidden_sheets_are_among_the_rejects(store: Store, tmp_path: Path) -> None:
    path = workbook_of(tmp_path, 地区=REGIONS, 产业链=CHAINS)
    book = openpyxl.load_workbook(path)
    book["产业链"].sheet_state = "hidden"
    book.save(path)
    report = import_xlsx(store, path, as_of=DAY)
    assert created(report) == {"Region": 3, "WITHIN": 2}
    assert told(report) == [("book.xlsx", "产业链", "", "", "工作表是隐藏的，没有导入")]
