"""A plain linear order of the candidates, beside which the trees stand.

Trees learn by heart what a few thousand examples happen to say. A conditional logit (McFadden
1974) of the same features cannot, and neither can a vote of the three strongest lists by rank
(Cormack et al., SIGIR 2009): added to the trees they steady the order.
"""

from collections.abc import Callable, Mapping

import numpy as np
from scipy.optimize import minimize

from graph.recommend.materials.features import FEATURES

PULL = 0.03
"""Keeps weights small: of features scaled to a deviation of 1."""
MOST_STEPS = 100
DIGITS = 4
VOTE: Mapping[str, float] = {"neighbours_rank": -0.2, "joint_rank": -0.2, "linear_rank": -0.2}
"""What the strongest lists add by the logarithm of the rank there."""


def fit_plain(table: np.ndarray, is_link: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return a weight for each of FEATURES under which links stand before their rivals.

    ``table`` holds pairs by FEATURES, query by query; ``sizes`` says how many pairs each has.
    """
    spread = table.std(0, dtype=np.float64)
    scale = np.where(spread > 0, spread, 1)
    scaled = (table - table.mean(0, dtype=np.float64)) / scale
    loss = _loss(scaled, is_link.astype(np.float64), sizes)
    start = np.zeros(len(scale))
    options = {"maxiter": MOST_STEPS}
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x / scale
    votes = np.array([VOTE.get(name, 0.0) for name in FEATURES])
    return np.round(found + votes, DIGITS)


def _loss(
    scaled: np.ndarray, is_link: np.ndarray, sizes: np.ndarray
) -> Callable[[np.ndarray], tuple[float, np.ndarray]]:
    """Return the function of the weights that tells how unlikely the links are, and its slope."""
    starts = np.r_[0, np.cumsum(sizes)[:-1]]
    query = np.repeat(np.arange(len(sizes)), sizes)
    links = np.add.reduceat(is_link, starts)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = scaled @ weights
        best = np.maximum.reduceat(scores, starts)
        shares = np.exp(scores - best[query])
        totals = np.add.reduceat(shares, starts)
        likely = scores @ is_link - links @ (np.log(totals) + best)
        slope = scaled.T @ (is_link - (links / totals)[query] * shares)
        number = max(links.sum(), 1)
        return -likely / number + PULL * weights @ weights, -slope / number + 2 * PULL * weights

    return loss
