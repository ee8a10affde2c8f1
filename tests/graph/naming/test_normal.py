import pytest

from graph.naming import company_key, match_key, plain


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("挖掘机", "挖掘机"),
        ("挖掘机械", "挖掘机"),
        ("挖掘机（履带式）", "挖掘机"),
        ("挖掘机系列产品", "挖掘机"),
        ("ＰＣＢ 板", "pcb板"),
        ("機械手臂", "机械手臂"),
        ("林业Ⅱ", "林业"),
        ("燃气Ⅲ", "燃气"),
        ("机械", "机械"),
        ("产品", "产品"),
        ("（其他）", "其他"),
        ("类", "类"),
        ("-", "-"),
        ("Co-60", "co60"),
        ("", ""),
    ],
)
def test_match_key(name: str, key: str) -> None:
    assert match_key(name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("长沙砺峰液压科技有限公司", "长沙砺峰液压科技"),
        ("邵阳维克液压股份有限公司", "邵阳维克液压"),
        ("*ST德豪", "德豪"),
        ("ST中利", "中利"),
        ("中国建材（集团）有限公司", "中国建材"),
        ("Foxwood Tools Co., Ltd.", "foxwoodtools"),
        ("公司", "公司"),
    ],
)
def test_company_key(name: str, key: str) -> None:
    assert company_key(name) == key


def test_plain_is_half_width_simplified_lower() -> None:
    assert plain(" ＩＣ設計 ") == "ic设计"
