"""Run a method over a split and tell how good, how fast and how big it was."""

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from graph.recommend.evaluation.measures import Figures, Interval, blocks, measure, rank_of
from graph.recommend.evaluation.method import Method, Training
from graph.recommend.evaluation.splits import Split

BLOCK = 200
KINDS = ("all", "warm", "cold")
_MEMORY = Path("/proc/self")


@dataclass(frozen=True)
class Report:
    """What a method reached: figures of all, warm and cold pairs, seconds and peak memory.

    Processor seconds (of all threads) tell what it costs where other work slows the clock.
    """

    method: str
    split: str
    unknown: int
    figures: dict[str, Figures]
    fit_seconds: float
    score_seconds: float
    processor_seconds: float
    peak_megabytes: int

    def as_dict(self) -> dict[str, object]:
        """Return one flat record of figures with their intervals, for a line of JSON."""
        kinds = {kind: _told(self.figures[kind]) for kind in KINDS}
        return {
            "method": self.method,
            "split": self.split,
            "unknown_pairs": self.unknown,
            **kinds,
            "fit_seconds": round(self.fit_seconds, 1),
            "score_seconds": round(self.score_seconds, 1),
            "processor_seconds": round(self.processor_seconds, 1),
            "peak_megabytes": self.peak_megabytes,
        }


def evaluate(name: str, make: Callable[[], Method], split: Split) -> Report:
    """Fit a new method on the split's training and rank its pairs among all candidates."""
    _forget_peak()
    started, processor = time.perf_counter(), time.process_time()
    method = make()
    method.fit(split.training)
    fitted = time.perf_counter()
    ranks = rank_pairs(method, split)
    ended = time.perf_counter()
    warm = split.is_warm
    chosen = {"all": np.ones(len(ranks), bool), "warm": warm, "cold": ~warm}
    return Report(
        method=name,
        split=split.name,
        unknown=int(np.count_nonzero(~split.is_known)),
        figures={
            kind: measure(ranks[these], split.queries[these]) for kind, these in chosen.items()
        },
        fit_seconds=fitted - started,
        score_seconds=ended - fitted,
        processor_seconds=time.process_time() - processor,
        peak_megabytes=_peak_megabytes(),
    )


def rank_pairs(method: Method, split: Split) -> np.ndarray:
    """Return the filtered rank of each pair's answer; infinity for a pair with an unknown end.

    Left out of the ranking are the query itself, what it is linked with in training, and its other
    answers in the split.
    """
    ranks = np.full(len(split.queries), np.inf)
    known = np.flatnonzero(split.is_known)
    order = known[np.argsort(split.queries[known], kind="stable")]
    asked = np.unique(split.queries[known])
    columns = _columns(split.training)
    for block in blocks(asked, BLOCK):
        scores = method.scores(block)
        pairs = order[np.isin(split.queries[order], block)]
        for row, query in enumerate(block):
            mine = pairs[split.queries[pairs] == query]
            answers = columns[split.answers[mine]]
            left_out = _left_out(split.training, query, columns, answers)
            for pair, answer in zip(mine, answers, strict=True):
                if answer >= 0:
                    ranks[pair] = rank_of(scores[row], answer, left_out)
    return ranks


def _columns(training: Training) -> np.ndarray:
    """Return the column of each place among the candidates, -1 for the others."""
    columns = np.full(len(training.names), -1)
    columns[training.candidates] = np.arange(len(training.candidates))
    return columns


def _left_out(
    training: Training, query: int, columns: np.ndarray, answers: np.ndarray
) -> np.ndarray:
    links = training.links
    known = links.indices[links.indptr[query] : links.indptr[query + 1]]
    left_out = np.unique(np.r_[columns[known], columns[query], answers])
    return left_out[left_out >= 0]


def _told(figures: Figures) -> dict[str, object]:
    hits = {f"hit@{at}": _rounded(interval) for at, interval in figures.hits.items()}
    return {"pairs": figures.pairs, "mrr": _rounded(figures.mrr), **hits}


def _rounded(interval: Interval) -> list[float]:
    return [round(value, 4) for value in (interval.value, interval.low, interval.high)]


def _forget_peak() -> None:
    """Let the kernel measure the peak anew, where it can (Linux, proc(5))."""
    if (_MEMORY / "clear_refs").exists():
        (_MEMORY / "clear_refs").write_text("5", encoding="ascii")


def _peak_megabytes() -> int:
    status = _MEMORY / "status"
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    lines = status.read_text(encoding="ascii", errors="replace").splitlines()
    peak = next(line for line in lines if line.startswith("VmHWM:"))
    return int(peak.split()[1]) // 1024
