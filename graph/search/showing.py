"""What a page shows beside each enterprise: the products that matched, or the main ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.domain.search import Entry, Facet, Product, read_products
from graph.naming.generic import is_telling
from graph.search.table import find_table
from graph.store import Store

MOST_PRODUCTS = 5


@dataclass(frozen=True)
class Shown:
    """Products that a word matched, or else the main ones; ``more`` are left out."""

    products: tuple[Product, ...]
    is_matched: bool
    more: int
    stages: tuple[str, ...]


def find_products(store: Store, codes: Sequence[str], words: Sequence[str]) -> dict[str, Shown]:
    """Return by code what to show of what these enterprises make, at most five products each."""
    entries = find_table(store).entries
    return {code: _show(entries[code], tuple(words)) for code in codes if code in entries}


def _show(entry: Entry, words: tuple[str, ...]) -> Shown:
    products = read_products(entry.words)
    matched = [product for product in products if product.is_meant(words)]
    told = matched or [product for product in products if is_telling(product.name)]
    more = max(0, len(told) - MOST_PRODUCTS)
    return Shown(tuple(told[:MOST_PRODUCTS]), bool(matched), more, entry.values(Facet.STAGE))
