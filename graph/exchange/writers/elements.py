"""Nodes and links as the forms for graph programs name them: one space of ids, types beside."""

from collections.abc import Iterator, Mapping
from typing import Any

from graph.exchange.graphml import node_id
from graph.schema import Label, Link

Properties = dict[str, Any]


def node_properties(label: Label, row: Mapping[str, Any]) -> Properties:
    """Return what is told of a node, with its label as ``type``."""
    return {"type": label.name, **_told(label.columns, row)}


def link_properties(link: Link, row: Mapping[str, Any]) -> Properties:
    """Return what is told of a link, with its type."""
    return {"type": link.name, **_told(link.columns, row)}


def numbered(
    link: Link, rows: Iterator[Mapping[str, Any]]
) -> Iterator[tuple[str, str, str, Mapping[str, Any]]]:
    """Yield id, ids of both ends and the row of each link: parallel links are common."""
    for number, row in enumerate(rows, 1):
        start, end = node_id(link.start, row["start"]), node_id(link.end, row["end"])
        yield f"{link.name}/{number}", start, end, row


def _told(columns: tuple[str, ...], row: Mapping[str, Any]) -> Properties:
    return {name: row[name] for name in columns if row[name] not in (None, "", [])}
