import pytest

from graph.naming import company_key, match_key, simplify


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("挖掘机", "挖掘机"),
        ("挖掘机械", "挖掘机"),
        ("各类挖掘机系列产品", "挖掘机"),
        ("挖掘机（履带式）", "挖掘机"),
        ("挖掘机及配件", "挖掘机"),
        ("轮胎业务-大陆", "轮胎业务大陆"),
        ("主动脉支架类", "主动脉支架"),
        ("自产锌精矿", "锌精矿"),
        ("中药Ⅱ", "中药"),
        ("燃气Ⅲ", "燃气"),
        ("電動車", "电动车"),
        ("ＡＢＳ 樹脂", "abs树脂"),
        ("AE-活性酯", "ae活性酯"),
        ("3.5mm 耳机", "3.5mm耳机"),
        ("抹茶粉适量", "抹茶粉"),
        ("鸡蛋2个", "鸡蛋"),
        ("机械", "机械"),
        ("产品", "产品"),
        ("其他产品", "其他"),
        ("泵", "泵"),
        ("（其他）", "其他"),
        ("《读者》杂志", "读者杂志"),
        ("Ⅱ", "ii"),
        ("---", "---"),
        ("", ""),
    ],
)
def test_spellings_of_a_product_meet(name: str, key: str) -> None:
    assert match_key(name) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("三一重工股份有限公司", "三一重工"),
        ("三一（集团）股份有限公司", "三一"),
        ("三一集团有限公司", "三一"),
        ("*ST三一", "三一"),
        ("百济神州-U", "百济神州"),
        ("台灣積體電路製造股份有限公司", "台湾积体电路制造"),
        ("Sany Heavy Industry Co., Ltd.", "sanyheavyindustry"),
        ("F00023", "f00023"),
        ("公司", "公司"),
        ("", ""),
    ],
)
def test_spellings_of_an_enterprise_meet(name: str, key: str) -> None:
    assert company_key(name) == key


def test_width_case_and_script_are_one() -> None:
    assert simplify("ＳＡＮＹ 液壓") == "sany 液压"
