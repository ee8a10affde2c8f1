"""Each baseline on four customers and four suppliers, against figures worked by hand."""

from math import log, sqrt

import numpy as np
import pytest

from graph.recommend.evaluation.baselines.adamic_adar import AdamicAdar
from graph.recommend.evaluation.baselines.ease import Ease
from graph.recommend.evaluation.baselines.name_grams import NameGrams
from graph.recommend.evaluation.baselines.name_neighbours import NameNeighbours
from graph.recommend.evaluation.baselines.name_parts import NameParts
from graph.recommend.evaluation.baselines.pagerank import PageRank
from graph.recommend.evaluation.baselines.paths_of_three import PathsOfThree
from graph.recommend.evaluation.baselines.popularity import Popularity
from graph.recommend.evaluation.baselines.rank_fusion import RankFusion
from graph.recommend.evaluation.method import Method, Training


def train(names: str, *links: tuple[str, str]) -> Training:
    every = tuple(names.split())
    place = every.index
    return Training(
        every,
        np.array([place(query) for query, _ in links]),
        np.array([place(answer) for _, answer in links]),
        np.arange(len(every)),
    )


A_TO_C = train("a b c x y z", ("a", "x"), ("b", "x"), ("b", "y"), ("c", "y"), ("c", "z"))
"""a buys x; b buys x, y; c buys y, z."""


def scores(method: Method, training: Training, query: str) -> dict[str, float]:
    method.fit(training)
    row = method.scores(np.array([training.names.index(query)]))[0]
    assert len(row) == len(training.names)
    return {name: float(row[place]) for place, name in enumerate(training.names)}


def test_popularity_counts_links() -> None:
    assert scores(Popularity(), A_TO_C, "a") == {"a": 0, "b": 0, "c": 0, "x": 2, "y": 2, "z": 1}


def test_adamic_adar_prefers_rare_common_neighbours() -> None:
    found = scores(AdamicAdar(), A_TO_C, "a")
    assert found["b"] == pytest.approx(1 / log(2))
    assert found["y"] == 0


def test_paths_of_three_divide_by_the_roots_of_degrees() -> None:
    found = scores(PathsOfThree(), A_TO_C, "a")
    assert found["y"] == pytest.approx(1 / sqrt(2 * 2))
    assert found["x"] == pytest.approx(1 / sqrt(2 * 1) + 1 / sqrt(2 * 2))
    assert found["z"] == 0


def test_pagerank_on_one_link_returns_by_the_damping() -> None:
    found = scores(PageRank(0.5), train("a x", ("a", "x")), "a")
    assert found["a"] == pytest.approx(2 / 3, abs=1e-3)
    assert found["x"] == pytest.approx(1 / 3, abs=1e-3)


def test_ease_follows_items_bought_together_and_puts_rare_ones_last() -> None:
    links = [(query, answer) for query in "abcd" for answer in "xy"]
    found = scores(Ease(damping=1), train("a b c d e x y z", *links, ("e", "x"), ("e", "z")), "e")
    # The Gram matrix with its damping is [[6, 4], [4, 5]]: its inverse has 6/14 and -4/14.
    assert found["y"] == pytest.approx((4 / 14) / (6 / 14))
    assert found["z"] < found["y"]
    assert found["z"] == min(found.values())


NAMES = train("草莓蛋糕 芒果蛋糕 电缆 面粉 铜 芒果", ("草莓蛋糕", "面粉"), ("电缆", "铜"))


def test_name_grams_compare_characters() -> None:
    found = scores(NameGrams(), NAMES, "芒果蛋糕")
    assert found["芒果蛋糕"] == pytest.approx(1)
    assert found["芒果"] > found["草莓蛋糕"] > found["铜"] == 0


def test_name_neighbours_lend_their_materials() -> None:
    found = scores(NameNeighbours(), NAMES, "芒果蛋糕")
    assert found["面粉"] > found["铜"] == 0


def test_a_product_is_no_neighbour_of_itself() -> None:
    assert scores(NameNeighbours(), NAMES, "草莓蛋糕")["面粉"] == 0


def test_name_parts_stand_in_the_name() -> None:
    assert scores(NameParts(), NAMES, "芒果蛋糕")["芒果"] == 0.5


def test_rank_fusion_adds_reciprocal_ranks_and_gives_nothing_to_the_lowest() -> None:
    found = scores(RankFusion([Popularity(), PathsOfThree()]), A_TO_C, "a")
    assert found["x"] == pytest.approx(1 / 61 + 1 / 61)
    assert found["y"] == pytest.approx(1 / 62 + 1 / 62)
    assert found["z"] == pytest.approx(1 / 63)
    assert found["a"] == 0
