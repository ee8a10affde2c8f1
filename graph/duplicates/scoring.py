"""The score of a pair: the most alike of their names, moved by what else is known of both."""

from collections.abc import Container

from graph.domain.duplicates import Clue, Likeness
from graph.domain.location import distance_km
from graph.duplicates.names import compare_names
from graph.duplicates.records import Record

WEIGHTS = {
    Clue.SAME_WEBSITE: 8,
    Clue.SAME_REGION: 3,
    Clue.SAME_POINT: 5,
    Clue.OTHER_CREDIT_CODE: -35,
    Clue.OTHER_STOCK_CODE: -18,
    Clue.OTHER_WEBSITE: -8,
    Clue.OTHER_REGION: -10,
    Clue.OTHER_KIND: -20,
    Clue.SHARED_PRODUCTS: 4,
    Clue.TRADE: -12,
}
"""What each clue beside the names is worth."""
CERTAIN = 99
NEAR_KM = 0.3
FAR_KM = 50.0
SHORT = 92
SHORT_CORE = 84
"""Where a short name is a whole name of the other, or one without its legal form."""


def score_pair(one: Record, other: Record, common: Container[str] = ()) -> Likeness:
    """Score two records, 0 to 100, with every clue that counted (``common``: see compare_names)."""
    best = _best_names(one, other, common)
    clues = _clues(one, other)
    score = best.score + sum(WEIGHTS.get(clue, 0) for clue in clues)
    if Clue.SAME_CREDIT_CODE in clues:
        score = max(score, CERTAIN)
    return Likeness(min(max(score, 0), 100), (*best.clues, *clues))


def add_clues(likeness: Likeness, clues: tuple[Clue, ...]) -> Likeness:
    """Score what is learnt of a pair later."""
    score = likeness.score + sum(WEIGHTS[clue] for clue in clues)
    return Likeness(min(max(score, 0), 100), (*likeness.clues, *clues))


def _best_names(one: Record, other: Record, common: Container[str]) -> Likeness:
    full = compare_names(one.forms[0], other.forms[0], common)
    short = max(_known_as(one, other, common), _known_as(other, one, common))
    return Likeness(short, (Clue.SHORT_NAME,)) if short > full.score else full


def _known_as(one: Record, other: Record, common: Container[str]) -> int:
    """Score whether a short, English or former name of one names the other."""
    names = {form.full for form in other.forms}
    cores = {form.core for form in other.forms if form.full != form.core} - names
    told = [form for form in one.forms[1:] if form.rest not in common]
    if any(form.full in names for form in told):
        return SHORT
    return SHORT_CORE if any(form.full in cores for form in told) else 0


def _clues(one: Record, other: Record) -> tuple[Clue, ...]:
    found: list[Clue] = []
    if one.credit and other.credit:
        same = one.credit == other.credit
        found.append(Clue.SAME_CREDIT_CODE if same else Clue.OTHER_CREDIT_CODE)
    if one.stock and other.stock and one.stock != other.stock:
        found.append(Clue.OTHER_STOCK_CODE)
    if one.host and other.host:
        found.append(Clue.SAME_WEBSITE if one.host == other.host else Clue.OTHER_WEBSITE)
    if one.kind and other.kind and one.kind != other.kind:
        found.append(Clue.OTHER_KIND)
    return (*found, *_where(one, other))


def _where(one: Record, other: Record) -> tuple[Clue, ...]:
    if one.point and other.point:
        apart = distance_km(one.point, other.point)
        if apart <= NEAR_KM:
            return (Clue.SAME_POINT,)
        return (Clue.OTHER_REGION,) if apart > FAR_KM else ()
    if not one.regions or not other.regions:
        return ()
    meet = one.regions & other.around or other.regions & one.around
    return (Clue.SAME_REGION,) if meet else (Clue.OTHER_REGION,)
