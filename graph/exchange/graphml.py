"""The map as GraphML (graphml.graphdrawing.org, 1.0), written row by row.

Nodes have the id ``Label/code`` and the property ``type`` with their label, links an id of their
own (parallel links are common) and their ``type``. A property without a value is left out.
"""

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
        file.write(f"<node id={_attribute(node_id(label.name, row['code']))}>")
        _write_data(file, "node", {"type": label.name, **{key: row[key] for key in label.columns}})
        file.write("</node>\n")
        yield


def write_links(file: TextIO, link: Link, rows: Iterator[Mapping[str, Any]]) -> Iterator[None]:
    """Write the links of a type; yields after each."""
    for number, row in enumerate(rows, 1):
        start = _attribute(node_id(link.start, row["start"]))
        end = _attribute(node_id(link.end, row["end"]))
        file.write(f'<edge id="{link.name}/{number}" source={start} target={end}>')
        _write_data(file, "edge", {"type": link.name, **{key: row[key] for key in link.columns}})
        file.write("</edge>\n")
        yield


def write_tail(file: TextIO) -> None:
    """Close the graph."""
    file.write("</graph>\n</graphml>\n")


def node_id(label: str, code: str) -> str:
    """Name a node uniquely in the file: codes are unique per label only."""
    return f"{label}/{code}"


def _names(kinds: tuple[Label, ...] | tuple[Link, ...]) -> list[str]:
    return ["type", *dict.fromkeys(column for kind in kinds for column in kind.columns)]


def _write_data(file: TextIO, domain: str, values: Mapping[str, Any]) -> None:
    for name, value in values.items():
        text = _text(name, value)
        if text:
            file.write(f'<data key="{domain}.{name}">{text}</data>')


def _text(name: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        value = join_list(value)
    if TYPES.get(name) == "double":
        return repr(float(value))
    # A reader of XML turns a bare carriage return into a line feed.
    return escape(without_controls(str(value)), {"\r": "&#13;"})


def _attribute(text: str) -> str:
    return quoteattr(without_controls(text), {"\r": "&#13;"})
