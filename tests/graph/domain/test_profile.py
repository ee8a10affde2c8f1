from graph.domain.profile import WEIGHTS, Basics, OwnProduct, Part, judge

FULL = Basics(
    short_name="甲",
    name_en="Jia",
    size="small",
    founded=2008,
    website="https://jia.example",
    region="430104",
    certifications=("高新技术企业",),
    summary="生产高压柱塞泵和多路阀，主要用于工程机械，年产六万台，供长沙、徐州的主机厂。",
)
PUMP = OwnProduct("test:泵", 0.6, "年产 6 万台")


def test_the_weights_make_a_whole() -> None:
    assert sum(WEIGHTS.values()) == 100
    assert set(WEIGHTS) == set(Part)


def test_a_profile_that_tells_all_is_complete() -> None:
    whole = judge(FULL, (PUMP,), contacts=1, listings=1)
    assert (whole.percent, whole.missing) == (100, ())


def test_an_empty_profile_is_asked_for_products_first() -> None:
    empty = judge(Basics(), (), contacts=0, listings=0)
    assert (empty.percent, empty.missing) == (0, tuple(WEIGHTS))
    assert empty.missing[0] == Part.PRODUCTS


def test_a_share_of_nothing_is_told() -> None:
    judged = judge(FULL, (OwnProduct("test:泵", 0.0),), contacts=1, listings=1)
    assert judged.missing == (Part.CAPACITY,)
