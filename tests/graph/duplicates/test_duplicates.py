import pytest

from graph.domain.duplicates import Clue
from graph.domain.location import Point
from graph.duplicates.blocking import common_rests, find_pairs
from graph.duplicates.finding import LEAST
from graph.duplicates.records import Record
from graph.duplicates.scoring import score_pair

CREDIT = "91430000717913247N"[:17]


def record(name: str, code: str = "", short: str = "", **values: object) -> Record:
    return Record(code or f"name:{name}", (name, short) if short else (name,), **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "score", "clue"),
    [
        ("三一重工股份有限公司", "三一重工（股份）有限公司", 100, Clue.SAME_NAME),
        ("三一重工股份有限公司", "三一重工有限责任公司", 94, Clue.SAME_CORE),
        ("三一重工股份有限公司", "三一重工集团有限公司", 72, Clue.SAME_CORE),
        ("湖南中联重科有限公司", "中联重科有限公司", 84, Clue.SAME_REST),
        ("湖南中联重科有限公司", "山东中联重科有限公司", 54, Clue.SAME_REST),
        ("長沙鉅星機械有限公司", "长沙巨星机械有限公司", 100, Clue.SAME_NAME),
        ("三一重工股份有限公司", "三医重工股份有限公司", 80, Clue.SAME_SOUND),
        ("东方电气股份有限公司", "东方电子股份有限公司", 55, Clue.NEAR_NAME),
        ("楚天龙科技股份有限公司", "楚天龙股份有限公司", 80, Clue.NEAR_NAME),
        ("楚天科技股份有限公司", "楚天股份有限公司", 55, Clue.NEAR_NAME),
        ("龙源电力有限公司", "烟台龙源电力技术有限公司", 70, Clue.NEAR_NAME),
        ("Radisys Corp.", "Radysis", 70, Clue.NEAR_NAME),
        ("北方三一银行（长沙）", "北方三一银行（株洲）", 30, Clue.SAME_CORE),
    ],
)
def test_names(one: str, other: str, score: int, clue: Clue) -> None:
    found = score_pair(record(one), record(other))
    assert (found.score, found.clues[0]) == (score, clue)


def test_a_short_name_names_the_other() -> None:
    found = score_pair(
        record("中联重科", code="name:中联重科"), record("中联重科智能有限公司", short="中联重科")
    )
    assert (found.score, found.clues) == (92, (Clue.SHORT_NAME,))


def test_what_else_is_known_moves_the_score() -> None:
    one = record("三一重工股份有限公司", website="https://www.sany.example/a", kind="company")
    other = record("三一重工有限公司", website="sany.example", kind="company")
    found = score_pair(one, other)
    assert (found.score, found.agreeing, found.contradicting) == (
        100,
        (Clue.SAME_CORE, Clue.SAME_WEBSITE),
        (),
    )
    far = record("三一重工有限公司", point=Point(116.4, 39.9), kind="institute")
    near = record("三一重工股份有限公司", point=Point(112.9, 28.2), kind="company")
    assert score_pair(near, far).contradicting == (Clue.OTHER_KIND, Clue.OTHER_REGION)


def test_two_stock_codes_are_two_firms_unless_the_name_is_one() -> None:
    pair = [record("甲乙重工股份有限公司", code=f"stock:60000{place}") for place in (1, 2)]
    assert score_pair(pair[0], pair[1]).score == 82 >= LEAST
    forms = (
        record("甲乙重工有限公司", code="stock:600001"),
        record("湖南甲乙重工有限公司", code="stock:600002"),
    )
    assert score_pair(*forms).score == 66 < LEAST


def test_what_many_names_consist_of_tells_no_firm() -> None:
    records = [record(f"{place}银河有限公司") for place in ("长沙", "株洲", "湘潭", "")]
    common = common_rests(records)
    assert common == {"银河"}
    assert score_pair(records[0], records[3], common).score == 55


def test_each_pair_that_shares_something_rare_is_compared_once() -> None:
    names = (
        "三一重工股份有限公司",
        "湖南三一重工装备有限公司",
        "楚天科技有限公司",
        "楚天",
        "独一家",
    )
    assert sorted(find_pairs([record(name) for name in names])) == [(0, 1), (2, 3)]
