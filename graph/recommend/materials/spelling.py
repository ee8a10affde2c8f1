"""Features of single pairs that are read from the characters of both names."""

from collections.abc import Mapping

import numpy as np

from graph.messages import Message, message
from graph.recommend.materials.asked import Asked
from graph.recommend.materials.parts import Patterns, longest_part
from graph.recommend.materials.signals import Signals

SPELLING: Mapping[str, Message] = {
    "part_of_material": message("名称的一部分就在产品名称里"),
    "part_of_product": message("产品名称的一部分就是它"),
    "part_start": message("它在产品名称中的位置"),
    "part_rest": message("产品名称中排在它后面的字数"),
    "material_before": message("名称前面多出的字数"),
    "material_after": message("名称后面多出的字数"),
    "around": message("名称的前后缀常见于这样的材料"),
    "whole_rate": message("这样结尾的产品常以名称开头的东西为材料"),
    "alike_rate": message("这样结尾的产品常用与名称开头相近的材料"),
    "ending_number": message("同样结尾的产品的数目"),
    "variant_share": message("在同类名称的材料中用得较多"),
    "variant_usage": message("同类名称的材料用得较多"),
    "variant_number": message("同类名称的材料的数目"),
    "shared_characters": message("与产品名称共有的字的比例"),
    "new_characters": message("说明了产品名称中已知材料没有说明的字"),
    "told_characters": message("与产品名称共有的字已由已知材料说明"),
    "untold_characters": message("产品名称中仍没有说明的字数"),
    "known_characters": message("与已知材料共有的字的比例"),
    "same_start": message("与产品名称的首字相同"),
}
"""What characters say, in the order of the columns read here."""


def read_spelling(
    signals: Signals, asked: Asked, rows: np.ndarray, columns: np.ndarray
) -> dict[str, np.ndarray]:
    """Read the features of SPELLING for each pair of a row of ``asked`` and a name."""
    texts, patterns = signals.recipes.names.texts, signals.patterns
    known = [
        frozenset("".join(texts[place] for place in asked.known.indices[start:end]))
        for start, end in zip(asked.known.indptr[:-1], asked.known.indptr[1:], strict=True)
    ]
    products = [texts[place] for place in asked.queries]
    usage = signals.recipes.usage
    read = np.zeros((len(rows), len(SPELLING)), np.float32)
    for pair, (row, column) in enumerate(zip(rows.tolist(), columns.tolist(), strict=True)):
        product, material = products[row], texts[column]
        part = _read_part(product, material, float(usage[column]), patterns)
        read[pair] = (*part, *_read_characters(product, material, known[row]))
    return dict(zip(SPELLING, read.T, strict=True))


_NO_PART = (0, 0, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0)


def _read_part(product: str, material: str, usage: float, patterns: Patterns) -> tuple[float, ...]:
    start, length, place = longest_part(product, material)
    if not length:
        return _NO_PART
    whole, alike, number = patterns.rest(product, length) if place == 0 else (0.0, 0.0, 0)
    spread, variants = patterns.spread(material[start : start + length])
    return (
        length / len(material),
        length / len(product),
        place,
        len(product) - place - length,
        start,
        len(material) - start - length,
        np.log1p(patterns.around(material, start, length)),
        whole,
        alike,
        np.log1p(number),
        usage / (spread + 1),
        np.log1p(spread),
        np.log1p(variants),
    )


def _read_characters(product: str, material: str, known: frozenset[str]) -> tuple[float, ...]:
    asked, offered = set(product), set(material)
    common = asked & offered
    return (
        len(common) / len(offered),
        len(common - known),
        len(common & known),
        len(asked - known - offered),
        len(offered & known) / len(offered),
        material[0] == product[0],
    )
