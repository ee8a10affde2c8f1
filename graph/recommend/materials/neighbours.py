"""What alike products are made of: by names, endings, known materials and meaning."""

import numpy as np
import scipy.sparse as sp

from graph.recommend.materials.asked import Asked
from graph.recommend.materials.meaning import Meaning, steady
from graph.recommend.materials.recipes import largest_entries, unit_rows
from graph.recommend.sparse import Matrix, inverse, keep_largest

NEAREST = 40
NEAREST_BY_ENDING = 60
SHARE_OF_MATERIALS = 0.7
SHARPNESS_OF_MEANING = 4
DOUBT = 1.0


def by_name(asked: Asked) -> Matrix:
    """Add up the likeness of the 40 products with the most alike names."""
    return _vote(keep_largest(asked.likeness, NEAREST), asked)


def by_best_name(asked: Asked) -> Matrix:
    """Return the likeness of the most alike product made of each material."""
    near, links = asked.neighbours, asked.recipes.by_product
    sizes = np.diff(links.indptr)[near.indices]
    rows = np.repeat(np.repeat(np.arange(near.shape[0]), np.diff(near.indptr)), sizes)
    likeness = np.repeat(near.data, sizes)
    columns = links[near.indices].indices
    order = np.lexsort((likeness, columns, rows))
    rows, columns, likeness = rows[order], columns[order], likeness[order]
    last = np.r_[(np.diff(rows) != 0) | (np.diff(columns) != 0), np.ones(min(1, len(rows)), bool)]
    shape = (near.shape[0], links.shape[1])
    return sp.csr_matrix((likeness[last], (rows[last], columns[last])), shape=shape)


def by_users(asked: Asked) -> Matrix:
    """Average the squared likeness to all products made of each material."""
    return _average(asked.likeness, asked)


def by_ending(asked: Asked) -> Matrix:
    """Add up the likeness of the 60 products with the most alike endings."""
    endings = asked.recipes.names.endings
    likeness = (endings[asked.queries] @ endings[asked.recipes.products].T).tocsr()
    return _vote(keep_largest(asked.without_selves(likeness), NEAREST_BY_ENDING), asked)


def by_name_and_materials(asked: Asked) -> Matrix:
    """Add up the squared likeness of the 40 products alike in name and known materials."""
    nearest = keep_largest(_joint(asked), NEAREST)
    nearest.data **= 2
    return _vote(nearest, asked)


def by_users_in_all(asked: Asked) -> Matrix:
    """Average the squared likeness in name and materials to all products made of each."""
    return _average(_joint(asked), asked)


def by_spelt_materials(asked: Asked) -> Matrix:
    """Add up products whose materials are spelt like the known ones, the nearest 40."""
    recipes = asked.recipes
    own = unit_rows(asked.known @ recipes.names.grams)
    others = unit_rows(recipes.by_product @ recipes.names.grams)
    likeness = asked.without_selves((own @ others.T).tocsr())
    return _vote(keep_largest(likeness, NEAREST), asked)


def by_meaning(asked: Asked, meaning: Meaning) -> Matrix:
    """Add up the 40 products whose names mean the most alike, sharply weighted."""
    recipes = asked.recipes
    vectors = meaning.of_products
    likeness = steady(vectors[asked.queries] @ vectors[recipes.products].T)
    rows = recipes.rows[asked.queries]
    likeness[rows >= 0, rows[rows >= 0]] = 0
    number = len(recipes.products)
    nearest = largest_entries(likeness, NEAREST, np.arange(number), number)
    nearest.data = np.maximum(nearest.data, 0) ** SHARPNESS_OF_MEANING
    return _vote(nearest, asked)


def spelling_of_neighbours(asked: Asked) -> Matrix:
    """Return the grams of what the nearest products are made of: queries by grams, length 1."""
    nearest = asked.neighbours.copy()
    nearest.data = nearest.data**2
    return spelling_of(_vote(nearest, asked), asked)


def spelling_of(votes: Matrix, asked: Asked) -> Matrix:
    """Return the 150 strongest grams of the names voted for, queries by grams, length 1."""
    return unit_rows(keep_largest((votes @ asked.recipes.names.grams).tocsr(), 150))


def _joint(asked: Asked) -> Matrix:
    return (asked.likeness + SHARE_OF_MATERIALS * asked.shared_materials).tocsr()


def _vote(nearest: Matrix, asked: Asked) -> Matrix:
    return (nearest @ asked.recipes.by_product).tocsr()


def _average(likeness: Matrix, asked: Asked) -> Matrix:
    squared = likeness.copy()
    squared.data = squared.data**2
    return (_vote(squared, asked) @ inverse(asked.recipes.usage + DOUBT)).tocsr()
