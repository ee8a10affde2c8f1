"""The methods to beat, by name."""

from collections.abc import Callable, Mapping

from graph.recommend.evaluation.baselines.adamic_adar import AdamicAdar
from graph.recommend.evaluation.baselines.alternating_least_squares import AlternatingLeastSquares
from graph.recommend.evaluation.baselines.ease import Ease
from graph.recommend.evaluation.baselines.name_grams import NameGrams
from graph.recommend.evaluation.baselines.name_neighbours import NameNeighbours
from graph.recommend.evaluation.baselines.name_parts import NameParts
from graph.recommend.evaluation.baselines.pagerank import PageRank
from graph.recommend.evaluation.baselines.paths_of_three import PathsOfThree
from graph.recommend.evaluation.baselines.popularity import Popularity
from graph.recommend.evaluation.baselines.rank_fusion import RankFusion
from graph.recommend.evaluation.method import Method

Makers = Mapping[str, Callable[[], Method]]

BY_LINKS: Makers = {
    "popularity": Popularity,
    "adamic-adar": AdamicAdar,
    "l3-directed": PathsOfThree,
    "pagerank": PageRank,
    "als": AlternatingLeastSquares,
    "ease": Ease,
}
BY_NAMES: Makers = {
    "name-grams": NameGrams,
    "name-neighbours": NameNeighbours,
    "name-parts": NameParts,
}


def fuse_links() -> Method:
    """Fuse what links tell."""
    return RankFusion([PageRank(), PathsOfThree(), AlternatingLeastSquares()])


def fuse_all() -> Method:
    """Fuse what links and names tell."""
    return RankFusion([PageRank(), PathsOfThree(), NameGrams(), NameNeighbours(), NameParts()])


BASELINES: Mapping[str, Makers] = {
    "gdes": {**BY_LINKS, "rank-fusion": fuse_links},
    "ckg": {**BY_LINKS, **BY_NAMES, "rank-fusion": fuse_all},
}
"""The baselines of each data set."""
