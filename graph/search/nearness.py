"""Names near to one that was not found: 三医重工 is near to 三一重工."""

from rapidfuzz import fuzz

from graph.domain.recommendation import Place
from graph.naming import simplify
from graph.naming.pinyin import full_pinyin, has_chinese
from graph.search.query import any_part_of
from graph.store import Store
from graph.store.map import search as records

CANDIDATES = 20
MOST_NAMES = 6
LEAST_LIKENESS = 45
SHORTEST_START = 2
LABELS = ("Enterprise", "ChainNode")


def suggest(store: Store, words: tuple[str, ...]) -> list[Place]:
    """List up to six names near to the words, the nearest first.

    Candidates share neighbouring characters or begin with the same sounds; their order is by
    likeness of characters or of pinyin (rapidfuzz ratio), equal ones by code.
    """
    if not words:
        return []
    text, sound = "".join(words), "".join(full_pinyin(word) or word for word in words)
    found = {place.name: place for place in reversed(_candidates(store, words, sound))}
    likeness = {name: _likeness(name, text, sound) for name in found}
    near = [name for name in found if likeness[name] >= LEAST_LIKENESS]
    near.sort(key=lambda name: (-likeness[name], found[name].code))
    return [found[name] for name in near[:MOST_NAMES]]


def _candidates(store: Store, words: tuple[str, ...], sound: str) -> list[Place]:
    queries = [f"{sound}*", any_part_of(words)] if has_chinese("".join(words)) else []
    found = [place for query in queries for place in _ask(store, query)]
    return found or _sharing_start(store, sound)


def _sharing_start(store: Store, sound: str) -> list[Place]:
    """Shorten the sound until something begins with it."""
    for length in range(len(sound) - 1, SHORTEST_START - 1, -1):
        if found := _ask(store, f"{sound[:length]}*"):
            return found
    return []


def _ask(store: Store, query: str) -> list[Place]:
    return [
        place
        for label in LABELS
        for place in records.list_nearest(store, label, query, limit=CANDIDATES)
    ]


def _likeness(name: str, text: str, sound: str) -> float:
    folded = simplify(name)
    return max(fuzz.ratio(folded, text), 0.95 * fuzz.ratio(full_pinyin(folded) or folded, sound))
