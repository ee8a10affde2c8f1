"""Rankings for a file of queries, each in its source's own spelling."""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from graph.domain.chain import NodeKind
from graph.domain.codes import guess_codes, split_code
from graph.domain.progress import Progress, silent
from graph.domain.recommendation import PartnerRole
from graph.messages import message
from graph.naming import match_key
from graph.recommend.bulk.materials import RuleRanker
from graph.recommend.bulk.matrices import MapMatrices
from graph.recommend.bulk.partners import rank_partners
from graph.recommend.bulk.recipes import MapRecipes, read_recipes
from graph.recommend.bulk.trades import rank_traders, read_map_trades
from graph.recommend.firms.model import FirmModel
from graph.recommend.materials.model import MaterialModel
from graph.recommend.materials.ranker import MaterialRanker
from graph.store import Store

Ranked = list[tuple[str, float]]
"""Codes or names with scores from 0 to 1, best first."""


def rank_enterprises(
    store: Store,
    role: PartnerRole,
    queries: Sequence[str],
    *,
    at: str,
    top: int,
    model: FirmModel | None = None,
    progress: Progress = silent,
) -> list[Ranked]:
    """Rank new suppliers or customers for each query: an enterprise code, bare or with its scheme.

    With a trained model, who has traded is ranked by what trade taught; all others, and all
    without a model, by fixed rules. Answers carry bare codes, as the sources write them. An
    unknown query gets an empty list.
    """
    matrices = _read(store, at, progress, len(queries))
    places = [_enterprise_place(matrices, query) for query in queries]
    known = [place for place in places if place is not None]
    if model is None:
        ranked = rank_partners(matrices, role, known, top=top)
    else:
        trades = read_map_trades(store, matrices.enterprises, role, at=at)
        ranked = rank_traders(matrices, trades, model, known, top=top)
    codes = matrices.enterprises.codes
    answers = ([(_bare(codes[place]), score) for place, score in each] for each in ranked)
    return list(_told(_in_order(places, answers), len(queries), progress))


def rank_materials(
    store: Store,
    queries: Sequence[str],
    *,
    at: str,
    top: int,
    model: MaterialModel | None = None,
    progress: Progress = silent,
) -> list[Ranked]:
    """Rank new materials, by name, for each query: a product's name as the map writes it.

    Without a trained model by fixed rules. An unknown query gets an empty list.
    """
    progress(0, len(queries), message("正在读取图谱"))
    if model is None:
        matrices = MapMatrices(store, at=at)
        names, keys = _product_places(matrices)
        places = [names.get(query, keys.get(match_key(query))) for query in queries]
        ranked = RuleRanker(matrices).rank([p for p in places if p is not None], top=top)
    else:
        known = read_recipes(store, at=at)
        places = [known.find(query) for query in queries]
        ranked = _rank_learned(known, model, [p for p in places if p is not None], top)
    return list(_told(_in_order(places, ranked), len(queries), progress))


def _rank_learned(
    known: MapRecipes, model: MaterialModel, places: Sequence[int], top: int
) -> Iterator[Ranked]:
    """Yield names with the logistic of their scores: from 0 to 1, but no probability."""
    ranker = MaterialRanker(known.recipes, model)
    for found in ranker.rank(np.array(places, np.int64)):
        scores = 1 / (1 + np.exp(-found.scores[:top] / 2))
        yield [
            (known.names[place], round(float(score), 6))
            for place, score in zip(found.places[:top], scores, strict=True)
        ]


def _read(store: Store, at: str, progress: Progress, total: int) -> MapMatrices:
    progress(0, total, message("正在读取图谱"))
    return MapMatrices(store, at=at)


def _enterprise_place(matrices: MapMatrices, query: str) -> int | None:
    places = matrices.enterprises.places
    return next((places[code] for code in guess_codes(query) if code in places), None)


def _product_places(matrices: MapMatrices) -> tuple[dict[str, int], dict[str, int]]:
    """Return the places of products by name and by match key, the first code of each."""
    names: dict[str, int] = {}
    keys: dict[str, int] = {}
    for place in sorted(range(len(matrices.nodes)), key=matrices.nodes.codes.__getitem__):
        if matrices.node_kinds[place] != NodeKind.INDUSTRY:
            names.setdefault(matrices.names[place], place)
            keys.setdefault(matrices.match_keys[place], place)
    return names, keys


def _bare(code: str) -> str:
    return split_code(code)[1]


def _in_order(places: Iterable[int | None], ranked: Iterator[Ranked]) -> Iterator[Ranked]:
    for place in places:
        yield [] if place is None else next(ranked)


def _told(answers: Iterable[Ranked], total: int, progress: Progress) -> Iterator[Ranked]:
    for done, answer in enumerate(answers, 1):
        progress(done, total, message("正在排序"))
        yield answer
