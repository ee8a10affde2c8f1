"""What the pages of the attendance room show."""

import io
from collections import Counter
from dataclasses import dataclass
from datetime import date

from chainmatch.conference.view import Whole, load_whole
from graph.domain.conference.parties import Party
from graph.domain.search import Entry, Wanted
from graph.exchange.empty_files import write_template
from graph.exchange.templates.parties import PARTIES
from graph.search import read_words, search
from graph.store import Store

FOUND = 20


@dataclass(frozen=True)
class PartyList:
    """Parties that match a state and words, and how many there are of each state."""

    whole: Whole
    rows: list[Party]
    states: Counter[str]
    found: list[Entry]


def list_parties(store: Store, code: str, *, state: str, words: str, today: date) -> PartyList:
    """List parties; with words, enterprises of the map that could be added stand beside them."""
    whole = load_whole(store, code)
    rows = [
        each
        for each in whole.parties
        if (not state or each.state == state) and (not words or words in each.name)
    ]
    return PartyList(
        whole=whole,
        rows=rows,
        states=Counter(each.state.value for each in whole.parties),
        found=_find_more(store, whole, words, today) if words else [],
    )


def template_bytes() -> io.BytesIO:
    """Return the empty workbook of parties."""
    file = io.BytesIO()
    write_template(file, PARTIES)
    file.seek(0)
    return file


def _find_more(store: Store, whole: Whole, words: str, today: date) -> list[Entry]:
    here = {each.enterprise for each in whole.parties}
    wanted = Wanted(text=words, words=read_words(words))
    entries = search(store, wanted, at=today.isoformat()).entries
    return [each for each in entries if each.code not in here][:FOUND]
