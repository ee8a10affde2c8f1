"""Learning end to end, on an invented trade where every half-year follows one rule."""

from pathlib import Path

import numpy as np
import pytest
from small_trades import FIRST, GROUPS, SIZE, invent_trades

from graph.errors import NotFound
from graph.recommend.firms.examples import collect_examples, new_pairs
from graph.recommend.firms.history import History, Trades
from graph.recommend.firms.learner import learn
from graph.recommend.firms.model import FirmModel, find_model, list_models, save_model
from graph.recommend.firms.present import Present

TRADES = invent_trades()


def as_model(trades: Trades, seed: int = 0) -> FirmModel:
    learned = learn(trades, seed=seed)
    assert learned is not None
    return FirmModel(
        "firms-3-test", "supplier", "", "", learned.features, learned.trees, learned.nets
    )


def test_replay_marks_what_came_true() -> None:
    examples = collect_examples(TRADES, [FIRST + 3])
    assert int(examples.groups.sum()) == len(examples.chosen) == len(examples.features)
    assert int(examples.chosen.sum()) == GROUPS * SIZE


def test_a_replay_sees_nothing_of_its_own_half_year_or_later() -> None:
    half_year = FIRST + 2
    past = TRADES.before(half_year + 1)
    all_of_it, cut = (collect_examples(trades, [half_year]) for trades in (TRADES, past))
    assert np.array_equal(all_of_it.features, cut.features)
    assert np.array_equal(all_of_it.chosen, cut.chosen)


def test_turning_an_old_trade_round_is_no_new_pair() -> None:
    first = np.array([FIRST, FIRST + 1, FIRST + 1, FIRST + 1])
    trades = Trades(
        np.array([0, 1, 2, 0]), np.array([1, 0, 0, 3]), first, first, np.ones_like(first), 4
    )
    customers, suppliers = new_pairs(trades, FIRST + 1, History(trades.before(FIRST + 1)))
    assert (customers.tolist(), suppliers.tolist()) == ([], [])


def test_learned_ranks_the_own_group_first() -> None:
    known = TRADES.before(FIRST + 5)
    (block,) = Present(known).blocks(np.array([0]))
    scores = as_model(known).score(block.features)
    best = block.candidates.firms[np.argsort(-scores, kind="stable")[:3]]
    assert sorted(best.tolist()) == [SIZE + 5, SIZE + 6, SIZE + 7]


def test_learning_is_the_same_again_by_its_seed() -> None:
    assert as_model(TRADES).trees == as_model(TRADES).trees


def test_candidates_leave_out_whom_the_customer_knows_and_itself() -> None:
    (block,) = Present(TRADES).blocks(np.array([0]))
    known = {0, *TRADES.suppliers[TRADES.customers == 0].tolist()}
    assert known & set(block.candidates.firms.tolist()) == set()


def test_a_model_outlives_its_file(tmp_path: Path) -> None:
    known = TRADES.before(FIRST + 5)
    (block,) = Present(known).blocks(np.array([0]))
    model = as_model(known)
    save_model(tmp_path, model)
    (read,) = list_models(tmp_path, "supplier")
    assert read.score(block.features).tolist() == model.score(block.features).tolist()


def test_nothing_is_learned_from_nothing() -> None:
    none = np.array([], np.int64)
    assert learn(Trades(none, none, none, none, none, 0)) is None


def test_models_stand_side_by_side(tmp_path: Path) -> None:
    older = FirmModel("firms-3-2021-12-31", "supplier", "2021-12-31", "2026-01-01", ("a",), "", ())
    newer = FirmModel("firms-3-2022-12-31", "supplier", "2022-12-31", "2026-01-02", ("a",), "", ())
    for model in (newer, older):
        save_model(tmp_path, model)
    assert list_models(tmp_path, "supplier") == [older, newer]
    assert list_models(tmp_path, "customer") == []
    assert find_model(tmp_path, "supplier") == newer
    assert find_model(tmp_path, "supplier", version=older.version) == older
    assert find_model(tmp_path, "supplier", at="2022-06-30") == older
    assert find_model(tmp_path, "supplier", at="2020-06-30") is None
    with pytest.raises(NotFound, match="没有版本为 9 的推荐排序。"):
        find_model(tmp_path, "supplier", version="9")
