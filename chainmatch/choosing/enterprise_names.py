"""Enterprises that a typed name may mean."""

from datetime import date

from graph.domain.clock import date_text
from graph.domain.recommendation import Place
from graph.domain.search import Wanted
from graph.search import read_words, search
from graph.store import Store

OFFERED = 8


def offer_named(store: Store, typed: str, today: date) -> list[Place]:
    """List the enterprises that a text may mean, likeliest first."""
    words = read_words(typed)
    if not words:
        return []
    found = search(store, Wanted(typed, words), at=date_text(today)).entries[:OFFERED]
    return [Place(each.code, each.name, each.name_en) for each in found]
