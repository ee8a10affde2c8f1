"""What the pages of the wishes room show."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from chainmatch.conference.view import Whole, load_whole
from chainmatch.web import Page
from graph.domain.clock import date_text
from graph.domain.conference.conference import Conference
from graph.domain.conference.parties import Party, Wish, may_meet
from graph.domain.conference.phases import TAKES_WISHES
from graph.domain.recommendation import PartnerRole
from graph.domain.recommendation import Wish as PartnerWish
from graph.recommend import recommend
from graph.store import Store
from graph.store.conference import conferences, parties

ROWS = 30
RECOMMENDED = 100


@dataclass(frozen=True)
class Candidate:
    """A party that could be met, what is wished of it, and where a recommendation put it."""

    party: Party
    wish: Wish | None
    rank: int | None = None
    version: str = ""
    role: str = ""


@dataclass(frozen=True)
class WishList:
    """Parties that a party may meet: those wished for first, then recommended ones."""

    whole: Whole
    party: Party
    rows: list[Candidate]
    page: Page
    counts: Counter[str]


@dataclass(frozen=True)
class Chance:
    """A conference that takes wishes, in which both take part."""

    conference: Conference
    own: Party
    other: Party
    wish: Wish | None


def list_candidates(
    store: Store, party: Party, *, words: str, number: int, today: date
) -> WishList:
    """List whom a party may meet."""
    whole = load_whole(store, party.conference)
    wishes = {wish.wished: wish for wish in parties.list_wishes_of(store, party.id)}
    ranks = _ranks(store, party.enterprise, today)
    rows = [
        Candidate(each, wishes.get(each.id), *ranks.get(each.enterprise, (None, "", "")))
        for each in whole.parties
        if each.is_coming
        and may_meet(party, each, whole.group)
        and (not words or words in each.name)
    ]
    rows.sort(key=_first_wished_then_recommended)
    page = Page(number, ROWS, len(rows))
    shown = rows[page.offset : page.offset + ROWS]
    return WishList(whole, party, shown, page, Counter(w.kind.value for w in wishes.values()))


def list_chances(store: Store, own_code: str, other_code: str) -> list[Chance]:
    """List the conferences in which one may now wish to meet an enterprise."""
    found = []
    for conference in conferences.list_conferences_of(store, own_code):
        own = parties.find_party_of(store, conference.code, own_code)
        other = parties.find_party_of(store, conference.code, other_code)
        if own and other and conference.phase in TAKES_WISHES:
            wishes = {wish.wished: wish for wish in parties.list_wishes_of(store, own.id)}
            found.append(Chance(conference, own, other, wishes.get(other.id)))
    return found


def _ranks(store: Store, enterprise: str, today: date) -> dict[str, tuple[int, str, str]]:
    """Return by partner the best rank in either direction, of which ranker and in which role."""
    found: dict[str, tuple[int, str, str]] = {}
    for role in (PartnerRole.SUPPLIER, PartnerRole.CUSTOMER):
        wish = PartnerWish(role=role, at=date_text(today), top=RECOMMENDED)
        answer = recommend(store, enterprise, wish)
        for item in answer.items:
            known = found.get(item.partner.code)
            if known is None or item.rank < known[0]:
                found[item.partner.code] = (item.rank, answer.version, role.value)
    return found


def _first_wished_then_recommended(candidate: Candidate) -> tuple[bool, int, str]:
    return (
        candidate.wish is None,
        candidate.rank if candidate.rank is not None else 10**6,
        candidate.party.name,
    )
