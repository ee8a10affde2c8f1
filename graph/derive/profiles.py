"""What recommendations compare of each enterprise, kept beside it: main products, industries.

A list of partners looks at a hundred candidates; hopping to the products of each would take longer
than finding them.
"""

from collections import defaultdict
from heapq import nlargest

from graph.domain.clock import date_text, now
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.naming.generic import is_telling
from graph.store import Store
from graph.store.map.profiles import (
    Summary,
    list_industries,
    list_products,
    list_summaries,
    save_summaries,
)

MAIN_PRODUCTS = 4
STEPS = 2
NOTHING = Summary((), ())


def refresh(store: Store, progress: Progress = silent) -> int:
    """Bring the summaries in line with the map; returns how many enterprises changed."""
    note = message("正在汇总企业产品")
    progress(0, STEPS, note)
    wanted = _summaries(store, date_text(now().date()))
    progress(1, STEPS, note)
    present = list_summaries(store)
    changed = {
        code: wanted.get(code, NOTHING)
        for code in wanted.keys() | present.keys()
        if present.get(code) != wanted.get(code, NOTHING)
    }
    save_summaries(store, changed)
    progress(STEPS, STEPS, note)
    return len(changed)


def _summaries(store: Store, at: str) -> dict[str, Summary]:
    products, industries = _main_products(store, at), _industries(store, at)
    return {
        code: Summary(products.get(code, ()), industries.get(code, ()))
        for code in products.keys() | industries.keys()
    }


def _main_products(store: Store, at: str) -> dict[str, tuple[str, ...]]:
    made: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for maker, name, share in list_products(store, at=at):
        if is_telling(name):
            made[maker].append((share, name))
    return {
        maker: tuple(name for _, name in nlargest(MAIN_PRODUCTS, each))
        for maker, each in made.items()
    }


def _industries(store: Store, at: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for member, industry in list_industries(store, at=at):
        found[member].append(industry)
    return {member: tuple(sorted(each)) for member, each in found.items()}
