"""What those who decide look at."""

from dataclasses import dataclass
from datetime import date

from chainmatch.choosing.enterprise_names import offer_named
from chainmatch.web import Page
from graph.domain.account import Account
from graph.domain.claim import Claim, ClaimState
from graph.domain.enterprise import Enterprise
from graph.domain.member import Member
from graph.store import Store
from graph.store.map import enterprises
from graph.store.people import claims, members

ROWS = 20


@dataclass(frozen=True)
class ClaimList:
    """One page of claims of a state, and how many wait."""

    state: ClaimState
    rows: list[Claim]
    page: Page
    waiting: int


@dataclass(frozen=True)
class Candidate:
    """A record that may be meant, with who acts for it already."""

    enterprise: Enterprise
    people: list[Member]


def list_claims(store: Store, state: ClaimState, *, number: int) -> ClaimList:
    """List one page."""
    page = Page(number, ROWS, claims.count_claims(store, state))
    rows = claims.list_claims(store, state, skip=page.offset, limit=ROWS)
    waiting = (
        page.total
        if state == ClaimState.WAITING
        else claims.count_claims(store, ClaimState.WAITING)
    )
    return ClaimList(state, rows, page, waiting)


def list_candidates(store: Store, actor: Account, claim: Claim, *, today: date) -> list[Candidate]:
    """List the records that a claim may mean, the likeliest first; an owner sees only the own."""
    if not actor.can_review:
        codes = [actor.enterprise]
    else:
        known = claims.list_codes_by_credit_code(store, claim.credit_code)
        near = [place.code for place in offer_named(store, claim.name, today)]
        codes = list(
            dict.fromkeys([*([claim.enterprise] if claim.enterprise else []), *known, *near])
        )
    found = [enterprises.find_enterprise(store, code) for code in codes]
    return [
        Candidate(each, members.list_members(store, each.code))
        for each in found
        if each is not None
    ]
