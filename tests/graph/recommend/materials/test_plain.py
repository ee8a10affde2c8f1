import numpy as np

from graph.recommend.materials.features import FEATURES
from graph.recommend.materials.plain import VOTE, fit_plain

NAMES = list(FEATURES)


def test_what_links_have_and_their_rivals_lack_gets_a_weight() -> None:
    draw = np.random.default_rng(0)
    table = np.zeros((300, len(NAMES)), np.float32)
    table[:, NAMES.index("grams")] = draw.random(300)
    is_link = table[:, NAMES.index("grams")].reshape(30, 10).argmax(1)[:, None] == np.arange(10)
    weights = fit_plain(table, is_link.ravel().astype(np.int8), np.full(30, 10))
    told = {name: weight for name, weight in zip(NAMES, weights.tolist(), strict=True) if weight}
    assert told.pop("grams") > 1
    assert told == VOTE


def test_a_query_whose_candidates_are_all_alike_teaches_nothing() -> None:
    table = np.ones((5, len(NAMES)), np.float32)
    weights = fit_plain(table, np.array([1, 0, 0, 0, 0], np.int8), np.array([5]))
    assert {name: w for name, w in zip(NAMES, weights.tolist(), strict=True) if w} == VOTE
