import numpy as np
import pytest

from graph.recommend.evaluation.measures import measure, rank_of

NONE = np.array([], np.int64)


@pytest.mark.parametrize(
    ("answer", "left_out", "rank"),
    [(0, NONE, 1.0), (3, NONE, 5.0), (1, NONE, 3.0), (1, np.array([0]), 2.0)],
)
def test_rank_shares_the_mean_on_ties_and_skips_the_left_out(
    answer: int, left_out: np.ndarray, rank: float
) -> None:
    scores = np.array([0.9, 0.5, 0.5, 0.1, 0.5])
    assert rank_of(scores, answer, left_out) == rank


def test_a_tied_candidate_that_is_left_out_does_not_share_the_rank() -> None:
    scores = np.array([0.9, 0.5, 0.5, 0.1, 0.5])
    assert rank_of(scores, 1, np.array([1, 2, 4])) == 2.0


def test_all_equal_gives_the_middle() -> None:
    assert rank_of(np.zeros(5), 2, NONE) == 3.0


def test_figures_worked_by_hand() -> None:
    figures = measure(np.array([1, 2, 20, np.inf]), np.array([7, 7, 8, 9]))
    assert figures.mrr.value == pytest.approx((1 + 0.5 + 0.05) / 4)
    assert [figures.hits[at].value for at in (1, 10, 50)] == [0.25, 0.5, 0.75]


def test_interval_holds_the_value_and_is_the_same_again() -> None:
    ranks = np.arange(1, 101)
    first, again = (measure(ranks, np.arange(100)) for _ in range(2))
    assert first == again
    assert first.mrr.low < first.mrr.value < first.mrr.high


def test_one_query_with_all_pairs_has_no_width() -> None:
    mrr = measure(np.array([1, 2]), np.array([5, 5])).mrr
    assert (mrr.low, mrr.high) == (0.75, 0.75)
