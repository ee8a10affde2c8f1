"""The recipes of the whole map: which product is made of which material, by name."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from graph.domain.chain import NodeKind
from graph.naming import match_key
from graph.naming.generic import is_telling
from graph.recommend.materials.recipes import Names, Recipes
from graph.store import Store
from graph.store.map.whole_map import read_links, read_nodes


@dataclass(frozen=True)
class MapRecipes:
    """Names of the map that are no industries, and the recipes among them.

    Nodes of one name stand for one. Links of other types are not looked at: 产品小类 would give
    away 上游材料 reversed.
    """

    names: tuple[str, ...]
    recipes: Recipes

    @cached_property
    def _places(self) -> dict[str, int]:
        return {name: place for place, name in enumerate(self.names)}

    @cached_property
    def _places_by_key(self) -> dict[str, int]:
        places: dict[str, int] = {}
        for place, name in enumerate(self.names):
            places.setdefault(match_key(name), place)
        return places

    def place_of(self, name: str) -> int | None:
        """Return the place of a name exactly as the map writes it."""
        return self._places.get(name)

    def find(self, query: str) -> int | None:
        """Return the place of a name as the map writes it, or as it is normalised."""
        place = self._places.get(query)
        return self._places_by_key.get(match_key(query)) if place is None else place


def read_recipes(store: Store, *, at: str) -> MapRecipes:
    """Read the recipes that hold on the ISO date ``at``.

    Candidates are all materials, and all products whose names say what is made.
    """
    nodes = read_nodes(store)
    named = {
        code: name
        for code, name, kind in zip(nodes["code"], nodes["name"], nodes["kind"], strict=True)
        if kind != NodeKind.INDUSTRY
    }
    names = tuple(sorted(set(named.values())))
    places = {name: place for place, name in enumerate(names)}
    links = read_links(store, "SUPPLIES", at=at)
    pairs = sorted(
        (places[named[product]], places[named[material]])
        for material, product in zip(links["start"], links["end"], strict=True)
        if product in named and material in named
    )
    products, materials = np.array(pairs, np.int64).reshape(-1, 2).T
    telling = [places[name] for name in names if is_telling(name)]
    candidates = np.union1d(np.array(telling, np.int64), materials)
    return MapRecipes(names, Recipes(Names(names), products, materials, candidates))
