"""Pairs of candidates of which use says that one is better: what weights are learned from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from graph.domain.progress import Progress
from graph.domain.recommendation import PartnerRole, Wish
from graph.errors import NotFound
from graph.messages import message
from graph.recommend.asking import find_asker, list_cases
from graph.recommend.features import read_all
from graph.recommend.ranking import Ranker
from graph.recommend.use.verdicts import Verdict
from graph.store import Store

MOST_PASSED_OVER = 5
PASSED_OVER = 0.3

Values = Mapping[str, float]


@dataclass(frozen=True)
class Preference:
    """An asker prefers one candidate to another; ``weight`` says how surely."""

    asker: str
    better: Values
    worse: Values
    weight: float


def list_preferences(
    store: Store, verdicts: Iterable[Verdict], ranker: Ranker, *, at: str, progress: Progress
) -> list[Preference]:
    """Turn verdicts into preferences among the candidates of today's map.

    A good partner is preferred to those that do not fit, and, less surely, to those that stood
    above it and were passed over: after T. Joachims, KDD 2002. That who stands first is seen most
    is no matter then: only what was seen before the good one is compared with it.
    """
    by_list: dict[tuple[str, str], list[Verdict]] = defaultdict(list)
    for each in verdicts:
        by_list[each.asker, each.shown.role].append(each)
    found: list[Preference] = []
    for done, ((asker, role), each) in enumerate(sorted(by_list.items()), 1):
        found += _of_one_list(store, asker, PartnerRole(role), each, ranker, at)
        progress(done, len(by_list), message("正在读取评价"))
    return found


def _of_one_list(
    store: Store, asker: str, role: PartnerRole, verdicts: list[Verdict], ranker: Ranker, at: str
) -> list[Preference]:
    try:
        found = find_asker(store, asker, Wish(role, at))
    except NotFound:
        return []
    cases = list_cases(store, found, role)
    readings = read_all(cases, ranker.features)
    values = {
        case.partner.enterprise.code: {name: value for name, (value, _) in read.items()}
        for case, read in zip(cases, readings, strict=True)
    }
    order = sorted(values, key=lambda code: (-ranker.score(values[code])[0], code))
    return list(_preferences(asker, order, values, verdicts))


def _preferences(
    asker: str, order: list[str], values: Mapping[str, Values], verdicts: list[Verdict]
) -> Iterator[Preference]:
    known = {each.partner: each for each in verdicts if each.partner in values}
    bad = [code for code, each in known.items() if each.weight < 0]
    for code, verdict in known.items():
        if verdict.weight <= 0:
            continue
        for worse in bad:
            yield Preference(asker, values[code], values[worse], verdict.weight)
        above = order[: min(order.index(code), verdict.shown.rank)]
        passed = [each for each in above if each not in known][-MOST_PASSED_OVER:]
        for worse in passed:
            yield Preference(asker, values[code], values[worse], verdict.weight * PASSED_OVER)
