"""The figures of graph/domain/projects/indicators.py over all projects of a day at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from graph.domain.followup.stages import PROJECT_STAGES
from graph.domain.projects.indicators import RATES, Dimension, Figure, Indicator
from graph.ledger.columns import AGREEMENTS, Numbers
from graph.ledger.day import Day, Mask
from graph.ledger.layout import Members, group_by

Chains = Mapping[str, tuple[str, ...]]
"""The chains that each chain node stands in."""


@dataclass(frozen=True)
class Weighed:
    """What one indicator adds up: for each project its part of numerator and denominator."""

    numerator: Numbers
    denominator: Numbers
    counted: Mask
    among: Mask


def weigh(day: Day, indicator: Indicator) -> Weighed:
    """Weigh every project for an indicator."""
    signed = day.is_there & (day.signed > 0)
    if indicator in RATES:
        rate = RATES[indicator]
        among = signed & (day.rank >= PROJECT_STAGES.rank(rate.among))
        counted = among & (day.rank >= PROJECT_STAGES.rank(rate.stage)) & ~day.is_dead
        return _counting(counted, among)
    if indicator == Indicator.FUNDS:
        arrived = np.where(signed, day.arrived, 0)
        return Weighed(arrived, np.where(signed, day.contracted, 0), arrived != 0, signed)
    if indicator == Indicator.DAYS_TO_START:
        started = signed & (day.started > 0)
        days = np.where(started, day.started - day.signed, 0)
        return Weighed(days, started.astype(np.int64), started, started)
    living = signed & ~day.is_out
    return _counting(living & day.is_overdue, living)


def _counting(counted: Mask, among: Mask) -> Weighed:
    return Weighed(counted.astype(np.int64), among.astype(np.int64), counted, among)


def figures(day: Day, chosen: Mask | None = None) -> dict[Indicator, Figure]:
    """Compute all indicators over all projects, or the chosen ones; see ``codes_behind``."""
    found = {}
    for indicator in Indicator:
        weighed = weigh(day, indicator)
        pick = slice(None) if chosen is None else chosen
        found[indicator] = Figure(
            indicator,
            day.at.isoformat(),
            int(weighed.numerator[pick].sum()),
            int(weighed.denominator[pick].sum()),
            (),
            (),
        )
    return found


def codes_behind(day: Day, figure: Figure, chosen: Mask | None = None) -> Figure:
    """Add the codes of the projects behind a figure."""
    weighed = weigh(day, figure.indicator)
    mask = np.ones(len(day.stage), dtype=bool) if chosen is None else chosen
    return replace(
        figure,
        counted=_codes(day, weighed.counted & mask),
        among=_codes(day, weighed.among & mask),
    )


def figures_by(
    day: Day, by: Dimension, chains: Chains | None = None
) -> dict[str, dict[Indicator, Figure]]:
    """Compute all indicators for each group that has a project on that day, by its key.

    ``chains`` names the chains of each chain node; wanted for Dimension.CHAIN only.
    """
    members = members_of(day, by, chains or {})
    weights = {each: weigh(day, each) for each in Indicator}
    sums = {
        each: (_sums(weighed.numerator, members), _sums(weighed.denominator, members))
        for each, weighed in weights.items()
    }
    at = day.at.isoformat()
    present = _sums(day.is_there.astype(np.int64), members)
    return {
        key: {
            each: Figure(each, at, above[place], below[place], (), ())
            for each, (above, below) in sums.items()
        }
        for place, key in enumerate(members.keys)
        if present[place]
    }


def members_of(day: Day, by: Dimension, chains: Chains) -> Members:
    """Group all projects; '' is the group of those that do not tell."""
    if by == Dimension.AGREEMENT:
        return _by_agreement(day)
    lasting = group_by(day.ledger, by)
    return _by_chain(lasting, chains) if by == Dimension.CHAIN else lasting


def _by_agreement(day: Day) -> Members:
    words = [*(agreement.value for agreement in AGREEMENTS), ""]  # UNTOLD is the last
    names = sorted(words)
    order = np.array([names.index(word) for word in words], dtype=np.int64)
    return Members(
        tuple(names), np.arange(len(day.agreement), dtype=np.int64), order[day.agreement]
    )


def _by_chain(nodes: Members, chains: Chains) -> Members:
    """Put each project into every chain that its node stands in."""
    of_node = [chains.get(node) or ("",) for node in nodes.keys]
    names = sorted({chain for found in of_node for chain in found})
    lengths = np.array([len(found) for found in of_node], dtype=np.int64)
    flat = np.array([names.index(chain) for found in of_node for chain in found], dtype=np.int64)
    if not len(flat):
        return Members((), nodes.project, nodes.group)
    starts = np.cumsum(lengths) - lengths
    times = lengths[nodes.group]
    first = np.repeat(starts[nodes.group], times)
    step = np.arange(len(first), dtype=np.int64) - np.repeat(np.cumsum(times) - times, times)
    return Members(tuple(names), np.repeat(nodes.project, times), flat[first + step])


def _sums(weights: Numbers, members: Members) -> list[int]:
    sums = np.zeros(len(members.keys), dtype=np.int64)
    np.add.at(sums, members.group, weights[members.project])
    return sums.tolist()


def _codes(day: Day, mask: Mask) -> tuple[str, ...]:
    return tuple(day.ledger.tracks[place].code for place in np.flatnonzero(mask).tolist())
