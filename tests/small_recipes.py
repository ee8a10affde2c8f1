"""Recipes that tests of the ranking of materials share."""

from collections.abc import Sequence
from itertools import product

import numpy as np

from graph.recommend.materials.recipes import Names, Recipes

Pair = tuple[str, str]
"""A product and its material."""

CAKES: tuple[Pair, ...] = (
    ("绿豆糕", "绿豆粉"),
    ("绿豆糕", "白糖"),
    ("红豆糕", "红豆粉"),
    ("红豆糕", "白糖"),
    ("液压泵", "铸件"),
)

FLAVOURS = (
    "绿豆、红豆、芝麻、花生、草莓、山药、紫薯、南瓜、玉米、核桃、杏仁、香蕉、苹果、牛奶、茶叶"
)
KINDS = "糕、饼、粥、汤、馒头、蛋糕、月饼、饼干、面包、冰淇淋、豆浆、果酱"
USUAL = {"糕": "米粉", "饼": "面粉", "粥": "大米", "汤": "鸡汤", "馒头": "面粉", "蛋糕": "鸡蛋"}


def make_recipes(pairs: Sequence[Pair], *others: str) -> Recipes:
    """Make recipes of pairs; every name, also the others, is a candidate."""
    names = sorted({name for pair in pairs for name in pair} | set(others))
    places = {name: place for place, name in enumerate(names)}
    rows, columns = np.array([[places[name] for name in pair] for pair in pairs]).T
    return Recipes(Names(names), rows, columns, np.arange(len(names)))


def bakery() -> list[Pair]:
    """List some 550 recipes that follow their names: 绿豆糕 is made of 绿豆 and 米粉."""
    pairs = []
    for flavour, kind in product(FLAVOURS.split("、"), KINDS.split("、")):
        pairs.append((flavour + kind, flavour))
        pairs.append((flavour + kind, USUAL.get(kind, "白糖")))
        pairs.append((flavour + kind, flavour + "粉"))
    return pairs


def places_of(recipes: Recipes, *names: str) -> np.ndarray:
    """Return the places of names."""
    return np.array([recipes.names.places[name] for name in names])
