"""What is compared to find duplicates, and the verdicts of people, in the graph."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from graph.domain.clock import instant_text
from graph.domain.duplicates import Decision, Verdict, pair_of
from graph.errors import NotFound
from graph.store.bulk.saving import batches
from graph.store.connection import Row, Store
from graph.store.cypher.merging import duplicates as cypher
from graph.store.map import search
from graph.store.merging.former_codes import read_former_codes

PAIRS_A_QUERY = 200
Pair = tuple[str, str]


@dataclass(frozen=True)
class Shown:
    """An enterprise as a list of candidates shows it."""

    code: str
    name: str
    name_en: str
    short_name: str
    region: str
    website: str
    credit_code: str
    sources: tuple[str, ...]


def stream_records(store: Store) -> Iterator[Row]:
    """Yield what is told of each enterprise, by code."""
    yield from store.stream(cypher.STREAM_RECORDS)


def read_places(store: Store, *, at: str) -> Mapping[str, list[str]]:
    """Return the regions of each enterprise."""
    found: dict[str, list[str]] = defaultdict(list)
    for row in store.stream(cypher.STREAM_PLACES, at=at):
        found[row["code"]].append(row["region"])
    return found


def list_around(store: Store) -> Mapping[str, Sequence[str]]:
    """Return the regions around each region."""
    return search.list_within(store)


def find_shared_products(store: Store, pairs: Sequence[Pair], *, at: str) -> set[Pair]:
    """Return those pairs that make some product both."""
    return _asked(store, cypher.COUNT_SHARED_PRODUCTS, pairs, at)


def find_trading(store: Store, pairs: Sequence[Pair], *, at: str) -> set[Pair]:
    """Return those pairs that trade with each other."""
    return _asked(store, cypher.LIST_TRADING, pairs, at)


def show(store: Store, codes: Sequence[str]) -> dict[str, Shown]:
    """Return enterprises by code, those that are there."""
    return {
        row["code"]: Shown(
            **{
                name: row[name] or ""
                for name in ("code", "name", "name_en", "short_name", "region", "website")
            },
            credit_code=row["credit_code"] or "",
            sources=tuple(row["sources"] or ()),
        )
        for row in store.read(cypher.SHOW, codes=list(codes))
    }


def judge(
    store: Store, one: str, other: str, decision: Decision, *, by: str, at: datetime, note: str = ""
) -> None:
    """Write down what a person says of a pair; a later word replaces it. Raises NotFound."""
    if len(show(store, [one, other])) < len({one, other, ""}) - 1:
        raise NotFound("其中一家企业已不在图谱里，可能刚刚被合并；请刷新列表。")
    first, second = sorted((one, other))
    store.write(
        cypher.JUDGE,
        pair=pair_of(one, other),
        one=first,
        other=second,
        decision=decision.value,
        by=by,
        at=instant_text(at),
        note=note,
    )


def forget_verdict(store: Store, one: str, other: str) -> bool:
    """Take a verdict back; False where there was none."""
    return store.write(cypher.FORGET, pair=pair_of(one, other))[0]["total"] > 0


def list_verdicts(store: Store) -> list[Verdict]:
    """List what was decided, the latest first."""
    return [_verdict(row["verdict"]) for row in store.read(cypher.LIST_VERDICTS)]


def read_present_verdicts(store: Store) -> dict[str, Verdict]:
    """Return verdicts by pair of present codes: what was said of a merged record stays said."""
    now = read_former_codes(store).now
    found: dict[str, Verdict] = {}
    for verdict in reversed(list_verdicts(store)):
        one, other = (now.get(code, code) for code in (verdict.one, verdict.other))
        pair = pair_of(one, other)
        if found.get(pair, verdict).decision is not Decision.DISTINCT or pair not in found:
            found[pair] = verdict
    return found


def _asked(store: Store, statement: Any, pairs: Sequence[Pair], at: str) -> set[Pair]:
    return {
        (row["one"], row["other"])
        for batch in batches(pairs, PAIRS_A_QUERY)
        for row in store.read(statement, pairs=[list(pair) for pair in batch], at=at)
    }


def _verdict(node: Mapping[str, Any]) -> Verdict:
    return Verdict(
        node["one"],
        node["other"],
        Decision(node["decision"]),
        node["by"],
        node["at"],
        node.get("note") or "",
    )
