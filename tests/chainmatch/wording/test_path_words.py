from chainmatch.wording.path_words import evidence, step_label
from graph.domain.recommendation import Place, Step

CAKE, EGG = Place("test:柠檬蛋糕", "柠檬蛋糕"), Place("test:鸡蛋", "鸡蛋")


def test_a_likely_material_says_that_it_is_learned_and_how_likely_it_is() -> None:
    step = Step(
        link="LIKELY_FOR",
        start=CAKE,
        end=EGG,
        forward=False,
        strength=0.44,
        source="materials-2",
        as_of="2026-06-30",
        confidence=0.44,
    )
    assert step_label(step) == "可能用料"
    assert evidence(step) == ("系统从同类产品的用料学得，不是来源中的事实", "可能性：44%")


def test_a_fact_says_where_it_comes_from() -> None:
    step = Step(
        link="SUPPLIES",
        start=CAKE,
        end=EGG,
        forward=False,
        strength=1.0,
        source="test",
        as_of="2026-06-30",
        confidence=0.8,
    )
    assert step_label(step) == "用料"
    assert evidence(step) == ("来源：test", "数据日期：2026-06-30", "可信度：80%")
