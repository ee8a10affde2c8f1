"""The likeliest duplicates of the whole map."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.domain.codes import split_code
from graph.domain.duplicates import Candidate, Clue
from graph.domain.location import Point, to_point
from graph.domain.progress import Progress, silent
from graph.duplicates.blocking import common_rests, find_pairs
from graph.duplicates.records import Record
from graph.duplicates.scoring import add_clues, score_pair
from graph.messages import message
from graph.store import Store
from graph.store.merging import duplicates as records

LEAST = 74
"""A pair of a lower score is not proposed."""
MOST = 2000
"""So many of the likeliest are proposed; more would not be read."""
STEP = 20_000


@dataclass(frozen=True)
class Found:
    """``candidates`` are the likeliest, the most alike first; ``total`` counts all of LEAST on."""

    candidates: tuple[Candidate, ...]
    total: int
    compared: int


def find_duplicates(store: Store, at: str, progress: Progress = silent) -> Found:
    """Compare what may be alike and return the likeliest pairs. Raises Cancelled."""
    compare = read_records(store, at)
    common = common_rests(compare)
    note = message("比较名称相近的企业")
    best: list[tuple[int, str, str, Candidate]] = []
    total = compared = 0
    for compared, (one, other) in enumerate(find_pairs(compare), 1):
        if compared % STEP == 0:
            progress(one, len(compare), note)
        likeness = score_pair(compare[one], compare[other], common)
        if likeness.score < LEAST:
            continue
        total += 1
        pair = Candidate(compare[one].code, compare[other].code, likeness)
        entry = (likeness.score, pair.one, pair.other, pair)
        (heapq.heappush if len(best) < MOST else heapq.heappushpop)(best, entry)
    told = _with_links(store, [entry[-1] for entry in best], at)
    found = [each for each in told if each.likeness.score >= LEAST]
    found.sort(key=lambda each: (-each.likeness.score, each.one, each.other))
    return Found(tuple(found), total - len(told) + len(found), compared)


def read_records(store: Store, at: str) -> list[Record]:
    """Read what is compared, without those known only by a number."""
    places, around = records.read_places(store, at=at), records.list_around(store)
    found = (_record(row, places.get(row["code"], []), around) for row in _rows(store))
    return [record for record in found if record.names]


def _rows(store: Store) -> Iterator[dict[str, Any]]:
    yield from records.stream_records(store)


def _record(row: dict[str, Any], regions: list[str], around: Any) -> Record:
    scheme, bare = split_code(row["code"])
    numbers = () if scheme == "name" else (bare, row["code"])
    told = (row["name"], row["short_name"], row["name_en"], *(row["former_names"] or ()))
    return Record(
        row["code"],
        tuple(dict.fromkeys(name for name in told if name and name not in numbers)),
        row["kind"] or "",
        row["credit_code"] or "",
        row["website"] or "",
        frozenset(regions),
        frozenset(_with_around(regions, around)),
        _point(row),
    )


def _with_around(regions: list[str], around: Any) -> Iterator[str]:
    waiting, seen = list(regions), set()
    while waiting:
        region = waiting.pop()
        if region not in seen:
            seen.add(region)
            yield region
            waiting.extend(around.get(region, ()))


def _point(row: dict[str, Any]) -> Point | None:
    if row["longitude"] is None or row["latitude"] is None:
        return None
    return to_point(row["longitude"], row["latitude"], row["datum"] or "")


def _with_links(store: Store, found: list[Candidate], at: str) -> list[Candidate]:
    """Add what the links of both say."""
    pairs = [(each.one, each.other) for each in found]
    shared = records.find_shared_products(store, pairs, at=at)
    trading = records.find_trading(store, pairs, at=at)
    return [
        Candidate(each.one, each.other, add_clues(each.likeness, _links(each, shared, trading)))
        for each in found
    ]


def _links(each: Candidate, shared: set[Any], trading: set[Any]) -> tuple[Clue, ...]:
    pair = (each.one, each.other)
    told = ((Clue.SHARED_PRODUCTS, shared), (Clue.TRADE, trading))
    return tuple(clue for clue, pairs in told if pair in pairs)
