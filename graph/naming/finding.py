"""By what an enterprise is found: its names, its code, and all that it makes."""

from collections.abc import Iterable, Sequence

from graph.domain.codes import split_code
from graph.domain.search import Product, write_words
from graph.naming.search_text import name_forms, search_text


def make_words(code: str, names: Sequence[str], products: Iterable[Product] = ()) -> str:
    """Write names, the bare code and what is made (graph.domain.search.write_words)."""
    _, bare = split_code(code)
    return write_words(f"{search_text(*names)} {bare}", products)


def make_spellings(code: str, names: Sequence[str]) -> tuple[str, ...]:
    """List how the names and the code may be typed, folded; ranking compares with these."""
    _, bare = split_code(code)
    forms = [form.lower() for name in names for form in name_forms(name)]
    return tuple(dict.fromkeys([*forms, bare.lower(), code.lower()]))
