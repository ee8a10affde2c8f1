"""Works out what made products are likely made of, where the map does not say."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from graph.domain.likely_material import LikelyMaterial
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.naming import match_key
from graph.naming.generic import is_telling
from graph.recommend.bulk.recipes import MapRecipes, read_recipes
from graph.recommend.materials.model import MaterialModel
from graph.recommend.materials.ranker import MaterialRanker
from graph.store import Store
from graph.store.map import likely_materials
from graph.store.map.whole_map import read_links, read_nodes

LEAST_CHANCE = 0.15
"""Below it names that only sound alike (山货, 山药) outweigh the rest."""
MOST_A_PRODUCT = 6
FIRST_RANKS = 10
DIGITS = 3


def refresh_likely(
    store: Store, model: MaterialModel, *, at: str, progress: Progress = silent
) -> int:
    """Bring the likely materials in line with the map and the model; return how many there are.

    Asked for are products that somebody makes, whose names say what they are, and of which no
    material is known on the ISO date ``at``. Only what is a material of something already is
    offered: of other names the likeliest are mostly the product again in other words.
    """
    known = read_recipes(store, at=at)
    codes = _codes_by_place(store, known)
    made = set(read_links(store, "MAKES", at=at)["end"])
    asked = [place for place in _unknown(known) if made.intersection(codes[place])]
    links = []
    for done, (place, found) in enumerate(_likely(known, model, np.array(asked, np.int64))):
        links += [
            LikelyMaterial(codes[material][0], product, chance)
            for material, chance in found
            for product in made.intersection(codes[place])
        ]
        progress(done + 1, len(asked), message("正在推算产品的用料"))
    links.sort(key=lambda link: (link.product, -link.chance, link.material))
    likely_materials.replace_likely(store, links, version=model.version, as_of=at)
    return len(links)


def _unknown(known: MapRecipes) -> Iterator[int]:
    """Yield the places of names that say what they are, and of which no material is known."""
    for place, (name, size) in enumerate(zip(known.names, known.recipes.sizes, strict=True)):
        if not size and is_telling(name):
            yield place


def _likely(
    known: MapRecipes, model: MaterialModel, asked: np.ndarray
) -> Iterator[tuple[int, list[tuple[int, float]]]]:
    """Yield each product with its likeliest materials, as places of names, and their chances.

    A flange for pressure vessels is a flange, not made of one: what the name ends in is left out.
    """
    recipes = replace(known.recipes, candidates=known.recipes.tried)
    ranked = MaterialRanker(recipes, model, first=FIRST_RANKS).rank(asked)
    for place, each in zip(asked.tolist(), ranked, strict=True):
        chances = np.round(each.chances, DIGITS).tolist()
        found = [
            (material, chance)
            for material, chance in zip(each.places.tolist(), chances, strict=True)
            if chance >= LEAST_CHANCE and not _is_kind(known.names, place, material)
        ]
        yield place, found[:MOST_A_PRODUCT]


def _is_kind(names: Sequence[str], product: int, material: int) -> bool:
    return match_key(names[product]).endswith(match_key(names[material]))


def _codes_by_place(store: Store, known: MapRecipes) -> dict[int, list[str]]:
    nodes = read_nodes(store)
    codes: dict[int, list[str]] = defaultdict(list)
    for code, name in sorted(zip(nodes["code"], nodes["name"], strict=True)):
        place = known.place_of(name)
        if place is not None:
            codes[place].append(code)
    return codes
