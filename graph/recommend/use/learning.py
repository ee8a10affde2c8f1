"""Weights learned from use: near those of the rules, and only where enough was said."""

from collections.abc import Sequence
from datetime import datetime

import numpy as np
from scipy.optimize import minimize

from graph.domain.clock import date_text, instant_text
from graph.domain.progress import Progress, silent
from graph.errors import Conflict
from graph.recommend.ranking import RuleRanker, UsedRanker
from graph.recommend.use.examples import Preference, list_preferences
from graph.recommend.use.verdicts import weigh
from graph.store import Store
from graph.store.desk.pair_outcomes import keep_outcomes, list_judgements

LEAST_PREFERENCES = 60
LEAST_ASKERS = 8
PARTS = 4
"""Askers are held out in so many parts to see whether what was learned holds for others."""
STEEPNESS = 10.0
CAUTION = 3.0
"""Pull of each weight towards that of the rules: doubling one costs as much as 1.4 mistakes."""


def learn(
    store: Store, base: RuleRanker, *, now: datetime, progress: Progress = silent
) -> UsedRanker:
    """Learn the weights of a ranker from all judgements so far.

    Raises Conflict where too little was said, or where the learned weights put no more pairs of
    enterprises that were held out in the right order than the rules do.
    """
    at = date_text(now.date())
    keep_outcomes(store, at=now)
    verdicts = weigh(list_judgements(store))
    pairs = list_preferences(store, verdicts, base, at=at, progress=progress)
    askers = sorted({pair.asker for pair in pairs})
    if len(pairs) < LEAST_PREFERENCES or len(askers) < LEAST_ASKERS:
        raise Conflict(
            "评价还不够：只有 %(askers)s 家的 %(pairs)s 对比较，"
            "至少要 %(least_askers)s 家 %(least)s 对。",
            askers=len(askers),
            pairs=len(pairs),
            least_askers=LEAST_ASKERS,
            least=LEAST_PREFERENCES,
        )
    _check_held_out(base, pairs, askers)
    return UsedRanker(
        f"used-{date_text(now.date())}",
        fit(base, pairs),
        base=base.version,
        until=instant_text(now),
        judgements=len(verdicts),
        askers=len(askers),
    )


def fit(base: RuleRanker, pairs: Sequence[Preference]) -> dict[str, float]:
    """Return the weights under which the better of each pair scores higher, as far as they go."""
    names = list(base.features)
    start = np.array([base.weights[name] for name in names])
    better, worse = _table(pairs, names, "better"), _table(pairs, names, "worse")
    weight = np.array([pair.weight for pair in pairs])

    def loss(change: np.ndarray) -> float:
        weights = start * np.exp(change)
        ahead = _scores(better, weights) - _scores(worse, weights)
        return float(weight @ np.logaddexp(0, -STEEPNESS * ahead) + CAUTION * change @ change)

    found = minimize(loss, np.zeros(len(names)), method="L-BFGS-B", bounds=[(-2, 2)] * len(names))
    learned = start * np.exp(found.x)
    return {
        name: round(float(each), 4)
        for name, each in zip(names, learned / learned.sum(), strict=True)
    }


def share_in_order(base: RuleRanker, pairs: Sequence[Preference]) -> float:
    """Return the share of pairs that a ranker puts in the right order, by their weight."""
    total = sum(pair.weight for pair in pairs)
    right = sum(
        pair.weight for pair in pairs if base.score(pair.better)[0] > base.score(pair.worse)[0]
    )
    return right / total if total else 0.0


def _check_held_out(base: RuleRanker, pairs: Sequence[Preference], askers: list[str]) -> None:
    part = {asker: place % PARTS for place, asker in enumerate(askers)}
    learned = rules = total = 0.0
    for number in range(PARTS):
        inside = [pair for pair in pairs if part[pair.asker] != number]
        outside = [pair for pair in pairs if part[pair.asker] == number]
        weight = sum(pair.weight for pair in outside)
        learned += weight * share_in_order(RuleRanker("", fit(base, inside)), outside)
        rules += weight * share_in_order(base, outside)
        total += weight
    if learned <= rules:
        raise Conflict(
            "学到的权重在留出的企业上不比规则好（%(learned)s 对 %(rules)s），没有保存。",
            learned=f"{learned / total:.3f}",
            rules=f"{rules / total:.3f}",
        )


def _table(pairs: Sequence[Preference], names: list[str], side: str) -> np.ndarray:
    """Return the values of one side, pairs by features; what is told of nobody is nan."""
    rows = (getattr(pair, side) for pair in pairs)
    return np.array([[values.get(name, np.nan) for name in names] for values in rows])


def _scores(table: np.ndarray, weights: np.ndarray) -> np.ndarray:
    told = ~np.isnan(table)
    return (np.nan_to_num(table) @ weights) / np.maximum(told @ weights, 1e-9)
