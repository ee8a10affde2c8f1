"""Proposed pairs of records with both sides and what people said of them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from graph.domain.codes import ENTERPRISE_SCHEMES, split_code
from graph.domain.duplicates import Candidate, Decision, Likeness, Verdict
from graph.store import Store
from graph.store.merging import duplicates as records
from graph.store.merging.duplicates import Shown

WAITING = "waiting"
"""The view of pairs of which nobody has said anything; the others are called as Decision is."""
OTHER = len(ENTERPRISE_SCHEMES)


@dataclass(frozen=True)
class Pair:
    """A candidate with both records and what was said of it."""

    candidate: Candidate
    one: Shown
    other: Shown
    verdict: Verdict | None = None

    @property
    def stays(self) -> Shown:
        """Return which record to keep unless a person says otherwise: of the better known code."""
        return min(self.one, self.other, key=lambda each: _rank(each.code))

    @property
    def goes(self) -> Shown:
        """Return the other one."""
        return self.other if self.stays is self.one else self.one


def pairs_by_view(store: Store, candidates: Sequence[Candidate]) -> dict[str, list[Pair]]:
    """Sort candidates by what was said of them, the likeliest first; gone is what was merged."""
    verdicts = records.read_present_verdicts(store)
    candidates = [*candidates, *_chosen(verdicts, {each.pair for each in candidates})]
    codes = {code for each in candidates for code in (each.one, each.other)}
    shown = records.show(store, sorted(codes))
    by_view: dict[str, list[Pair]] = {view: [] for view in (WAITING, *Decision)}
    for each in candidates:
        if each.one not in shown or each.other not in shown:
            continue
        verdict = verdicts.get(each.pair)
        view = verdict.decision.value if verdict else WAITING
        by_view[view].append(Pair(each, shown[each.one], shown[each.other], verdict))
    return by_view


def _chosen(verdicts: Collection[str], known: Collection[str]) -> Iterator[Candidate]:
    """Yield pairs that a person chose and judged, which no comparison of names proposed."""
    for pair in verdicts:
        one, other = pair.split("\n")
        if pair not in known and one != other:
            yield Candidate(one, other, Likeness(0, ()))


def _rank(code: str) -> tuple[int, str]:
    scheme, _ = split_code(code)
    known = ENTERPRISE_SCHEMES.index(scheme) if scheme in ENTERPRISE_SCHEMES else OTHER
    return known, code
