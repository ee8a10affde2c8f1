"""Trains the ranker on the recipes themselves: links are hidden, then looked for.

All that signals learn is learnt anew without the hidden links of a fold, so that no example sees
itself, neither directly nor through counts, and examples look as an unseen link will.
"""

import time
from collections.abc import Callable, Iterator

import lightgbm as lgb
import numpy as np

from graph.domain.progress import Progress, silent
from graph.errors import BadInput
from graph.messages import message
from graph.recommend.materials.features import FEATURES, Reader, Readings
from graph.recommend.materials.model import MaterialModel
from graph.recommend.materials.plain import fit_plain
from graph.recommend.materials.recipes import Recipes
from graph.recommend.materials.signals import Signals
from graph.recommend.nets import fit_nets

LEAST_LINKS = 500
FOLDS = 3
STEPS = FOLDS + 3
"""Folds, then the trees for the order, those for the chance, and what stands beside them."""
HIDDEN_SHARE = 0.07
BLOCK = 200
HARD_NEGATIVES = 50
EASY_NEGATIVES = 50

_TREES = {
    "learning_rate": 0.06,
    "min_data_in_leaf": 50,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "deterministic": True,
    "force_col_wise": True,
    "verbose": -1,
}
ORDER = {
    **_TREES,
    "objective": "lambdarank",
    "lambdarank_truncation_level": 30,
    "num_leaves": 24,
    "feature_fraction": 0.4,
}
CHANCE = {**_TREES, "objective": "binary", "num_leaves": 24, "feature_fraction": 0.3}
ROUNDS = 300
PASSES = 12
"""Of the nets over all examples."""

Examples = tuple[np.ndarray, np.ndarray, np.ndarray]
"""Features, whether the pair is a hidden link, and the number of pairs of each query."""


def train_materials(
    recipes: Recipes, *, seed: int = 0, threads: int = 1, progress: Progress = silent
) -> MaterialModel:
    """Train on the recipes alone; equal recipes and seeds give equal models.

    Raises BadInput where there are too few links to hide some and learn from the others.
    """
    if len(recipes.product_places) < LEAST_LINKS:
        raise BadInput("产品与材料的关系不足 %(least)s 条，无法训练。", least=LEAST_LINKS)
    tell = _teller(progress)
    folds = []
    for fold in range(FOLDS):
        tell(fold)
        folds.append(make_examples(recipes, seed=seed + fold))
    tell(FOLDS)
    table, is_link, sizes = (np.concatenate(each) for each in zip(*folds, strict=True))
    shared = {"seed": seed, "num_threads": threads}
    data = lgb.Dataset(table, is_link, group=sizes, feature_name=list(FEATURES))
    order = lgb.train({**ORDER, **shared}, data, ROUNDS)
    tell(FOLDS + 1)
    data = lgb.Dataset(table, is_link, feature_name=list(FEATURES))
    chance = lgb.train({**CHANCE, **shared}, data, ROUNDS)
    tell(FOLDS + 2)
    nets = fit_nets(table, is_link, passes=PASSES, seed=seed)
    plain = fit_plain(table, is_link, sizes)
    tell(STEPS)
    return MaterialModel(order, chance, nets, plain)


def _teller(progress: Progress) -> Callable[[int], None]:
    """Return the function that tells of steps done, and how long they took together."""
    began = time.perf_counter()

    def tell(done: int) -> None:
        spent = round(time.perf_counter() - began)
        progress(done, STEPS, message("正在训练材料排序（已用 %(seconds)s 秒）", seconds=spent))

    return tell


def make_examples(recipes: Recipes, *, seed: int) -> Examples:
    """Hide 7 % of the links, learn from the others, and read the candidates of the hidden."""
    draw = np.random.default_rng(seed)
    hidden = draw.random(len(recipes.product_places)) < HIDDEN_SHARE
    reader = Reader(Signals(recipes.keep(~hidden)))
    pairs = set(zip(recipes.product_places[hidden], recipes.material_places[hidden], strict=True))
    queries = np.unique(recipes.product_places[hidden])
    parts = list(_read_blocks(reader, queries, pairs, draw))
    tables, links, sizes = zip(*parts, strict=True)
    return np.concatenate(tables), np.concatenate(links), np.concatenate(sizes)


def _read_blocks(
    reader: Reader, queries: np.ndarray, pairs: set, draw: np.random.Generator
) -> Iterator[Examples]:
    for start in range(0, len(queries), BLOCK):
        block = queries[start : start + BLOCK]
        found = reader.find(block)
        places = zip(block[found.rows], found.columns, strict=True)
        is_link = np.fromiter((pair in pairs for pair in places), bool, len(found.rows))
        kept = _choose(found, is_link, draw)
        sizes = np.bincount(found.rows[kept], minlength=len(block))
        yield found.table(kept), is_link[kept].astype(np.int8), sizes[sizes > 0]


def _choose(found: Readings, is_link: np.ndarray, draw: np.random.Generator) -> np.ndarray:
    """Keep queries whose hidden link was found: all links, hard negatives and some others."""
    best_rank = found.best_ranks()
    sizes = np.bincount(found.rows)
    ends = np.cumsum(sizes)
    kept = is_link.copy()
    for start, end in zip(ends - sizes, ends, strict=True):
        if is_link[start:end].any():
            hardest = start + np.argsort(best_rank[start:end], kind="stable")[:HARD_NEGATIVES]
            kept[hardest] = True
            kept[start:end] |= draw.random(end - start) < EASY_NEGATIVES / (end - start)
    return np.flatnonzero(kept)
