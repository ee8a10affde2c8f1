import pytest

from graph.naming import full_pinyin, initials, search_text


@pytest.mark.parametrize(
    ("name", "pinyin", "first"),
    [
        ("三一重工", "sanyizhonggong", "syzg"),
        ("液压", "yeya", "yy"),
        ("长沙", "changsha", "cs"),
        ("银行业务", "yinhangyewu", "yhyw"),
        ("绿色", "lvse", "ls"),
        ("PCB板", "ban", "b"),
        ("ABC", "", ""),
    ],
)
def test_pinyin(name: str, pinyin: str, first: str) -> None:
    assert (full_pinyin(name), initials(name)) == (pinyin, first)


def test_search_text_says_each_part_once() -> None:
    assert search_text("設備", "设备", "") == "設備 设备 shebei sb"


def test_search_text_of_latin_names() -> None:
    assert search_text("Us Silica") == "Us Silica us silica"
