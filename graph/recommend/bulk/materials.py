"""Materials of a product by its name: what alike products are made of, and what the name says."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p

import numpy as np
import scipy.sparse as sp

from graph.derive.name_likeness import NameTable
from graph.domain.chain import NodeKind
from graph.recommend.bulk.matrices import MapMatrices
from graph.recommend.sparse import Matrix, diagonal, keep_largest, scale_rows_to_one

BLOCK = 400
NEIGHBOURS = 40
TEXT_NEAREST = 100
UNTRIED_NEAREST = 20
DOUBT = 5.0

WEIGHTS = {
    "neighbours": 0.5,
    "grams": 1.0,
    "text": 0.3,
    "contained": 0.5,
    "shared": 0.3,
}
"""What each signal adds at its strongest; untried materials add up to UNTRIED_WEIGHT."""
UNTRIED_WEIGHT = 0.6

Named = list[tuple[str, float]]
"""Material names with scores from 0 to 1, best first."""


@dataclass(frozen=True)
class Recipes:
    """Which products are made of which materials, by places in the table of names."""

    products: np.ndarray
    materials: np.ndarray
    links: Matrix


class RuleRanker:
    """Ranks materials for products of the map; each node stands for its name.

    Links of other types are not looked at: 产品小类 would give away 上游材料 reversed.
    """

    def __init__(self, matrices: MapMatrices) -> None:
        self._names = matrices.names
        self._table = NameTable([name.lower() for name in matrices.names])
        self._recipes = _read_recipes(matrices)
        others = np.ones(len(matrices.names), bool)
        others[self._recipes.products] = others[self._recipes.materials] = False
        self._untried = np.flatnonzero(others & (matrices.node_kinds == NodeKind.PRODUCT))

    def rank(self, places: Sequence[int], *, top: int) -> Iterator[Named]:
        """Yield, for each product (a place in ``MapMatrices.nodes``), its ``top`` new materials."""
        for start in range(0, len(places), BLOCK):
            block = np.asarray(places[start : start + BLOCK], np.int64)
            tried, untried = self._score_tried(block), self._score_untried(block)
            known = self._own_links(block)
            for row, place in enumerate(block):
                yield self._best(int(place), tried[row], untried[row], known[row], top)

    def _best(self, place: int, tried: Matrix, untried: Matrix, known: Matrix, top: int) -> Named:
        scores: dict[str, float] = {}
        for matrix, places in ((tried, self._recipes.materials), (untried, self._untried)):
            for column, score in zip(matrix.indices, matrix.data, strict=True):
                name = self._names[places[column]]
                scores[name] = max(float(score), scores.get(name, 0.0))
        left_out = {self._names[self._recipes.materials[column]] for column in known.indices}
        left_out.add(self._names[place])
        found = [(name, score) for name, score in scores.items() if name not in left_out]
        found.sort(key=lambda each: (-round(each[1], 9), each[0]))
        most = sum(WEIGHTS.values())
        return [
            (name, round(min(score / most, 1.0), 6)) for name, score in found[:top] if score > 0
        ]

    def _score_tried(self, places: np.ndarray) -> Matrix:
        signals = {
            "neighbours": self._from_neighbours(places),
            "grams": self._vectors[places] @ self._material_by_gram,
            "text": keep_largest(
                (self._vectors[places] @ self._vectors[self._recipes.materials].T).tocsr(),
                TEXT_NEAREST,
            ),
            "contained": self._contained(places),
            "shared": self._from_shared_materials(places),
        }
        total = sp.csr_matrix((len(places), len(self._recipes.materials)), dtype=np.float32)
        for name, signal in signals.items():
            total = total + WEIGHTS[name] * scale_rows_to_one(signal.tocsr())
        return total.tocsr()

    def _score_untried(self, places: np.ndarray) -> Matrix:
        """Score products that nobody named a material yet, by their characters alone."""
        likeness = (self._vectors[places] @ self._vectors[self._untried].T).tocsr()
        return UNTRIED_WEIGHT * keep_largest(likeness, UNTRIED_NEAREST)

    @property
    def _vectors(self) -> Matrix:
        return self._table.vectors

    @cached_property
    def _by_usage(self) -> np.ndarray:
        return np.asarray(self._recipes.links.sum(0)).ravel()

    @cached_property
    def _material_by_gram(self) -> Matrix:
        """Squared share of the products with a gram that are made of a material."""
        grams = self._vectors[self._recipes.products]
        present = sp.csr_matrix(
            (np.ones_like(grams.data), grams.indices, grams.indptr), shape=grams.shape
        )
        number = np.asarray(present.sum(0)).ravel()
        shares = (diagonal(1 / (number + DOUBT)) @ (present.T @ self._recipes.links)).tocsr()
        shares.data = shares.data**2
        return shares

    def _from_neighbours(self, places: np.ndarray) -> Matrix:
        """Add up the materials of the 40 products with the most alike names."""
        likeness = (self._vectors[places] @ self._vectors[self._recipes.products].T).tocsr()
        own = places[:, None] == self._recipes.products[None, :]
        others = (likeness - likeness.multiply(own)).tocsr()
        return keep_largest(others, NEIGHBOURS) @ self._recipes.links

    def _from_shared_materials(self, places: np.ndarray) -> Matrix:
        """Walk product → material → product → material, each step by the root of the degree."""
        links = self._recipes.links
        usage = diagonal(1 / np.sqrt(np.maximum(self._by_usage, 1)))
        length = diagonal(1 / np.sqrt(np.maximum(np.asarray(links.sum(1)).ravel(), 1)))
        return self._own_links(places) @ usage @ links.T @ length @ links

    def _own_links(self, places: np.ndarray) -> Matrix:
        rows, columns = np.nonzero(places[:, None] == self._recipes.products[None, :])
        shape = (len(places), len(self._recipes.products))
        chosen = sp.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)
        return (chosen @ self._recipes.links).tocsr()

    @cached_property
    def _material_by_name(self) -> dict[str, int]:
        return {
            self._table.names[place]: column for column, place in enumerate(self._recipes.materials)
        }

    def _contained(self, places: np.ndarray) -> Matrix:
        """Look for materials whose names stand inside the product's name."""
        rows, columns, weights = [], [], []
        for row, place in enumerate(places):
            for column, weight in self._parts_of(self._table.names[place]).items():
                rows.append(row)
                columns.append(column)
                weights.append(weight * log1p(self._by_usage[column]))
        shape = (len(places), len(self._recipes.materials))
        return sp.csr_matrix((np.array(weights, np.float32), (rows, columns)), shape=shape)

    def _parts_of(self, name: str) -> dict[int, float]:
        parts: dict[int, float] = {}
        for start in range(len(name)):
            for end in range(start + 1, len(name) + 1):
                column = self._material_by_name.get(name[start:end])
                if column is not None and end - start < len(name):
                    weight = (end - start) / len(name) + 0.1 * (start == 0)
                    parts[column] = max(weight, parts.get(column, 0.0))
        return parts


def _read_recipes(matrices: MapMatrices) -> Recipes:
    links = (matrices.materials > 0).astype(np.float32).tocoo()
    fit = matrices.node_kinds[links.row] != NodeKind.INDUSTRY
    products, rows = np.unique(links.row[fit], return_inverse=True)
    materials, columns = np.unique(links.col[fit], return_inverse=True)
    shape = (len(products), len(materials))
    ones = np.ones(len(rows), np.float32)
    return Recipes(products, materials, sp.csr_matrix((ones, (rows, columns)), shape=shape))
