"""What is known: names, which product is made of which material, and what may be answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from graph.derive.name_likeness import NameTable
from graph.recommend.sparse import Matrix, column_sums, link_matrix, row_sums

LONGEST_ENDING = 4
NAMES_IMAGINED = 2000


class Names:
    """Names as vectors of their characters; places are those in the sequence given."""

    def __init__(self, names: Sequence[str]) -> None:
        self.texts = [name.lower() for name in names]
        self.grams: Matrix = NameTable(self.texts).vectors
        self.endings = _endings(self.texts)
        self.lengths = np.array([len(text) for text in self.texts], np.float32)
        self.places: dict[str, int] = {}
        for place, text in enumerate(self.texts):
            self.places.setdefault(text, place)

    def __len__(self) -> int:
        return len(self.texts)


@dataclass(frozen=True)
class Recipes:
    """Products and their materials, as places in ``names``; ``candidates`` may be answers."""

    names: Names
    product_places: np.ndarray
    material_places: np.ndarray
    candidates: np.ndarray

    @cached_property
    def links(self) -> Matrix:
        """Names by names: 1 where the row is made of the column."""
        return link_matrix(self.product_places, self.material_places, len(self.names))

    @cached_property
    def usage(self) -> np.ndarray:
        """In how many products each name is a material."""
        return column_sums(self.links)

    @cached_property
    def sizes(self) -> np.ndarray:
        """How many materials each name has."""
        return row_sums(self.links)

    @cached_property
    def products(self) -> np.ndarray:
        """Places of names that have materials."""
        return np.flatnonzero(self.sizes)

    @cached_property
    def rows(self) -> np.ndarray:
        """Row of each name among ``products``, -1 for others."""
        rows = np.full(len(self.names), -1)
        rows[self.products] = np.arange(len(self.products))
        return rows

    @cached_property
    def by_product(self) -> Matrix:
        """Products (rows as in ``products``) by names."""
        return self.links[self.products]

    @cached_property
    def materials(self) -> np.ndarray:
        """Places of names that are a material of something."""
        return np.flatnonzero(self.usage)

    @cached_property
    def tried(self) -> np.ndarray:
        """Candidates that are a material of something already."""
        return self.candidates[self.usage[self.candidates] > 0]

    @cached_property
    def untried(self) -> np.ndarray:
        """Candidates that nobody named as a material yet."""
        return self.candidates[self.usage[self.candidates] == 0]

    @cached_property
    def is_candidate(self) -> np.ndarray:
        """Flag of each name."""
        flags = np.zeros(len(self.names), bool)
        flags[self.candidates] = True
        return flags

    def keep(self, kept: np.ndarray) -> "Recipes":
        """Return the same with only these links (a flag each)."""
        return Recipes(
            self.names, self.product_places[kept], self.material_places[kept], self.candidates
        )


def unit_rows(matrix: Matrix) -> Matrix:
    """Scale each row to length 1."""
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(1))).ravel()
    return (sp.diags((1 / np.maximum(lengths, 1e-9)).astype(np.float32)) @ matrix).tocsr()


def largest_entries(values: np.ndarray, number: int, places: np.ndarray, width: int) -> Matrix:
    """Keep the ``number`` largest entries of each row of a dense block.

    Its columns stand for ``places``; the result has ``width`` columns.
    """
    number = min(number, values.shape[1])
    if not number:
        return sp.csr_matrix((len(values), width), dtype=np.float32)
    best = np.argpartition(-values, number - 1, axis=1)[:, :number]
    kept = np.take_along_axis(values, best, 1).ravel()
    starts = np.arange(len(values) + 1) * number
    return sp.csr_matrix((kept, places[best].ravel(), starts), shape=(len(values), width))


def _endings(texts: Sequence[str]) -> Matrix:
    """Weigh the last one to four characters of each name by their rarity."""
    columns: dict[str, int] = {}
    starts, indices = [0], []
    for text in texts:
        for length in range(1, min(LONGEST_ENDING, len(text)) + 1):
            indices.append(columns.setdefault(text[-length:], len(columns)))
        starts.append(len(indices))
    ones = np.ones(len(indices), np.float32)
    counted = sp.csr_matrix(
        (ones, np.array(indices, np.int32), np.array(starts)), shape=(len(texts), len(columns))
    )
    rarity = np.log((NAMES_IMAGINED + len(texts)) / np.maximum(column_sums(counted), 1))
    return unit_rows(counted @ sp.diags(rarity.astype(np.float32)))
