"""What came of each pair in the end: one verdict from all that was ever said of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.domain.feedback import DismissReason, FeedbackKind, Judgement, Shown

GOOD: Mapping[FeedbackKind, float] = {
    FeedbackKind.FAVOURED: 1.0,
    FeedbackKind.REQUESTED: 2.0,
    FeedbackKind.ACCEPTED: 3.0,
    FeedbackKind.MET: 3.0,
    FeedbackKind.SIGNED: 4.0,
    FeedbackKind.LANDED: 5.0,
}
"""What says that a partner fits, and how loudly."""
CAME_LATER = frozenset({FeedbackKind.MET, FeedbackKind.SIGNED, FeedbackKind.LANDED})
"""What came of a pair away from any list: it belongs to the lists in which it was judged."""
UNDONE = {FeedbackKind.UNFAVOURED: FeedbackKind.FAVOURED}
FITS_YET = frozenset({DismissReason.HAVE_ONE.value})
"""Reasons to dismiss who fits very well: no proof against the ranker."""


@dataclass(frozen=True)
class Verdict:
    """What an enterprise in the end thinks of a partner in a role.

    ``weight`` is positive for a good one, -1 for one that does not fit; ``shown`` says where it
    stood in the list when it was first judged.
    """

    asker: str
    partner: str
    shown: Shown
    weight: float


def weigh(judgements: Iterable[Judgement]) -> list[Verdict]:
    """Return one verdict for each pair that was judged in a list, in the order first judged.

    What was said outside a list says nothing of a ranker and is left out, but for what came of a
    pair later: that counts for each list in which one had judged the other. The last word counts
    between favourite and dismissal; a request outweighs both.
    """
    said: dict[tuple[str, str, str], list[Judgement]] = {}
    later: dict[tuple[str, str], list[Judgement]] = {}
    for each in judgements:
        if each.shown.role and each.shown.version:
            key = each.asker, each.partner, each.shown.role
            said.setdefault(key, []).append(each)
        elif each.kind in CAME_LATER:
            later.setdefault((each.asker, each.partner), []).append(each)
    found = []
    for (asker, partner, _), all_said in said.items():
        if weight := _weight([*all_said, *later.get((asker, partner), ())]):
            found.append(Verdict(asker, partner, all_said[0].shown, weight))
    return found


def _weight(said: list[Judgement]) -> float:
    stands: dict[FeedbackKind, bool] = {}
    for each in said:
        kind = UNDONE.get(each.kind)
        if kind is not None:
            stands.pop(kind, None)
        elif each.kind == FeedbackKind.RESTORED:
            stands.pop(FeedbackKind.DISMISSED, None)
        elif each.kind == FeedbackKind.DISMISSED:
            if each.reason not in FITS_YET:
                stands = {kind: True for kind in stands if kind != FeedbackKind.FAVOURED}
                stands[each.kind] = True
        elif each.kind in GOOD:
            stands[each.kind] = True
    good = max((GOOD[kind] for kind in stands if kind in GOOD), default=0.0)
    return good or (-1.0 if FeedbackKind.DISMISSED in stands else 0.0)
