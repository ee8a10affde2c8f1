"""Finds what cannot be true at once, rule by rule; each rule yields its rows."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby, pairwise
from typing import LiteralString

from graph.data_quality.cycles import find_cycles
from graph.domain.centres import centre_of
from graph.domain.codes import split_code
from graph.domain.credit_code import is_credit_code
from graph.domain.data_quality import Finding, Rule
from graph.domain.location import distance_km, to_point
from graph.store import Store
from graph.store.connection import Row
from graph.store.cypher.soundness import contradictions as cypher
from graph.store.soundness import contradictions as facts

MOST_SHARE = 1.005
"""Shares are rounded to a thousandth or so; a sum above this is no rounding."""
FAR_KM = 150.0
"""A city of China reaches about so far from its seat."""
ARROW = " → "
MOST_TOLD = 6
"""Nodes of a cycle that are named."""


def find(store: Store, rule: Rule, at: str) -> Iterator[Finding]:
    """Yield the contradictions of one rule on an ISO date."""
    return FINDERS[rule](store, at)


def _two_regions(store: Store, at: str) -> Iterator[Finding]:
    """Two places of which neither lies within the other."""
    around = facts.read_around(store)
    rows = facts.stream(store, cypher.PLACES, at=at)
    for _code, told in groupby(rows, key=lambda row: row["code"]):
        places = list(told)
        covered = _covered({row["region"] for row in places}, around)
        lone = [row for row in places if row["region"] not in covered]
        if len({row["region"] for row in lone}) > 1:
            yield _one(places[0], " / ".join(_named(row) for row in lone), _sources(lone))


def _covered(codes: set[str], around: Mapping[str, set[str]]) -> set[str]:
    """Return those of these regions that lie around another of them."""
    return {outer for code in codes for outer in around.get(code, set()) & codes}


def _far_from_region(store: Store, at: str) -> Iterator[Finding]:
    """Coordinates far from the seat of the region that is stated."""
    places: dict[str, str] = {}
    for row in facts.stream(store, cypher.PLACES, at=at):
        places.setdefault(row["code"], row["region"])
    for row in facts.stream(store, cypher.ENTERPRISE_FACTS):
        centre = centre_of(places.get(row["code"], ""))
        if centre is None or row["longitude"] is None or row["latitude"] is None:
            continue
        point = to_point(row["longitude"], row["latitude"], row["datum"] or "")
        if (apart := distance_km(centre, point)) > FAR_KM:
            yield _one(row, f"{round(apart)} km", row["sources"])


def _credit_digit(store: Store, at: str) -> Iterator[Finding]:
    for row, credit in _credits(store):
        if not is_credit_code(credit):
            yield _one(row, credit, row["sources"])


def _same_credit(store: Store, at: str) -> Iterator[Finding]:
    first: dict[str, Row] = {}
    for row, credit in _credits(store):
        other = first.setdefault(credit, row)
        if other is not row:
            yield _two(other, row, credit, [*(other["sources"] or ()), *(row["sources"] or ())])


def _credits(store: Store) -> Iterator[tuple[Row, str]]:
    for row in facts.stream(store, cypher.ENTERPRISE_FACTS):
        scheme, bare = split_code(row["code"])
        told = [bare] if scheme == "uscc" else []
        told += (
            [row["credit_code"]] if row["credit_code"] and row["credit_code"] not in told else []
        )
        yield from ((row, each) for each in told)


def _mutual_supply(store: Store, at: str) -> Iterator[Finding]:
    supplies = facts.read_pairs(store, "SUPPLIES", at=at)
    both = {pair: source for pair, source in supplies.items() if pair[::-1] in supplies}
    return _named_pairs(store, {p: s for p, s in both.items() if p[0] < p[1]}, "⇄")


def _material_is_kind(store: Store, at: str) -> Iterator[Finding]:
    """One node a material of another and at the same time a kind of it, or the other way round."""
    supplies = facts.read_pairs(store, "SUPPLIES", at=at)
    kinds = facts.read_pairs(store, "KIND_OF", at=at)
    both = {p: s for p, s in supplies.items() if p in kinds or p[::-1] in kinds}
    return _named_pairs(store, both, ARROW.strip())


def _kind_cycle(store: Store, at: str) -> Iterator[Finding]:
    kinds = facts.read_pairs(store, "KIND_OF", at=at)
    cycles = find_cycles(kinds)
    names = facts.name_nodes(store, {code for cycle in cycles for code in cycle})
    for cycle in cycles:
        told = ARROW.join(names[code]["name"] for code in cycle[:MOST_TOLD] if code in names)
        sources = sorted({kinds[p] for p in pairwise(cycle) if p in kinds})
        one, other = (names.get(code, _nameless(code)) for code in cycle[:2])
        yield _two(one, other, f"{told} ({len(cycle)})", sources)


def _named_pairs(
    store: Store, pairs: Mapping[tuple[str, str], str], detail: str
) -> Iterator[Finding]:
    names = facts.name_nodes(store, {code for pair in pairs for code in pair})
    for (start, end), source in sorted(pairs.items()):
        one, other = (names.get(code, _nameless(code)) for code in (start, end))
        yield _two(one, other, detail, [source])


def _nameless(code: str) -> Row:
    return {"code": code, "name": code, "name_en": ""}


def _asking(
    *statements: LiteralString, **values: float
) -> Callable[[Store, str], Iterator[Finding]]:
    """Make a rule of statements that return findings."""

    def ask(store: Store, at: str) -> Iterator[Finding]:
        for statement in statements:
            for row in facts.stream(store, statement, at=at, **values):
                ends = {name: row[f"other{name}"] for name in ("", "_name", "_name_en")}
                other = {"code": ends[""], "name": ends["_name"], "name_en": ends["_name_en"]}
                yield _two(row, other, row["detail"], row["sources"])

    return ask


def _one(row: Row, detail: str, sources: Iterable[str] | None) -> Finding:
    return _two(row, {"code": "", "name": "", "name_en": ""}, detail, sources)


def _two(one: Row, other: Row, detail: str, sources: Iterable[str] | None) -> Finding:
    mine, theirs = (
        [row[name] or "" for name in ("code", "name", "name_en")] for row in (one, other)
    )
    return Finding(
        mine[0], mine[1], mine[2], theirs[0], theirs[1], theirs[2], detail, _in_order(sources)
    )


def _in_order(sources: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(sorted(set(sources or ())))


def _named(row: Row) -> str:
    return f"{row['region_name']} ({row['source']})"


def _sources(rows: Iterable[Row]) -> list[str]:
    return [row["source"] for row in rows]


FINDERS: Mapping[Rule, Callable[[Store, str], Iterator[Finding]]] = {
    Rule.TWO_REGIONS: _two_regions,
    Rule.UNKNOWN_REGION: _asking(cypher.UNKNOWN_REGION),
    Rule.FAR_FROM_REGION: _far_from_region,
    Rule.CREDIT_DIGIT: _credit_digit,
    Rule.SAME_CREDIT: _same_credit,
    Rule.MUTUAL_TRADE: _asking(cypher.MUTUAL_TRADE),
    Rule.SELF_LINK: _asking(*cypher.SELF_LINKS),
    Rule.MUTUAL_SUPPLY: _mutual_supply,
    Rule.MATERIAL_IS_KIND: _material_is_kind,
    Rule.KIND_CYCLE: _kind_cycle,
    Rule.SHARE_SUM: _asking(cypher.SHARE_SUM, most=MOST_SHARE),
    Rule.SHARE_RANGE: _asking(cypher.SHARE_RANGE),
    Rule.TIMES: _asking(*cypher.TIMES),
    Rule.FUTURE: _asking(*cypher.FUTURE),
    Rule.SEEN_ORDER: _asking(cypher.SEEN_ORDER),
}
