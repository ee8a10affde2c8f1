"""Cytoscape JSON (.cyjs), as Cytoscape, Cytoscape.js and ``networkx.cytoscape_graph`` read it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.exchange.graphml import node_id
from graph.exchange.writers import Form, Rows, Writer
from graph.exchange.writers.elements import link_properties, node_properties, numbered
from graph.exchange.writers.node_link import JsonItems, json_file, stated
from graph.schema import Label, Link

HEAD = (
    '{"data": [["name", "chainmatch"]], "directed": true, "multigraph": true,\n'
    '"elements": {"nodes": ['
)
BETWEEN = '\n],\n"edges": ['
TAIL = "\n]}}\n"


class CytoscapeWriter:
    """Writes elements whose ``data`` holds all that is told."""

    def __init__(self, items: JsonItems) -> None:
        self._items = items

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the nodes of a label; networkx takes ``value`` for the node itself."""
        for row in rows:
            key = node_id(label.name, row["code"])
            self._items.node({"data": {"id": key, "value": key, **node_properties(label, row)}})
            yield

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the links of a type."""
        for key, start, end, row in numbered(link, rows):
            ends = {"id": key, "key": key, "source": start, "target": end}
            self._items.link({"data": {**ends, **stated(link_properties(link, row))}})
            yield


@contextmanager
def open_cytoscape(path: Path) -> Iterator[Writer]:
    """Open the file of this form."""
    with json_file(path, HEAD, BETWEEN, TAIL) as items:
        yield CytoscapeWriter(items)


FORM = Form("cytoscape", ".cyjs", open_cytoscape)
