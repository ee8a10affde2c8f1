"""GEXF 1.3 (gexf.net), the form of Gephi, written row by row.

Ids, types and properties are those of our GraphML.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO
from xml.sax.saxutils import quoteattr

from graph.exchange.cells import join_list, without_controls
from graph.exchange.graphml import SPECIAL, node_id
from graph.exchange.graphml import TYPES as XML_TYPES
from graph.exchange.writers import Form, Rows, Writer
from graph.exchange.writers.elements import link_properties, node_properties, numbered
from graph.schema import MAP_LABELS, MAP_LINKS, Label, Link

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>ChainMatch</creator></meta>
<graph defaultedgetype="directed" mode="static">
"""
TYPES = {"double": "double", "int": "integer", "boolean": "boolean"}
KEPT = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
"""A reader of XML turns these into spaces in an attribute, unless they are written so."""


class GexfWriter:
    """Writes the nodes, then the edges; each value refers to a declared attribute."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        self._has_edges = False
        file.write(HEAD)
        self._numbers = {
            "node": self._declare("node", MAP_LABELS),
            "edge": self._declare("edge", MAP_LINKS),
        }
        file.write("<nodes>\n")

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the nodes of a label."""
        for row in rows:
            key = _attribute(node_id(label.name, row["code"]))
            name = _attribute(row.get("name") or row["code"])
            values = self._values("node", node_properties(label, row))
            self._file.write(f"<node id={key} label={name}>{values}</node>\n")
            yield

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the links of a type."""
        self._open_edges()
        for key, start, end, row in numbered(link, rows):
            ends = f"source={_attribute(start)} target={_attribute(end)}"
            values = self._values("edge", link_properties(link, row))
            self._file.write(f'<edge id="{key}" {ends} kind="{link.name}">{values}</edge>\n')
            yield

    def close(self) -> None:
        """End the graph."""
        self._open_edges()
        self._file.write("</edges>\n</graph>\n</gexf>\n")

    def _open_edges(self) -> None:
        if not self._has_edges:
            self._file.write("</nodes>\n<edges>\n")
            self._has_edges = True

    def _declare(self, domain: str, kinds: tuple[Label, ...] | tuple[Link, ...]) -> dict[str, int]:
        names = ["type", *dict.fromkeys(column for kind in kinds for column in kind.columns)]
        self._file.write(f'<attributes class="{domain}">\n')
        for number, name in enumerate(names):
            kind = TYPES.get(XML_TYPES.get(name, ""), "string")
            self._file.write(f'<attribute id="{number}" title="{name}" type="{kind}"/>\n')
        self._file.write("</attributes>\n")
        return {name: number for number, name in enumerate(names)}

    def _values(self, domain: str, properties: Mapping[str, Any]) -> str:
        numbers = self._numbers[domain]
        told = (
            f'<attvalue for="{numbers[name]}" value={_attribute(_text(value))}/>'
            for name, value in properties.items()
        )
        return f"<attvalues>{''.join(told)}</attvalues>"


def _text(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return join_list(value) if isinstance(value, list | tuple) else str(value)


def _attribute(text: str) -> str:
    if not SPECIAL.search(text):
        return f'"{text}"'
    return quoteattr(without_controls(text), KEPT)


@contextmanager
def open_gexf(path: Path) -> Iterator[Writer]:
    """Open the file of this form."""
    with path.open("w", encoding="utf-8") as file:
        writer = GexfWriter(file)
        yield writer
        writer.close()


FORM = Form("gexf", ".gexf", open_gexf)
