"""From what a person types to a query of the full-text index.

The words keep letters and figures only, so that nothing of Lucene's own language is left in them.
"""

import re

from graph.naming import simplify
from graph.naming.pinyin import has_chinese

LONGEST_TEXT = 100
MOST_WORDS = 8
_NOT_INDEXED = """
a an and are as at be but by for if in into is it no not of on or such that the their then there
these they this to was will with www s t
"""
NOT_INDEXED = frozenset(_NOT_INDEXED.split())
"""Words that Lucene's CJKAnalyzer leaves out of the index (its default stop words)."""

_WORD = re.compile(r"[^\W_]+")


def read_words(text: str) -> tuple[str, ...]:
    """Split a text into folded words, each once: at most 8 from its first 100 characters."""
    found = dict.fromkeys(_WORD.findall(simplify(text[:LONGEST_TEXT])))
    telling = [word for word in found if word not in NOT_INDEXED]
    return tuple((telling or list(found))[:MOST_WORDS])


def all_of(words: tuple[str, ...]) -> str:
    """Write a Lucene query that every word must match: Chinese as it stands, Latin by its start."""
    return " ".join(f"+{_clause(word)}" for word in words)


def any_part_of(words: tuple[str, ...]) -> str:
    """Write a Lucene query that any two neighbouring characters may match (BM25 ranks them)."""
    return " ".join(words)


def _clause(word: str) -> str:
    if not has_chinese(word) or len(word) == 1:
        return f"{word}*"
    return f'"{word}"'
