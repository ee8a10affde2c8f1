"""Small neural networks over the features of a ranker: they err elsewhere than its trees do.

The mean of nets that start differently steadies them (Hansen and Salamon, IEEE PAMI 12, 1990).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from sklearn.neural_network import MLPClassifier

NUMBER = 3
HIDDEN = 48
BATCH = 512
DECAY = 0.01
FURTHEST = 4.0
"""So many deviations from the mean a feature counts at most."""
DIGITS = 4


@dataclass(frozen=True)
class Net:
    """One hidden layer of rectified units over features scaled to a deviation of 1."""

    center: np.ndarray
    scale: np.ndarray
    inward: np.ndarray
    inward_bias: np.ndarray
    outward: np.ndarray
    outward_bias: np.ndarray

    def score(self, table: np.ndarray) -> np.ndarray:
        """Return the log odds of each pair: pairs by features in, pairs out."""
        hidden = np.maximum(
            _scaled(table, self.center, self.scale) @ self.inward + self.inward_bias, 0
        )
        return (hidden @ self.outward + self.outward_bias).ravel()

    def as_record(self) -> dict[str, Any]:
        """Return what JSON can hold."""
        return {name: values.tolist() for name, values in vars(self).items()}

    @classmethod
    def of_record(cls, record: dict[str, Any]) -> "Net":
        """Return what ``as_record`` told of."""
        return cls(**{name: np.array(values) for name, values in record.items()})


def fit_nets(table: np.ndarray, is_good: np.ndarray, *, passes: int, seed: int) -> tuple[Net, ...]:
    """Train NUMBER nets, each in so many passes over the pairs; equal seeds give equal nets."""
    return tuple(_fit(table, is_good, passes, NUMBER * seed + each) for each in range(NUMBER))


def mean_score(nets: Sequence[Net], table: np.ndarray) -> np.ndarray:
    """Return the mean of the nets' log odds."""
    return np.mean([net.score(table) for net in nets], axis=0)


def _fit(table: np.ndarray, is_good: np.ndarray, passes: int, seed: int) -> Net:
    spread = table.std(0, dtype=np.float64)
    center, scale = table.mean(0, dtype=np.float64), np.where(spread > 0, spread, 1.0)
    scaled = _scaled(table, center, scale)
    options: dict[str, Any] = {"batch_size": min(BATCH, len(table)), "random_state": seed}
    learner = MLPClassifier((HIDDEN,), alpha=DECAY, **options)
    for _ in range(passes):
        learner.partial_fit(scaled, is_good.astype(np.int8), classes=[0, 1])
    layers = [each.astype(float) for each in (*learner.coefs_, *learner.intercepts_)]
    inward, outward, inward_bias, outward_bias = (np.round(each, DIGITS) for each in layers)
    return Net(center, scale, inward, inward_bias, outward, outward_bias)


def _scaled(table: np.ndarray, center: np.ndarray, scale: np.ndarray) -> np.ndarray:
    # In single precision: a map's examples take a few hundred megabytes even so.
    scaled = table - center.astype(np.float32)
    scaled /= scale.astype(np.float32)
    return np.clip(scaled, -FURTHEST, FURTHEST, out=scaled)
