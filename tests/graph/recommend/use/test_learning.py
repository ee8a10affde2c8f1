from datetime import UTC, datetime

import pytest

from graph.errors import Conflict
from graph.recommend.ranking import RuleRanker
from graph.recommend.use.examples import Preference
from graph.recommend.use.learning import fit, learn, share_in_order
from graph.store import Store

BASE = RuleRanker("rules-3", {"path": 0.6, "region": 0.4})
NOW = datetime(2026, 11, 23, 4, tzinfo=UTC)
FAR = [
    Preference(f"name:{number}", {"path": 0.5, "region": 1.0}, {"path": 0.9, "region": 0.0}, 1.0)
    for number in range(40)
]


def test_weights_move_to_what_askers_prefer() -> None:
    learned = RuleRanker("", fit(RuleRanker("", {"path": 0.8, "region": 0.2}), FAR))
    assert share_in_order(RuleRanker("", {"path": 0.8, "region": 0.2}), FAR) == 0.0
    assert share_in_order(learned, FAR) == 1.0


def test_without_preferences_the_weights_stay() -> None:
    assert fit(BASE, [Preference("a", {"path": 1.0}, {"path": 1.0}, 0.0)]) == BASE.weights


def test_what_is_told_of_nobody_does_not_count() -> None:
    pair = Preference("a", {"path": 1.0}, {"path": 0.5}, 1.0)
    assert share_in_order(BASE, [pair]) == 1.0
    assert sum(fit(BASE, [pair]).values()) == pytest.approx(1)


def test_too_little_said_is_refused(store: Store) -> None:
    with pytest.raises(Conflict, match="评价还不够：只有 0 家的 0 对比较"):
        learn(store, BASE, now=NOW)
