"""The map as GraphML (graphml.graphdrawing.org, 1.0), written row by row.

Nodes have the id ``Label/code`` and the property ``type`` with their label, links an id of their
own (parallel links are common) and their ``type``. A property without a value is left out.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TextIO
from xml.sax.saxutils import escape, quoteattr

from graph.exchange.cells import join_list, without_controls
from graph.schema import MAP_LABELS, MAP_LINKS, Label, Link

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns
 http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
TYPES = {
    "confidence": "double",
    "founded": "int",
    "latitude": "double",
    "longitude": "double",
    "position": "int",
    "published": "boolean",
    "share": "double",
    "times": "int",
    "weight": "double",
}
"""Attribute types; every other property is a string."""
NOTHING = (None, "", [], ())
SPECIAL = re.compile('[&<>"\n\r\t\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
"""What a text cannot hold as it is between tags or quotes."""


def write_head(file: TextIO) -> None:
    """Write what stands before the first node: the typed keys."""
    file.write(HEAD)
    for domain, names in (("node", _names(MAP_LABELS)), ("edge", _names(MAP_LINKS))):
        for name in names:
            file.write(
                f'<key id="{domain}.{name}" for="{domain}" attr.name="{name}"'
                f' attr.type="{TYPES.get(name, "string")}"/>\n'
            )
    file.write('<graph id="chainmatch" edgedefault="directed">\n')


def write_nodes(file: TextIO, label: Label, rows: Iterator[Mapping[str, Any]]) -> Iterator[None]:
    """Write the nodes of a label; yields after each."""
    for row in rows:
        told = {"type": label.name, **{key: row[key] for key in label.columns}}
        key = _attribute(node_id(label.name, row["code"]))
        file.write(f"<node id={key}>{_data('node', told)}</node>\n")
        yield


def write_links(file: TextIO, link: Link, rows: Iterator[Mapping[str, Any]]) -> Iterator[None]:
    """Write the links of a type; yields after each."""
    for number, row in enumerate(rows, 1):
        start = _attribute(node_id(link.start, row["start"]))
        end = _attribute(node_id(link.end, row["end"]))
        told = {"type": link.name, **{key: row[key] for key in link.columns}}
        ends = f'id="{link.name}/{number}" source={start} target={end}'
        file.write(f"<edge {ends}>{_data('edge', told)}</edge>\n")
        yield


def write_tail(file: TextIO) -> None:
    """Close the graph."""
    file.write("</graph>\n</graphml>\n")


def node_id(label: str, code: str) -> str:
    """Name a node uniquely in the file: codes are unique per label only."""
    return f"{label}/{code}"


def _names(kinds: tuple[Label, ...] | tuple[Link, ...]) -> list[str]:
    return ["type", *dict.fromkeys(column for kind in kinds for column in kind.columns)]


def _data(domain: str, values: Mapping[str, Any]) -> str:
    return "".join(
        f'<data key="{domain}.{name}">{_text(name, value)}</data>'
        for name, value in values.items()
        if value not in NOTHING
    )


def _text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return _escaped(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if TYPES.get(name) == "double":
        return repr(float(value))
    return str(value) if isinstance(value, int | float) else _escaped(join_list(value))


def _escaped(text: str) -> str:
    """Nearly no text needs it, and looking is faster than escaping."""
    if not SPECIAL.search(text):
        return text
    # A reader of XML turns a bare carriage return into a line feed.
    return escape(without_controls(text), {"\r": "&#13;"})


def _attribute(text: str) -> str:
    if not SPECIAL.search(text):
        return f'"{text}"'
    return quoteattr(without_controls(text), {"\r": "&#13;"})
