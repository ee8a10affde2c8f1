"""What may be known and what is asked: the splits of the public data sets, without leaks."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from graph.recommend.evaluation.method import Dated, Training
from graph.recommend.firms.dates import half_years, seen_before

LAST_HALF_YEAR = "2022-12-31"
MATERIAL_OF = "上游材料"
KIND_OF = "产品小类"
USED_IN = "下游产品"

Pair = tuple[str, str]
"""A query and its answer, by name."""


@dataclass(frozen=True)
class Split:
    """A training, and the pairs that it does not hold: places in ``training.names``, -1 unknown."""

    name: str
    training: Training
    queries: np.ndarray
    answers: np.ndarray

    @property
    def is_known(self) -> np.ndarray:
        """Flag of each pair: both names occur in the data."""
        return (self.queries >= 0) & (self.answers >= 0)

    @property
    def is_warm(self) -> np.ndarray:
        """Flag of each pair: both ends were seen in training in their role."""
        asked = np.isin(self.queries, self.training.queries)
        return asked & np.isin(self.answers, self.training.answers)


@dataclass(frozen=True)
class Trade:
    """A row of gdes: who supplied whom, first and last half-year seen, in how many."""

    supplier: str
    customer: str
    first_seen: str
    last_seen: str
    times: int


def read_trades(path: Path) -> list[Trade]:
    """Read gdes/trades.tsv."""
    rows = _rows(path)
    next(rows)
    return [Trade(row[0], row[1], row[2], row[3], int(row[4])) for row in rows]


def split_trades(trades: Iterable[Trade], date: str = LAST_HALF_YEAR) -> Split:
    """Train on trades first seen before ``date``, ask for those first seen on it.

    Asked are pairs (customer, supplier) of firms known before, whose reverse is not in training.
    What a training trade's later columns tell of ``date`` and after is taken back.
    """
    rows = list(trades)
    training = train_on_trades(rows, before=date)
    past = {(row.supplier, row.customer) for row in rows if row.first_seen < date}
    pairs = [
        (row.customer, row.supplier)
        for row in rows
        if row.first_seen == date and (row.customer, row.supplier) not in past
    ]
    split = ask(f"gdes {date}", training, pairs)
    return replace(
        split, queries=split.queries[split.is_known], answers=split.answers[split.is_known]
    )


def train_on_trades(trades: Iterable[Trade], *, before: str = "9999-12-31") -> Training:
    """Make a training of the trades first seen before a date; every firm is a candidate."""
    rows = [row for row in trades if row.first_seen < before]
    names = sorted({row.supplier for row in rows} | {row.customer for row in rows})
    places = {name: place for place, name in enumerate(names)}
    return Training(
        names=tuple(names),
        queries=_places(places, (row.customer for row in rows)),
        answers=_places(places, (row.supplier for row in rows)),
        candidates=np.arange(len(names)),
        date=before,
        dated=_as_known(rows, before),
        has_speaking_names=False,
    )


def _as_known(rows: Sequence[Trade], before: str) -> Dated:
    """Tell of trades only what was known before a date, as ``seen_before`` reads it."""
    first = half_years(np.array([row.first_seen for row in rows]))
    last = half_years(np.array([row.last_seen for row in rows]))
    (end,) = half_years(np.array([before]))
    times = np.array([row.times for row in rows], np.int64)
    return Dated(first, *seen_before(first, last, times, int(end)))


def split_materials(folder: Path, *, every_name: bool = False) -> Split:
    """Train on product_product.json of ckg, ask for heldout_dev.tsv."""
    return ask_materials(folder, read_pairs(folder / "heldout_dev.tsv"), every_name=every_name)


def ask_materials(folder: Path, pairs: Sequence[Pair], *, every_name: bool = False) -> Split:
    """Ask for pairs (product, material) never seen.

    Candidates are the names seen as a material in training and the answers asked for; with
    ``every_name`` all names there are, so that nothing tells an answer that was never a material.
    Links of other types between the two ends of an asked pair, either way, are left out: reversed
    产品小类 and 下游产品 rows would give it away.
    """
    links = _read_links(folder)
    names = sorted(
        _read_names(folder).union(*([*pair] for each in links.values() for pair in each))
    )
    places = {name: place for place, name in enumerate(names)}
    asked = {frozenset(pair) for pair in pairs}
    known = _as_places(places, links.pop(MATERIAL_OF))
    hints = {
        link: _as_places(places, [pair for pair in each if frozenset(pair) not in asked])
        for link, each in links.items()
    }
    training = Training(tuple(names), *known, np.arange(len(names)), hints=hints)
    split = ask("ckg", training, pairs)
    if every_name:
        return split
    used = np.union1d(training.answers, split.answers[split.answers >= 0])
    return replace(split, training=replace(training, candidates=used))


def ask(name: str, training: Training, pairs: Sequence[Pair]) -> Split:
    """Ask for pairs of (query, answer)."""
    places = training.places
    return Split(
        name,
        training,
        np.array([places.get(query, -1) for query, _ in pairs], np.int64),
        np.array([places.get(answer, -1) for _, answer in pairs], np.int64),
    )


def read_pairs(path: Path) -> list[Pair]:
    """Read a tab-separated file of (query, answer); a first line of column names is left out."""
    rows = [row for row in _rows(path) if len(row) >= 2]
    is_headed = rows[:1] and tuple(rows[0][:2]) in {
        ("product", "material"),
        ("customer", "supplier"),
        ("query", "answer"),
    }
    return [(row[0], row[1]) for row in rows[1 if is_headed else 0 :]]


def _read_links(folder: Path) -> dict[str, list[Pair]]:
    links: dict[str, list[Pair]] = {MATERIAL_OF: [], KIND_OF: [], USED_IN: []}
    with (folder / "product_product.json").open(encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["from_entity"] != row["to_entity"]:
                links[row["rel"]].append((row["from_entity"], row["to_entity"]))
    return links


def _read_names(folder: Path) -> set[str]:
    with (folder / "product.json").open(encoding="utf-8") as file:
        return {json.loads(line)["name"] for line in file}


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8-sig") as file:
        for line in file:
            yield line.rstrip("\r\n").split("\t")


def _places(places: dict[str, int], names: Iterable[str]) -> np.ndarray:
    return np.fromiter((places[name] for name in names), np.int64)


def _as_places(places: dict[str, int], pairs: Sequence[Pair]) -> tuple[np.ndarray, np.ndarray]:
    return (
        _places(places, (start for start, _ in pairs)),
        _places(places, (end for _, end in pairs)),
    )
