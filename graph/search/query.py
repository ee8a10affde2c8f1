"""From what a person types to a query of the full-text index.

The words keep letters and figures only, so that nothing of Lucene's own language is left in them.
"""

import re

from graph.naming import simplify

LONGEST_TEXT = 100
MOST_WORDS = 8
_WORD = re.compile(r"[^\W_]+")


def read_words(text: str) -> tuple[str, ...]:
    """Split a text into folded words, each once: at most 8 from its first 100 characters."""
    found = _WORD.findall(simplify(text[:LONGEST_TEXT]))
    is_cut = len(text) > LONGEST_TEXT and len(found) > 1 and text[LONGEST_TEXT - 1].isalnum()
    return tuple(dict.fromkeys(found[:-1] if is_cut else found))[:MOST_WORDS]


def any_part_of(words: tuple[str, ...]) -> str:
    """Write a Lucene query that any two neighbouring characters may match (BM25 ranks them)."""
    return " ".join(words)
