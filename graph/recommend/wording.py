"""Which telling words two lists of product names share."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from graph.naming.generic import GENERIC_WORDS, is_telling

WORD_LENGTH = 2
_GENERIC = re.compile(
    "|".join(sorted((re.escape(word) for word in GENERIC_WORDS if len(word) > 1), key=len)[::-1])
    + r"|[\W\d_]+"
)


def shared_words(first: Iterable[str], second: Iterable[str]) -> tuple[float, list[str]]:
    """Compare two lists of names by their character pairs, words of any trade left out.

    Returns the overlap from 0 to 1 (shared pairs to those of the smaller list) and the words that
    the shared pairs make up in the first list, longest first.
    """
    names = tuple(first)
    ours = _all_pairs(names)
    theirs = _all_pairs(tuple(second))
    shared = ours & theirs
    smaller = min(len(ours), len(theirs))
    words = {word for name in names for word in _runs(name, shared)} if shared else set()
    overlap = len(shared) / smaller if smaller else 0.0
    return overlap, sorted(words, key=lambda word: (-len(word), word))


def share_of_words(name: str, others: tuple[str, ...]) -> float:
    """Return the share (0–1) of a name's character pairs that these names say too."""
    pairs = _pairs(name)
    return len(pairs & _all_pairs(others)) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=20_000)
def _all_pairs(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset().union(*map(_pairs, names))


@lru_cache(maxsize=100_000)
def _pairs(name: str) -> frozenset[str]:
    return frozenset(
        piece[start : start + WORD_LENGTH]
        for piece in _pieces(name)
        for start in range(len(piece) - WORD_LENGTH + 1)
    )


def _pieces(name: str) -> list[str]:
    return _GENERIC.split(name.lower()) if is_telling(name) else []


def _runs(name: str, pairs: frozenset[str]) -> Iterator[str]:
    """Yield the longest pieces of a name that consist of these pairs."""
    for piece in _pieces(name):
        run = ""
        for start in range(len(piece) - WORD_LENGTH + 1):
            pair = piece[start : start + WORD_LENGTH]
            if pair in pairs:
                run = run + pair[-1] if run else pair
            elif run:
                yield run
                run = ""
        if run:
            yield run
