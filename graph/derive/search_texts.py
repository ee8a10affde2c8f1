"""By what an enterprise is found: its names, its code, and all that it makes.

It stands beside the full-text index, which knows names only: matching a few megabytes in memory is
faster than reading a thousand matches from the database.
"""

from graph.domain.clock import date_text, now
from graph.domain.codes import split_code
from graph.domain.progress import Progress, silent
from graph.domain.search import write_words
from graph.messages import message
from graph.naming import search_text
from graph.naming.search_text import name_forms
from graph.store import Store
from graph.store import search as records
from graph.store.search import Text

STEPS = 2


def refresh(store: Store, progress: Progress = silent) -> int:
    """Bring words in line with names and products; returns how many enterprises changed."""
    note = message("正在更新搜索文本")
    progress(0, STEPS, note)
    changed = {}
    for each in records.stream_texts(store, at=date_text(now().date())):
        wanted = make_words(each), make_spellings(each)
        if wanted != (each.words, each.spellings):
            changed[each.code] = wanted
    progress(1, STEPS, note)
    records.save_texts(store, changed)
    progress(STEPS, STEPS, note)
    return len(changed)


def make_words(each: Text) -> str:
    """Write names, the bare code and what is made."""
    _, bare = split_code(each.code)
    return write_words(f"{search_text(*each.names)} {bare}", each.products)


def make_spellings(each: Text) -> tuple[str, ...]:
    """List how the names and the code may be typed, folded; ranking compares with these."""
    _, bare = split_code(each.code)
    forms = [form.lower() for name in each.names for form in name_forms(name)]
    return tuple(dict.fromkeys([*forms, bare.lower(), each.code.lower()]))
