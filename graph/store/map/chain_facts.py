"""Reads what a diagnosis of a chain, or of what stands around a node, is made from."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import LiteralString

from graph.domain.chain import Stage
from graph.domain.diagnosis.facts import ChainFacts, NodeFacts, Purchase
from graph.naming.normal import match_key
from graph.store.connection import Row, Store
from graph.store.cypher.map import chain_facts as cypher
from graph.store.map import chain_nodes
from graph.store.map.chain_firms import read_firms
from graph.store.map.chain_makings import Made, read_made
from graph.store.map.enterprises import as_evidence

AROUND = 24
"""How many nodes are taken on each step before and after a node, the heaviest links first."""


def read_chain(store: Store, code: str, *, at: date, region: str) -> ChainFacts:
    """Read a chain as seen from a region; an empty one stands for the whole map."""
    rows = store.read(cypher.NODES, code=code, at=at.isoformat())
    return _facts(store, rows, at, region)


def read_around(store: Store, code: str, *, at: date, region: str) -> ChainFacts:
    """Read a node with what stands up to two supply steps before and after it."""
    node = chain_nodes.find_node(store, code)
    if node is None:
        return ChainFacts((), {}, {}, {})
    middle: Row = {"code": node.code, "name": node.name, "name_en": node.name_en}
    before = _steps(store, cypher.BEFORE, code, at)
    after = _steps(store, cypher.AFTER, code, at)
    rows = [
        *({**row, "stage": Stage.UPSTREAM.value} for row in reversed(before)),
        {**middle, "stage": Stage.MIDSTREAM.value},
        *({**row, "stage": Stage.DOWNSTREAM.value} for row in after),
    ]
    return _facts(store, rows, at, region)


def _steps(store: Store, query: LiteralString, code: str, at: date) -> list[Row]:
    seen, found, last = {code}, list[Row](), [code]
    for _ in range(2):
        rows = store.read(query, nodes=last, at=at.isoformat(), limit=AROUND)
        fresh = [row for row in rows if row["code"] not in seen]
        seen |= {row["code"] for row in fresh}
        found += fresh
        last = [row["code"] for row in fresh]
    return found


def _facts(store: Store, rows: Iterable[Row], at: date, region: str) -> ChainFacts:
    nodes = {row["code"]: row for row in reversed(list(rows))}
    codes = list(reversed(nodes))
    made = read_made(store, codes, at)
    makers = {code for each in made.values() for code in each.codes()}
    institutes = {code for each in made.values() for code in each.institutes}
    trades = _read_trades(store, makers, at)
    wanted = {*makers, *institutes, *(end for trade in trades for end in ends_of(trade))}
    firms = read_firms(store, wanted, at=at, region=region)
    links = [(row["start"], row["end"]) for row in _read_links(store, codes, at)]
    before, after = _beside(links)
    known = {code: made[code].codes() for code in codes}
    purchases = {code: list[Purchase]() for code in codes}
    for trade in trades:
        if firms[trade.buyer].is_local:
            for code in _brings(trade, made, known, after):
                purchases[code].append(trade)
    found = tuple(
        NodeFacts(
            code,
            nodes[code]["name"],
            nodes[code]["name_en"] or "",
            nodes[code]["stage"],
            made[code].makings(),
            tuple(purchases[code]),
            tuple(before[code]),
            tuple(after[code]),
        )
        for code in codes
    )
    by_node = {code: tuple(sorted(made[code].institutes)) for code in codes}
    return ChainFacts(found, firms, _count_partners(trades, makers), by_node)


def ends_of(trade: Purchase) -> tuple[str, str]:
    """Return supplier and buyer."""
    return trade.supplier, trade.buyer


def _read_links(store: Store, codes: Sequence[str], at: date) -> list[Row]:
    return store.read(cypher.LINKS, nodes=list(codes), at=at.isoformat())


def _beside(links: Iterable[tuple[str, str]]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    before: dict[str, list[str]] = defaultdict(list)
    after: dict[str, list[str]] = defaultdict(list)
    for start, end in links:
        before[end].append(start)
        after[start].append(end)
    return before, after


def _read_trades(store: Store, codes: Collection[str], at: date) -> list[Purchase]:
    found: dict[tuple[str, str, str], Purchase] = {}
    for query in (cypher.SALES, cypher.PURCHASES):
        for row in store.read(query, codes=sorted(codes), at=at.isoformat()):
            key = row["supplier"], row["buyer"], row["product"] or ""
            found[key] = Purchase(*key, row["last_seen"] or "", as_evidence(row["link"]))
    return [found[key] for key in sorted(found)]


def _brings(
    trade: Purchase,
    made: dict[str, Made],
    known: dict[str, set[str]],
    after: dict[str, list[str]],
) -> list[str]:
    """List the nodes that a trade brings: those it names, else what the buyer needs of them.

    Where no product is told it counts for nodes that the supplier makes and of which the buyer
    makes what is made of them.
    """
    if trade.product:
        key = match_key(trade.product)
        return [code for code, each in made.items() if key in each.names]
    return [
        code
        for code, makers in known.items()
        if trade.supplier in makers and any(trade.buyer in known[use] for use in after[code])
    ]


def _count_partners(trades: Iterable[Purchase], makers: set[str]) -> dict[str, int]:
    partners: dict[str, set[str]] = defaultdict(set)
    for trade in trades:
        if trade.supplier in makers and trade.buyer in makers:
            partners[trade.supplier].add(trade.buyer)
            partners[trade.buyer].add(trade.supplier)
    return {code: len(others) for code, others in partners.items()}
