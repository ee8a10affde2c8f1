"""How much a name looks like that of a material, from the names of the materials known."""

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import Ridge

from graph.recommend.materials.recipes import Recipes
from graph.recommend.sparse import Matrix, binary, column_sums, diagonal

PARTS = 3
DOUBT = 5.0


def read_looks(recipes: Recipes, *, seed: int = 0) -> np.ndarray:
    """Return, for each name, about 0 for a finished product and 1 for a material.

    Each third of the names is judged by a model of the other two, so that no name is judged by
    what is known about itself: log-count ratios in a ridge regression (Wang and Manning, ACL 2012).
    """
    grams = sp.hstack([recipes.names.grams, recipes.names.endings]).tocsr()
    is_material = (recipes.usage > 0).astype(np.float32)
    part = np.random.default_rng(seed).integers(0, PARTS, len(is_material))
    looks = np.zeros(len(is_material), np.float32)
    for judged in range(PARTS):
        others, own = part != judged, part == judged
        if 0 < is_material[others].sum() < others.sum() and own.any():
            looks[own] = _judge(grams[others], is_material[others], grams[own])
    return looks


def _judge(grams: Matrix, is_material: np.ndarray, judged: Matrix) -> np.ndarray:
    present = binary(grams)
    share = is_material.mean()
    ratios = (column_sums(present[is_material > 0]) + DOUBT * share) / (
        (column_sums(present) + DOUBT) * share
    )
    weigh = diagonal(np.log(ratios).astype(np.float32))
    model = Ridge(alpha=1.0, solver="sparse_cg", max_iter=30, tol=1e-3)
    return model.fit(grams @ weigh, is_material).predict(judged @ weigh)
