"""Parts of names: what a product's name holds of a material's, and how such pairs usually go."""

from collections import Counter
from functools import lru_cache

from graph.recommend.materials.recipes import Recipes


@lru_cache(maxsize=1_000_000)
def longest_part(product: str, material: str) -> tuple[int, int, int]:
    """Find the longest piece of the material's name in the product's.

    Returns its start in the material's name, its length, and its start in the product's name.
    """
    size = len(material)
    for length in range(min(size, len(product)), 0, -1):
        for start in range(size - length + 1):
            place = product.find(material[start : start + length])
            if place >= 0:
                return start, length, place
    return 0, 0, -1


class Patterns:
    """Counts what stands around the common piece of names in all links: 绿豆|糕 → 绿豆|粉."""

    def __init__(self, recipes: Recipes) -> None:
        texts = recipes.names.texts
        self._around: Counter[str] = Counter()
        self._rests: Counter[str] = Counter()
        self._whole_rests: Counter[str] = Counter()
        self._endings: Counter[str] = Counter()
        for place in recipes.products:
            text = texts[place]
            self._endings.update(text[start:] for start in range(1, len(text)))
        for product, material in zip(*recipes.links.nonzero(), strict=True):
            self._count(texts[product], texts[material])
        self._usage: Counter[str] = Counter()
        self._number: Counter[str] = Counter()
        for place in recipes.materials:
            for part in _parts(texts[place]):
                self._usage[part] += int(recipes.usage[place])
                self._number[part] += 1

    def _count(self, product: str, material: str) -> None:
        start, length, place = longest_part(product, material)
        if length:
            self._around[_around(material, start, length)] += 1
        if length and place == 0:
            rest = product[length:]
            self._rests[rest] += 1
            self._whole_rests[rest] += length == len(material)

    def around(self, material: str, start: int, length: int) -> int:
        """Count links whose material has the same text around the common piece."""
        return self._around[_around(material, start, length)]

    def rest(self, product: str, length: int) -> tuple[float, float, int]:
        """Tell of products that end as this one does after its first ``length`` characters.

        Returns the share made of their beginning, of something spelt like it, and their number.
        """
        rest = product[length:]
        number = self._endings[rest]
        return self._whole_rests[rest] / (number + 2), self._rests[rest] / (number + 2), number

    def spread(self, part: str) -> tuple[int, int]:
        """Return how often materials with this piece in their names are used, and how many."""
        return self._usage[part], self._number[part]


def _around(material: str, start: int, length: int) -> str:
    return f"{material[:start]}|{material[start + length :]}"


def _parts(text: str) -> set[str]:
    size = len(text)
    return {text[start:end] for start in range(size) for end in range(start + 1, size + 1)}
