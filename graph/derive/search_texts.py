"""The text by which an enterprise is found: its names, its code, and all that it makes."""

from graph.domain.clock import date_text, now
from graph.domain.codes import split_code
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.naming import search_text
from graph.naming.search_text import name_forms
from graph.store import Store
from graph.store import search as records
from graph.store.search import Text

STEPS = 2


def refresh(store: Store, progress: Progress = silent) -> int:
    """Bring search texts in line with names and products; returns how many enterprises changed."""
    note = message("正在更新搜索文本")
    progress(0, STEPS, note)
    changed = {}
    for each in records.stream_texts(store, at=date_text(now().date())):
        wanted = make_text(each), make_spellings(each)
        if wanted != (each.search, each.spellings):
            changed[each.code] = wanted
    progress(1, STEPS, note)
    records.save_texts(store, changed)
    progress(STEPS, STEPS, note)
    return len(changed)


def make_text(each: Text) -> str:
    """Join names, the bare code and the texts of the products, each word once."""
    _, bare = split_code(each.code)
    words = [*search_text(*each.names).split(), bare.lower()]
    for product in sorted(each.products):
        words.extend(product.split())
    return " ".join(dict.fromkeys(words))


def make_spellings(each: Text) -> tuple[str, ...]:
    """List how the names and the code may be typed, folded; ranking compares with these."""
    _, bare = split_code(each.code)
    forms = [form.lower() for name in each.names for form in name_forms(name)]
    return tuple(dict.fromkeys([*forms, bare.lower(), each.code.lower()]))
