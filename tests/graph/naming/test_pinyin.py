import pytest

from graph.naming.pinyin import full_pinyin, initials, syllables


@pytest.mark.parametrize(
    ("name", "full", "first"),
    [
        ("三一重工", "sanyizhonggong", "syzg"),
        ("长沙", "changsha", "cs"),
        ("重庆银行", "chongqingyinhang", "cqyh"),
        ("行星减速机", "xingxingjiansuji", "xxjsj"),
        ("冷轧长丝", "lengzhachangsi", "lzcs"),
        ("载重汽车", "zaizhongqiche", "zzqc"),
        ("朝阳", "chaoyang", "cy"),
        ("中聯重科", "zhonglianzhongke", "zlzk"),
        ("氯化铝", "lvhualv", "lhl"),
        ("SY75挖掘机", "sy75wajueji", "sy75wjj"),
        ("Sany", "", ""),
        ("", "", ""),
    ],
)
def test_a_name_is_spelt_as_it_is_read(name: str, full: str, first: str) -> None:
    assert (full_pinyin(name), initials(name)) == (full, first)


def test_latin_words_stand_as_they_are() -> None:
    assert syllables("三一 SY-75 重工") == ("san", "yi", "sy", "75", "zhong", "gong")
