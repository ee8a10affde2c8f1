"""What the tokens room shows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from chainmatch.web import Page
from graph.domain.clock import instant_text
from graph.domain.token import Token
from graph.store import Store
from graph.store.people import tokens

ROWS = 50


@dataclass(frozen=True)
class ShownToken:
    """A token, and whether its time is over."""

    token: Token
    has_ended: bool


@dataclass(frozen=True)
class AllTokens:
    """A page of the tokens of everybody."""

    rows: list[ShownToken]
    page: Page


def list_own(store: Store, email: str, *, now: datetime) -> list[ShownToken]:
    """List the tokens of a person, the latest first."""
    return _shown(tokens.list_tokens(store, email), now)


def list_all(store: Store, number: int, *, now: datetime) -> AllTokens:
    """List the tokens of everybody, the latest first."""
    page = Page(number, ROWS, tokens.count_tokens(store))
    found = tokens.list_tokens(store, skip=page.offset, limit=ROWS)
    return AllTokens(_shown(found, now), page)


def _shown(found: Iterable[Token], now: datetime) -> list[ShownToken]:
    at = instant_text(now)
    return [ShownToken(each, each.has_ended(at)) for each in found]
