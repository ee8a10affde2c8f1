"""What an export must hold: every node and link of the graph with all that is told of it."""

from typing import Any

from graph import schema
from graph.exchange.cells import join_list
from graph.exchange.graphml import node_id
from graph.store import Store
from graph.store.bulk import exports

Properties = dict[str, Any]
Nodes = dict[str, Properties]
Links = list[tuple[str, str, str, Properties]]


def told(row: Properties, columns: tuple[str, ...], kind: str) -> Properties:
    """Return what a row says: no property without a value."""
    values = {name: row[name] for name in columns if row[name] not in (None, "", [])}
    return {"type": kind, **values}


def nodes_of(store: Store) -> Nodes:
    """Return all nodes by id."""
    return {
        node_id(label.name, row["code"]): told(row, label.columns, label.name)
        for label in schema.MAP_LABELS
        for row in exports.stream_nodes(store, label)
    }


def links_of(store: Store) -> Links:
    """Return all links: start, end, id, what is told."""
    return [
        (
            node_id(link.start, row["start"]),
            node_id(link.end, row["end"]),
            f"{link.name}/{number}",
            told(row, link.columns, link.name),
        )
        for link in schema.MAP_LINKS
        for number, row in enumerate(exports.stream_links(store, link), 1)
    ]


def with_joined_lists(values: Properties) -> Properties:
    """Write lists as forms do that have none."""
    return {
        name: join_list(value) if isinstance(value, list) else value
        for name, value in values.items()
    }


def with_source_renamed(values: Properties) -> Properties:
    """Name the source of a fact as forms do where ``source`` is the start of a link."""
    return {"stated_by" if name == "source" else name: each for name, each in values.items()}
