"""Which telling words two lists of product names share."""

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.naming.generic import GENERIC_WORDS, is_telling

WORD_LENGTH = 2
_GENERIC = re.compile(
    "|".join(sorted((re.escape(word) for word in GENERIC_WORDS if len(word) > 1), key=len)[::-1])
    + r"|[\W\d_]+"
)


def shared_words(first: Iterable[str], second: Iterable[str]) -> tuple[float, list[str]]:
    """Compare two lists of names by their character pairs, words of any trade left out.

    Returns the overlap from 0 to 1 (shared pairs to those of the smaller list) and the pairs.
    """
    ours = frozenset().union(*map(_pairs, first))
    theirs = frozenset().union(*map(_pairs, second))
    shared = sorted(ours & theirs)
    smaller = min(len(ours), len(theirs))
    return (len(shared) / smaller if smaller else 0.0), shared


@lru_cache(maxsize=100_000)
def _pairs(name: str) -> frozenset[str]:
    if not is_telling(name):
        return frozenset()
    return frozenset(
        piece[start : start + WORD_LENGTH]
        for piece in _GENERIC.split(name.lower())
        for start in range(len(piece) - WORD_LENGTH + 1)
    )
