import pytest

from graph.domain.followup.stages import PROJECT_STAGES as SCHEME
from graph.domain.followup.stages import Direction, EvidenceKind
from graph.errors import BadInput


def test_the_default_order_and_ways_out() -> None:
    assert [stage.name for stage in SCHEME.stages] == [
        "谋划",
        "洽谈",
        "签约",
        "履约",
        "开工",
        "建设（入库）",
        "投产",
        "达产",
    ]
    assert [stage.name for stage in SCHEME.exits] == ["变更", "暂停", "终止"]


def test_a_start_asks_for_a_permit_or_a_photo() -> None:
    assert SCHEME.find("started").evidence == (EvidenceKind.PERMIT, EvidenceKind.SITE_PHOTO)


@pytest.mark.parametrize(
    ("history", "target", "direction", "skipped"),
    [
        ((), "signed", Direction.START, ()),
        (("signed",), "fulfilled", Direction.FORWARD, ()),
        (("signed",), "started", Direction.SKIP, ("fulfilled",)),
        (("signed",), "producing", Direction.SKIP, ("fulfilled", "started", "building")),
        (("signed", "fulfilled"), "signed", Direction.BACK, ()),
        (("signed", "fulfilled"), "paused", Direction.EXIT, ()),
        (("signed", "paused"), "ended", Direction.EXIT, ()),
        (("signed", "fulfilled", "paused"), "fulfilled", Direction.RESUME, ()),
        (("signed", "fulfilled", "paused"), "signed", Direction.RESUME, ()),
        (("signed", "fulfilled", "paused"), "started", Direction.RESUME, ()),
        (("signed", "paused"), "started", Direction.RESUME, ("fulfilled",)),
    ],
)
def test_where_a_move_leads(
    history: tuple[str, ...], target: str, direction: Direction, skipped: tuple[str, ...]
) -> None:
    move = SCHEME.move(history, target, "说明")
    assert (move.direction, tuple(stage.key for stage in move.skipped)) == (direction, skipped)


@pytest.mark.parametrize(
    ("history", "target", "sentence"),
    [
        (("signed",), "building", "从当前阶段到“建设（入库）”跳过了 履约、开工，请写明原因。"),
        (("signed", "fulfilled"), "signed", "退回“签约”需要写明原因。"),
        (("signed",), "ended", "转为“终止”需要写明原因。"),
        (("signed", "paused"), "signed", "转为“签约”需要写明原因。"),
        (("signed",), "signed", "已经处于“签约”阶段。"),
        (("signed",), "sleeping", "没有名为“sleeping”的阶段。"),
    ],
)
def test_what_is_unexplained_is_refused(
    history: tuple[str, ...], target: str, sentence: str
) -> None:
    with pytest.raises(BadInput) as caught:
        SCHEME.move(history, target, "  ")
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("key", "expected"),
    [("planning", "talks"), ("producing", "at_capacity"), ("at_capacity", None), ("paused", None)],
)
def test_what_comes_next(key: str, expected: str | None) -> None:
    following = SCHEME.next_after(key)
    assert (following.key if following else None) == expected


def test_coming_back_is_explained_wherever_it_leads() -> None:
    """A paused project could go on at the next stage without a word."""
    history = ["signed", "paused"]
    for target, skipped in (("signed", ()), ("fulfilled", ()), ("started", ("fulfilled",))):
        with pytest.raises(BadInput, match="需要写明原因"):
            SCHEME.move(history, target)
        move = SCHEME.move(history, target, "已复工")
        assert (move.direction, tuple(each.key for each in move.skipped)) == (
            Direction.RESUME,
            skipped,
        )
