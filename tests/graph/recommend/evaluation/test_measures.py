import numpy as np
import pytest

from graph.recommend.evaluation.baselines.popularity import Popularity
from graph.recommend.evaluation.measures import measure, rank_of
from graph.recommend.evaluation.method import Training
from graph.recommend.evaluation.report import evaluate
from graph.recommend.evaluation.splits import ask

NONE = np.array([], np.int64)
ZEROS = {name: [0.0, 0.0, 0.0] for name in ("mrr", "hit@1", "hit@10", "hit@50")}


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


def test_no_pairs_have_figures_of_zero() -> None:
    figures = measure(np.array([]), NONE)
    assert (figures.pairs, figures.mrr.value, figures.hits[10].high) == (0, 0.0, 0.0)


def test_a_split_without_cold_pairs_is_measured() -> None:
    training = Training(("甲", "乙", "丙"), np.array([0, 1]), np.array([1, 2]), np.arange(3))
    told = evaluate("popularity", Popularity, ask("holdout", training, [("甲", "丙")])).as_dict()
    assert (told["warm"], told["cold"]) == (told["all"], {"pairs": 0, **ZEROS})
