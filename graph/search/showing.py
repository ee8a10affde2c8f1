"""What a page shows beside each enterprise: the products that matched, and where they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from graph.naming.generic import is_telling
from graph.store import Store
from graph.store import search as records
from graph.store.search import Product

MOST_PRODUCTS = 5


@dataclass(frozen=True)
class Shown:
    """Products that a word matched, or else the main ones, and all stages of what is made."""

    products: tuple[Product, ...]
    is_matched: bool
    more: int
    stages: tuple[str, ...]


def find_products(
    store: Store, codes: Sequence[str], words: tuple[str, ...], *, at: str
) -> dict[str, Shown]:
    """Return what to show of these enterprises' products, by code; at most five of each."""
    made = records.list_products(store, codes, at=at)
    return {code: _shown(products, words) for code, products in made.items()}


def _shown(products: Sequence[Product], words: tuple[str, ...]) -> Shown:
    stages = {stage for product in products for stage in product.stages}
    matched = [product for product in products if _is_matched(product, words)]
    told = matched or [product for product in products if is_telling(product.name)]
    return Shown(
        tuple(told[:MOST_PRODUCTS]),
        bool(matched),
        max(0, len(told) - MOST_PRODUCTS),
        tuple(stage for stage in records.STAGES if stage in stages),
    )


def _is_matched(product: Product, words: tuple[str, ...]) -> bool:
    text = f" {product.search.lower()}"
    return any((f" {word}" if word.isascii() else word) in text for word in words)
