"""Show in a name where the words that were looked for stand, also those typed in pinyin."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from markupsafe import Markup, escape

from graph.naming import simplify
from graph.naming.pinyin import syllables


def marked(name: str, words: Iterable[str]) -> Markup:
    """Return the name as HTML, with the places that match a word in ``<mark>``."""
    places = {place for word in words for place in _places(name, word)}
    runs = groupby(enumerate(name), key=lambda item: item[0] in places)
    return Markup("").join(
        Markup("<mark>{}</mark>").format(text) if is_match else escape(text)
        for is_match, text in ((key, "".join(char for _, char in run)) for key, run in runs)
    )


def _places(name: str, word: str) -> Iterator[int]:
    folded = simplify(name)
    if not word or len(folded) != len(name):
        return
    start = folded.find(word)
    if start < 0:
        yield from _sounding_places(name, word)
    while start >= 0:
        yield from range(start, start + len(word))
        start = folded.find(word, start + len(word))


def _sounding_places(name: str, word: str) -> Iterator[int]:
    """Find a word of Latin letters in the readings of a name that is all Chinese."""
    readings = syllables(name)
    if len(readings) != len(name):
        return
    start = "".join(reading[0] for reading in readings).find(word)
    if start >= 0:
        yield from range(start, start + len(word))
        return
    for first in range(len(readings)):
        sound, last = "", first
        while last < len(readings) and len(sound) < len(word):
            sound += readings[last]
            last += 1
        if sound.startswith(word):
            yield from range(first, last)
            return
