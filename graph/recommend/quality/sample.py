"""Enterprises drawn for a judgement: of every industry, with few and with many products."""

from collections import defaultdict
from random import Random

from graph.store import Store
from graph.store.map.quality import Maker, list_makers

FEW, MANY = 6, 15
BANDS = ("few", "some", "many")
"""Products an enterprise makes; it stands for its size, which public sources rarely tell."""


def band(maker: Maker) -> str:
    """Return in which third of the enterprises this one is by the number of its products."""
    return BANDS[(maker.products > FEW) + (maker.products > MANY)]


def draw(store: Store, number: int, *, seed: int, at: str) -> list[Maker]:
    """Draw enterprises from the strata of industry group and size in turn, without those of none.

    The strata come in an order of chance, the same for a seed; from each the next one of chance.
    """
    strata: dict[tuple[str, str], list[Maker]] = defaultdict(list)
    for maker in list_makers(store, at=at):
        strata[maker.group, band(maker)].append(maker)
    chance = Random(seed)  # noqa: S311 - nothing secret
    order = sorted(strata)
    chance.shuffle(order)
    for each in order:
        strata[each].sort(key=lambda maker: maker.code)
        chance.shuffle(strata[each])
    drawn: list[Maker] = []
    while len(drawn) < number and any(strata.values()):
        drawn += [strata[each].pop() for each in order if strata[each]]
    return drawn[:number]
