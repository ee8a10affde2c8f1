"""Features of single pairs that are products of two vectors."""

import numpy as np

from graph.recommend.materials.asked import Asked
from graph.recommend.materials.candidates import Candidates
from graph.recommend.materials.meaning import steady
from graph.recommend.materials.signals import Signals
from graph.recommend.sparse import Matrix

BLOCK = 100_000


def read_text_signals(signals: Signals, found: Candidates) -> dict[str, np.ndarray]:
    """Read what names tell of each pair of candidates, tried or not."""
    names, meaning = signals.recipes.names, signals.meaning
    rows, columns = found.rows, found.columns
    products = found.asked.queries[rows]
    return {
        "likeness": row_products(names.grams, products, names.grams, columns),
        "ending_likeness": row_products(names.endings, products, names.endings, columns),
        "spelling": row_products(found.spelling, rows, names.grams, columns),
        "foreseen": row_products(found.foreseen, rows, names.grams, columns),
        "expected": row_products(found.expected, rows, meaning.grams, columns),
        "meaning": _dot(meaning.of_products, products, meaning.of_materials, columns),
    }


def likeness_to_known(
    signals: Signals, asked: Asked, rows: np.ndarray, columns: np.ndarray
) -> dict[str, np.ndarray]:
    """Return how alike the most alike known material is, in name and in meaning."""
    known = asked.known
    sizes = np.diff(known.indptr)[rows]
    pairs = np.repeat(np.arange(len(rows)), sizes)
    before = np.r_[0, np.cumsum(sizes)[:-1]] if len(sizes) else sizes
    places = known.indices[np.repeat(known.indptr[rows] - before, sizes) + np.arange(sizes.sum())]
    grams, vectors = signals.recipes.names.grams, signals.meaning.of_materials
    likeness, meaning = np.zeros(len(rows), np.float32), np.zeros(len(rows), np.float32)
    np.maximum.at(likeness, pairs, row_products(grams, places, grams, columns[pairs]))
    np.maximum.at(meaning, pairs, _dot(vectors, places, vectors, columns[pairs]))
    return {"known_likeness": likeness, "known_meaning": meaning}


def row_products(
    left: Matrix, left_rows: np.ndarray, right: Matrix, right_rows: np.ndarray
) -> np.ndarray:
    """Multiply row by row: the sum of the products of two rows' entries, for each pair."""
    found = np.zeros(len(left_rows), np.float32)
    for start in range(0, len(left_rows), BLOCK):
        part = slice(start, start + BLOCK)
        products = left[left_rows[part]].multiply(right[right_rows[part]])
        found[part] = np.asarray(products.sum(1)).ravel()
    return found


def _dot(
    left: np.ndarray, left_rows: np.ndarray, right: np.ndarray, right_rows: np.ndarray
) -> np.ndarray:
    found = np.zeros(len(left_rows), np.float32)
    for start in range(0, len(left_rows), BLOCK):
        part = slice(start, start + BLOCK)
        found[part] = np.einsum("ij,ij->i", left[left_rows[part]], right[right_rows[part]])
    return steady(found)
