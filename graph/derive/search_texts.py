"""By what an enterprise is found: its names, its code, all that it makes, and its services.

It stands beside the full-text index, which knows names only: matching a few megabytes in memory is
faster than reading a thousand matches from the database.
"""

from graph.domain.clock import date_text, now
from graph.domain.progress import Progress, silent
from graph.messages import message
from graph.naming.finding import make_spellings, make_words
from graph.store import Store
from graph.store.map import search as records

STEPS = 2


def refresh(store: Store, progress: Progress = silent) -> int:
    """Bring words in line with names and products; returns how many enterprises changed."""
    note = message("正在更新搜索文本")
    progress(0, STEPS, note)
    changed = {}
    for each in records.stream_texts(store, at=date_text(now().date())):
        wanted = (
            make_words(each.code, (*each.names, *each.services), each.products),
            make_spellings(each.code, each.names),
        )
        if wanted != (each.words, each.spellings):
            changed[each.code] = wanted
    progress(1, STEPS, note)
    records.save_texts(store, changed)
    progress(STEPS, STEPS, note)
    return len(changed)
