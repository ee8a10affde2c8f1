"""Which records are compared at all: those that share something few others have."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from graph.duplicates.records import Record

RAREST = 3
"""Pairs of neighbouring characters of a name by which others are looked for."""
MOST_SHARING = 40
"""A key that more records share tells nothing; a firm of thousands of branches does not stall."""
MOST_NAMESAKES = 3
"""Of a name that more records bear no two are taken for one by it."""


def find_pairs(records: Sequence[Record]) -> Iterator[tuple[int, int]]:
    """Yield places of two records worth comparing, the smaller first, each pair once.

    They share a whole name, credit code or website, or one of the rarest bigrams of either's name.
    """
    exact = _postings([_exact_keys(record) for record in records])
    grams = [_bigrams(record) for record in records]
    rare = _postings(grams)
    rarest = [_rarest(each, rare) for each in grams]
    for place, record in enumerate(records):
        wide = {mate for key in _exact_keys(record) for mate in exact.get(key, ())}
        wide |= {mate for gram in rarest[place] for mate in rare[gram]}
        for mate in sorted(wide):
            found_by_mate = (
                rarest[mate] & grams[place]
                or _exact_keys(records[mate]) & _exact_keys(record) & exact.keys()
            )
            if mate > place or (mate < place and not found_by_mate):
                yield min(place, mate), max(place, mate)


def common_rests(records: Sequence[Record]) -> frozenset[str]:
    """Return what so many names consist of, places apart, that it tells no firm: 银行, 重工."""
    counts = Counter(rest for record in records for rest in {form.rest for form in record.forms})
    return frozenset(rest for rest, count in counts.items() if count > MOST_NAMESAKES)


def _rarest(grams: set[str], rare: Mapping[str, list[int]]) -> set[str]:
    known = sorted((len(rare[gram]), gram) for gram in grams if gram in rare)
    return {gram for _count, gram in known[:RAREST]}


def _postings(keys: Sequence[set[str]]) -> dict[str, list[int]]:
    """Return who has each key, without keys of one alone or of too many."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(keys):
        for key in each:
            found[key].append(place)
    return {key: places for key, places in found.items() if 1 < len(places) <= MOST_SHARING}


def _exact_keys(record: Record) -> set[str]:
    keys = {f"name {form.full}" for form in record.forms}
    keys |= {f"core {form.rest}" for form in record.forms}
    told = (("credit", record.credit), ("website", record.host))
    return keys | {f"{kind} {value}" for kind, value in told if value}


def _bigrams(record: Record) -> set[str]:
    return {
        form.rest[place : place + 2] for form in record.forms for place in range(len(form.rest) - 1)
    }
