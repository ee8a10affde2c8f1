import pytest

from graph.naming.generic import is_telling
from graph.recommend.wording import shared_words


def test_shared_pairs_make_up_words() -> None:
    assert shared_words(["高压液压泵", "油缸"], ["液压泵配件"]) == (1.0, ["液压泵"])


def test_words_of_any_trade_are_not_shared() -> None:
    assert shared_words(["材料销售", "汽车配件"], ["材料销售", "手机配件"]) == (0.0, [])


@pytest.mark.parametrize(
    "name", ["平衡项目", "分部间抵销", "材料销售", "设备及配件", "其他", "利息"]
)
def test_these_say_nothing(name: str) -> None:
    assert not is_telling(name)


@pytest.mark.parametrize("name", ["液压泵", "钴", "钢材", "污水处理", "ABS树脂", "物业管理"])
def test_these_tell_what_is_made(name: str) -> None:
    assert is_telling(name)
