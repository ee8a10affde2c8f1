import numpy as np
import pytest
from small_recipes import CAKES, make_recipes, places_of

from graph.recommend.materials.asked import Asked
from graph.recommend.materials.parts import Patterns, longest_part
from graph.recommend.materials.signals import Signals
from graph.recommend.materials.spelling import SPELLING, read_spelling


def test_the_longest_common_piece_is_found_with_both_places() -> None:
    assert longest_part("炒绿豆糕", "绿豆粉") == (0, 2, 1)
    assert longest_part("绿豆糕", "去皮绿豆") == (2, 2, 0)
    assert longest_part("液压泵", "白糖") == (0, 0, -1)


def test_patterns_count_what_stands_around_the_piece() -> None:
    patterns = Patterns(make_recipes(CAKES))
    assert patterns.around("黑豆粉", 0, 2) == 2
    assert patterns.around("黑豆", 0, 2) == 0
    assert patterns.rest("黑豆糕", 2) == (0.0, 2 / 4, 2)
    assert patterns.spread("豆粉") == (2, 2)


def test_characters_are_compared_by_hand() -> None:
    recipes = make_recipes(CAKES, "绿豆", "绿茶豆糕")
    asked = Asked(recipes, places_of(recipes, "绿茶豆糕", "绿豆糕"))
    pairs = np.array([0, 1]), places_of(recipes, "绿豆粉", "红豆粉")
    read = read_spelling(Signals(recipes), asked, *pairs)
    assert list(read) == list(SPELLING)
    assert {name: values.tolist() for name, values in read.items()} == {
        "part_of_material": pytest.approx([1 / 3, 1 / 3]),
        "part_of_product": pytest.approx([1 / 4, 1 / 3]),
        "part_start": [0, 1],
        "part_rest": [3, 1],
        "material_before": [0, 1],
        "material_after": [2, 1],
        "around": pytest.approx([0, 0]),
        "whole_rate": [0, 0],
        "alike_rate": [0, 0],
        "ending_number": [0, 0],
        "variant_share": pytest.approx([1 / 2, 1 / 3]),
        "variant_usage": pytest.approx([np.log(2), np.log(3)]),
        "variant_number": pytest.approx([np.log(2), np.log(3)]),
        "shared_characters": pytest.approx([2 / 3, 1 / 3]),
        "new_characters": [2, 0],
        "told_characters": [0, 1],
        "untold_characters": [2, 1],
        "known_characters": pytest.approx([0, 2 / 3]),
        "same_start": [1, 0],
    }
