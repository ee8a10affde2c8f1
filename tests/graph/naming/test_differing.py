import pytest

from graph.naming.differing import (
    are_siblings,
    is_tool_for,
    own_characters,
    share_one_character,
)


@pytest.mark.parametrize(
    ("first", "second"),
    [("碘化钾", "氯化钾"), ("硫酸亚铁", "乳酸亚铁"), ("不锈钢复合板", "强化复合板")],
)
def test_two_things_that_share_a_word_are_siblings(first: str, second: str) -> None:
    assert are_siblings(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [("铝型材", "型材"), ("铝型材", "铝型材销售"), ("挖掘机械", "挖掘机"), ("水泥", "水泥")],
)
def test_a_thing_and_its_kind_are_none(first: str, second: str) -> None:
    assert not are_siblings(first, second)


def test_a_kind_is_told_by_what_its_name_adds() -> None:
    assert own_characters("含铝炸药", "炸药") == {"含", "铝"}


def test_words_of_any_trade_and_other_things_add_nothing() -> None:
    assert own_characters("炸药产品", "炸药") == frozenset()
    assert own_characters("雷管", "炸药") == frozenset()


@pytest.mark.parametrize("name", ["断路器附件", "断路器检测设备", "断路器"])
def test_what_follows_tells_a_tool_for_a_thing(name: str) -> None:
    assert is_tool_for(name, "断路器") == (name != "断路器")


def test_what_a_thing_is_made_into_is_no_tool() -> None:
    assert not is_tool_for("石墨制品", "石墨")
    assert not is_tool_for("挖掘机", "断路器")


def test_one_character_in_common_may_be_an_accident() -> None:
    assert share_one_character("抗抑郁药", "山药")
    assert not share_one_character("锌合金", "锌")
    assert not share_one_character("弹簧", "不锈钢")
    assert not share_one_character("脂肪胺", "脂肪酸")
