from graph.naming import search_text


def test_names_stand_with_pinyin_and_initials() -> None:
    assert (
        search_text("三一重工", "三一", "Sany") == "三一重工 sanyizhonggong syzg 三一 sanyi sy Sany"
    )


def test_traditional_names_stand_in_both_scripts() -> None:
    assert search_text("液壓缸") == "液壓缸 液压缸 yeyagang yyg"


def test_each_word_stands_once_and_empty_names_add_nothing() -> None:
    assert search_text("", "液压", " ", "液压") == "液压 yeya yy"
