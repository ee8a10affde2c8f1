"""The text beside a name that the full-text index reads."""

from collections.abc import Iterator
from functools import lru_cache

from graph.naming.normal import CACHED_NAMES, simplify
from graph.naming.pinyin import full_pinyin, initials


def search_text(*names: str) -> str:
    """Join names with their simplified form, pinyin and initials, each word once.

    三一重工 gives ``三一重工 sanyizhonggong syzg``; empty names add nothing.
    """
    return " ".join(dict.fromkeys(form for name in names for form in name_forms(name)))


@lru_cache(maxsize=CACHED_NAMES)
def name_forms(name: str) -> tuple[str, ...]:
    """List how one name may be typed: as given, simplified, in pinyin, by initials."""
    return tuple(dict.fromkeys(form for form in _forms(" ".join(name.split())) if form))


def _forms(name: str) -> Iterator[str]:
    yield name
    simple = simplify(name)
    if simple != name.lower():
        yield simple
    yield full_pinyin(simple)
    yield initials(simple)
