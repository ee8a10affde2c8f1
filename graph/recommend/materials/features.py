"""The named features of a pair of a product and a material, and what each says in words."""

from collections.abc import Mapping

import numpy as np

from graph.messages import Message, message
from graph.recommend.materials.candidates import Candidates, find_candidates
from graph.recommend.materials.pairs import likeness_to_known, read_text_signals
from graph.recommend.materials.signals import Signals
from graph.recommend.materials.spelling import SPELLING, read_spelling
from graph.recommend.sparse import Matrix

SIGNALS: Mapping[str, Message] = {
    "neighbours": message("名称相近的产品用它作材料"),
    "nearest": message("名称最相近的产品用它作材料"),
    "users": message("以它为材料的产品与本产品名称相近"),
    "endings": message("名称结尾相同的产品用它作材料"),
    "joint": message("名称和已知材料都相近的产品用它作材料"),
    "joint_users": message("以它为材料的产品在名称和材料上与本产品相近"),
    "spelt": message("材料名称相近的产品用它作材料"),
    "meaning_near": message("名称含义相近的产品用它作材料"),
    "grams": message("名称含有相同字词的产品常用它作材料"),
    "odds": message("名称中的字词使它比通常更可能是材料"),
    "linear": message("名称中的字词与已知材料合起来指向它"),
    "together": message("常与已知材料一起使用"),
    "surprise": message("与已知材料一起使用的次数多于偶然"),
    "paths": message("与已知材料用于同样的产品"),
}
"""What signals of the map say; each is read as it is, as a share of the best, and as a rank."""

TEXT_SIGNALS: Mapping[str, Message] = {
    "likeness": message("名称与产品相近"),
    "ending_likeness": message("名称结尾与产品相近"),
    "spelling": message("名称与相近产品的材料相近"),
    "foreseen": message("名称与预计的材料相近"),
    "expected": message("产品名称中的字词常对应这样的材料名称"),
    "meaning": message("含义与产品相配"),
}
RANKED = (
    "neighbours",
    "grams",
    "odds",
    "linear",
    "joint",
    "users",
    "joint_users",
    "meaning_near",
    "paths",
    "likeness",
    "spelling",
    "foreseen",
    "expected",
    "meaning",
)
"""Signals read as a rank and as a share of the best too."""

STRONGEST = ("grams", "linear", "likeness", "expected", "neighbours", "paths")
"""Whose first ranks hold most of what turns out to be a material."""

OF_THE_PAIR: Mapping[str, Message] = {
    "votes": message("有多种方法提到它"),
    "usage": message("常作材料"),
    "looks": message("名称像一种材料"),
    "is_product": message("自身也有材料清单"),
    "known": message("产品已知的材料数"),
    "product_length": message("产品名称的长短"),
    "material_length": message("材料名称的长短"),
    "known_likeness": message("名称与已知材料相近"),
    "known_meaning": message("含义与已知材料相近"),
    **SPELLING,
}

_COMPARED = {
    f"{name}_{kind}": {**SIGNALS, **TEXT_SIGNALS}[name]
    for name in RANKED
    for kind in ("rank", "share")
}

FEATURES: Mapping[str, Message] = {
    **SIGNALS,
    **TEXT_SIGNALS,
    **_COMPARED,
    **OF_THE_PAIR,
}
"""All features in the order of the columns, with what each says."""


class Reader:
    """Reads the features of the candidates of a block of products."""

    def __init__(self, signals: Signals) -> None:
        self._signals = signals

    def find(self, queries: np.ndarray) -> "Readings":
        """Find the candidates of the queries (places of names) with what is quickly read."""
        found = find_candidates(self._signals, queries)
        values = {
            name: _look_up(found.signals[name], found.rows, found.columns) for name in SIGNALS
        }
        values |= read_text_signals(self._signals, found)
        for name in RANKED:
            values[f"{name}_rank"], values[f"{name}_share"] = _compare(values[name], found.rows)
        return Readings(self._signals, found, values)


class Readings:
    """Candidates with their quickly read features; the others are read for those kept."""

    def __init__(self, signals: Signals, found: Candidates, values: dict[str, np.ndarray]) -> None:
        self._signals = signals
        self._found = found
        self.values = values
        self.rows = found.rows
        self.columns = found.columns

    def best_ranks(self) -> np.ndarray:
        """Return, for each pair, the best of its log ranks (from 0) by the STRONGEST signals."""
        return np.min([self.values[f"{name}_rank"] for name in STRONGEST], axis=0)

    def table(self, kept: np.ndarray | None = None) -> np.ndarray:
        """Return all features of the kept pairs (their positions): pairs by FEATURES."""
        kept = np.arange(len(self.rows)) if kept is None else kept
        rows, columns = self.rows[kept], self.columns[kept]
        values = {name: each[kept] for name, each in self.values.items()}
        values["votes"] = self._found.votes[kept]
        values |= self._read_pair(rows, columns)
        return np.column_stack([values[name] for name in FEATURES]).astype(np.float32)

    def _read_pair(self, rows: np.ndarray, columns: np.ndarray) -> dict[str, np.ndarray]:
        recipes, asked = self._signals.recipes, self._found.asked
        products = asked.queries[rows]
        known = likeness_to_known(self._signals, asked, rows, columns)
        return {
            "usage": np.log1p(recipes.usage[columns]),
            "looks": self._signals.looks[columns],
            "is_product": np.log1p(recipes.sizes[columns]),
            "known": recipes.sizes[products],
            "product_length": recipes.names.lengths[products],
            "material_length": recipes.names.lengths[columns],
            **known,
            **read_spelling(self._signals, asked, rows, columns),
        }


def _look_up(matrix: Matrix, rows: np.ndarray, columns: np.ndarray) -> np.ndarray:
    matrix.sort_indices()
    return np.asarray(matrix[rows, columns], np.float32).ravel()


def _compare(values: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the log of the rank within the row, and the share of the row's best."""
    if not len(rows):
        return values, values
    starts = np.flatnonzero(np.r_[True, np.diff(rows) != 0])
    sizes = np.diff(np.r_[starts, len(rows)])
    order = np.lexsort((-values, rows))
    ranks = np.empty(len(rows), np.float32)
    ranks[order] = np.arange(len(rows)) - np.repeat(starts, sizes)
    best = np.repeat(np.maximum.reduceat(values, starts), sizes)
    return np.log1p(ranks), values / np.where(best > 0, best, 1)
