"""Learns to put first who was found next (LambdaMART: Burges, MSR-TR-2010-82; by LightGBM)."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import lightgbm
import numpy as np

from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.recommend.firms.examples import Examples, collect_examples
from graph.recommend.firms.features import direction, first_scores
from graph.recommend.firms.history import Trades
from graph.recommend.nets import Net, fit_nets

HALF_YEARS = 4
"""So many of the latest half-years are replayed."""
ROUNDS = 40
PARAMETERS = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 20,
    "learning_rate": 0.08,
    "num_leaves": 15,
    "min_data_in_leaf": 300,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "lambda_l2": 10.0,
    "max_bin": 63,
    "num_threads": 2,
    "deterministic": True,
    "force_row_wise": True,
    "verbosity": -1,
}
"""Small trees, few and well damped: half-years differ, and more learns the one before by heart."""
PASSES = 4
"""Of the nets over all examples."""


@dataclass(frozen=True)
class Learned:
    """What was learned, and from how much. ``trees`` is LightGBM's own text."""

    features: tuple[str, ...]
    trees: str
    nets: tuple[Net, ...]
    examples: int
    chosen: int


def learn(trades: Trades, *, seed: int = 0, progress: Progress = silent) -> Learned | None:
    """Learn from the latest half-years; None where too little happened in them."""
    present = int(trades.first.max(initial=0)) + 1
    half_years = _tell(range(present - HALF_YEARS, present), progress)
    examples = collect_examples(trades, half_years, seed=seed)
    if not np.count_nonzero(examples.chosen):
        return None
    booster = _boost(examples, seed)
    nets = fit_nets(examples.features, examples.chosen, passes=PASSES, seed=seed)
    progress(HALF_YEARS + 1, HALF_YEARS + 1, message("学习完成"))
    names = tuple(examples.names)
    chosen = int(np.count_nonzero(examples.chosen))
    return Learned(names, booster.model_to_string(), nets, len(examples.chosen), chosen)


def _tell(half_years: range, progress: Progress) -> Iterator[int]:
    """Yield half-years, and tell how long those before took."""
    total, began = len(half_years) + 1, time.perf_counter()
    for done, half_year in enumerate(half_years):
        spent, month = round(time.perf_counter() - began), _month(half_year)
        note = message(
            "正在回顾到 %(month)s 的半年（已用 %(seconds)s 秒）", month=month, seconds=spent
        )
        progress(done, total, note)
        yield half_year
    spent = round(time.perf_counter() - began)
    progress(total - 1, total, message("正在学习排序（回顾用了 %(seconds)s 秒）", seconds=spent))


def _month(half_year: int) -> str:
    year, half = divmod(half_year, 2)
    return f"{year}-{'12' if half else '06'}"


def _boost(examples: Examples, seed: int) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        examples.features,
        examples.chosen.astype(np.int8),
        group=examples.groups,
        init_score=first_scores(examples.names, examples.features),
    )
    # A small map has fewer examples than a leaf of a large one.
    leaf = max(1, min(PARAMETERS["min_data_in_leaf"], len(examples.chosen) // 20))
    constraints = [direction(name) for name in examples.names]
    own = {"min_data_in_leaf": leaf, "monotone_constraints": constraints, "seed": seed}
    parameters = {**PARAMETERS, **own}
    return lightgbm.train(parameters, data, num_boost_round=ROUNDS)
