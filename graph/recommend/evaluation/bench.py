"""The public data sets, the methods measured on them, and one run over both."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from graph.errors import BadInput
from graph.recommend.evaluation.baselines import BASELINES, Makers
from graph.recommend.evaluation.report import Report, evaluate
from graph.recommend.evaluation.splits import (
    LAST_HALF_YEAR,
    Split,
    ask,
    ask_materials,
    read_pairs,
    read_trades,
    split_materials,
    split_trades,
    train_on_trades,
)
from graph.recommend.firms.method import LearnedFirms
from graph.recommend.materials.method import LearnedMaterials

METHODS: Mapping[str, Makers] = {
    "gdes": {**BASELINES["gdes"], "learned": LearnedFirms},
    "ckg": {**BASELINES["ckg"], "learned": LearnedMaterials},
}
"""All methods of each data set: the baselines first, then ours."""


def run(
    data: Path,
    data_set: str,
    *,
    methods: Sequence[str] | None = None,
    date: str = "",
    holdout: Path | None = None,
    every_name: bool = False,
) -> Iterator[Report]:
    """Measure methods on a data set, each after the other. Raises BadInput for an unknown one.

    With ``holdout`` all the data are training, and the file's pairs are asked for.
    """
    makers = METHODS[data_set]
    unknown = set(methods or ()) - set(makers)
    if unknown:
        raise BadInput("没有这些方法：%(names)s。", names=tuple(sorted(unknown)))
    split = _read(data / data_set, data_set, date or LAST_HALF_YEAR, holdout, every_name)
    for name in methods or makers:
        yield evaluate(name, makers[name], split)


def _read(folder: Path, data_set: str, date: str, holdout: Path | None, every: bool) -> Split:
    if data_set == "ckg" and holdout:
        return ask_materials(folder, read_pairs(holdout), every_name=every)
    if data_set == "ckg":
        return split_materials(folder, every_name=every)
    trades = read_trades(folder / "trades.tsv")
    if holdout:
        return ask("gdes holdout", train_on_trades(trades), read_pairs(holdout))
    return split_trades(trades, date)
