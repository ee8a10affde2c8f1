"""Nodes of the map as they were on a past day, from what is on record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, TypeVar

from graph.domain.chain import Chain, ChainNode
from graph.domain.enterprise import Enterprise
from graph.domain.history.past import PRESENT, Past, undone
from graph.store.connection import Store
from graph.store.cypher import history as cypher
from graph.store.history.changes import find_beginning, list_since
from graph.store.map.chain_nodes import as_node
from graph.store.map.chains import as_chain
from graph.store.map.enterprises import as_enterprise

Node = TypeVar("Node", Enterprise, ChainNode, Chain)


def enterprises_as_of(
    store: Store, records: Sequence[Enterprise], instant: str
) -> list[Enterprise]:
    """Return enterprises as they were; an empty instant stands for now."""
    return _as_of(store, "Enterprise", records, instant, as_enterprise)


def nodes_as_of(store: Store, records: Sequence[ChainNode], instant: str) -> list[ChainNode]:
    """Return chain nodes as they were; an empty instant stands for now."""
    return _as_of(store, "ChainNode", records, instant, as_node)


def chain_as_of(store: Store, record: Chain, instant: str) -> Chain:
    """Return a chain as it was; whether it is public is a matter of today."""
    (chain,) = _as_of(store, "Chain", [record], instant, as_chain)
    return chain


def find_past(store: Store, label: str, code: str, instant: str) -> Past:
    """Tell how far a node's own fields can be read back to an instant; '' stands for now."""
    if not instant:
        return PRESENT
    row = store.read_one(cypher.MADE_IN[label], code=code)
    made, beginning = (row["made_in"] if row else "") or "", find_beginning(store)
    made = made.partition("Z-")[0] + "Z" if made else ""
    return Past(made if made >= instant else "", beginning if beginning >= instant else "")


def fields_as_of(
    store: Store, label: str, codes: Sequence[str], instant: str
) -> Mapping[str, Mapping[str, Any]]:
    """Return by code the fields that differ from today's, as they were."""
    return {code: undone(lines) for code, lines in list_since(store, label, codes, instant).items()}


def _as_of(
    store: Store,
    label: str,
    records: Sequence[Node],
    instant: str,
    build: Callable[[dict[str, Any]], Node],
) -> list[Node]:
    if not instant:
        return list(records)
    codes = [record.code for record in records]
    told = fields_as_of(store, label, codes, instant)
    return [
        build({**asdict(record), **told[record.code]}) if record.code in told else record
        for record in records
    ]
