"""Learns to put first who was found next (LambdaMART: Burges, MSR-TR-2010-82; by LightGBM)."""

from dataclasses import dataclass

import lightgbm
import numpy as np

from graph.recommend.firms.examples import Examples, collect_examples
from graph.recommend.firms.history import Trades

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


@dataclass(frozen=True)
class Learned:
    """What was learned, and from how much. ``trees`` is LightGBM's own text."""

    features: tuple[str, ...]
    trees: str
    examples: int
    chosen: int


def learn(trades: Trades, *, seed: int = 0) -> Learned | None:
    """Learn from the latest half-years; None where too little happened in them."""
    present = int(trades.first.max(initial=0)) + 1
    half_years = range(present - HALF_YEARS, present)
    examples = collect_examples(trades, half_years, seed=seed)
    if not np.count_nonzero(examples.chosen):
        return None
    booster = _boost(examples, seed)
    names = tuple(examples.names)
    chosen = int(np.count_nonzero(examples.chosen))
    return Learned(names, booster.model_to_string(), len(examples.chosen), chosen)


def _boost(examples: Examples, seed: int) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        examples.features, examples.chosen.astype(np.int8), group=examples.groups
    )
    # A small map has fewer examples than a leaf of a large one.
    leaf = max(1, min(PARAMETERS["min_data_in_leaf"], len(examples.chosen) // 20))
    parameters = {**PARAMETERS, "min_data_in_leaf": leaf, "seed": seed}
    return lightgbm.train(parameters, data, num_boost_round=ROUNDS)
