import pytest

from graph.exchange.cells import CellValue
from graph.exchange.fields.codes import (
    parse_code,
    parse_enterprise_code,
    parse_region,
    parse_region_code,
)

LOST = "编码被 Excel 存成了数字，后几位已经丢失：请把这一列设为“文本”，重新填写"
SHAPE = "编码的写法应是“方案:值”，方案为小写字母，例如 office:YYB-01"
NEITHER = "不是 18 位的统一社会信用代码，也不是“方案:值”；没有信用代码时可写 name:企业全称"
WRONG_CHECK = "统一社会信用代码的校验位不对：末位是 8，按前 17 位应是 U，请核对"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("GCJX", "office:GCJX"),
        ("ＧＣ－０１", "office:GC-01"),
        (101.0, "office:101"),
        ("demo:gcjx-01", "demo:gcjx-01"),
        ("ckg:锂电池（三元）", "ckg:锂电池（三元）"),
        ("ｃｋｇ：电池", "ckg:电池"),
        ("电池：三元", "office:电池:三元"),
        ("ckg-industry:801:2", "ckg-industry:801:2"),
        ("GCJX:1", SHAPE),
        ("ckg: ", SHAPE),
        (":1", SHAPE),
        ("9.14301E+17", LOST),
        (9.14301e17, LOST),
        ("甲\x00", "含有不可见的控制字符 U+0000，请删除"),
    ],
)
def test_codes_of_chains_and_nodes(cell: CellValue, expected: str) -> None:
    assert str(parse_code(cell)) == expected


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("91430100MA4DEM0A0U", "uscc:91430100MA4DEM0A0U"),
        (" ９１４３０１００ma4dem0a0u ", "uscc:91430100MA4DEM0A0U"),
        ("uscc:91430100ma4dem0a0u", "uscc:91430100MA4DEM0A0U"),
        ("USCC：91430100MA4DEM0A0U", "uscc:91430100MA4DEM0A0U"),
        ("91430100MA4DEM0A08", WRONG_CHECK),
        ("uscc:91430100MA4DEM0A08", WRONG_CHECK),
        ("91430100MA4DEMOA0U", "统一社会信用代码里不会出现字符 O"),
        ("uscc:9143", "统一社会信用代码应有 18 位，这里有 4 位"),
        ("stock:600031", "stock:600031"),
        ("name:长沙（示例）公司", "name:长沙（示例）公司"),
        ("600031", NEITHER),
        ("长沙示例公司", NEITHER),
        (9.1430100123456e17, LOST),
    ],
)
def test_codes_of_enterprises(cell: CellValue, expected: str) -> None:
    assert str(parse_enterprise_code(cell)) == expected


def test_regions() -> None:
    assert [parse_region(cell) for cell in ("岳麓区", "４３０１０４", 430104.0)] == [
        "岳麓区",
        "430104",
        "430104",
    ]
    assert parse_region_code("430104-P1") == "430104-P1"
    assert str(parse_region_code("岳麓区")) == "地区代码只用数字和字母，例如 430104"
