"""Node-link JSON, as ``networkx.node_link_graph`` reads it with its default names."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from graph.exchange.graphml import node_id
from graph.exchange.writers import Form, Rows, Writer
from graph.exchange.writers.elements import link_properties, node_properties, numbered
from graph.schema import Label, Link

HEAD = '{"directed": true, "multigraph": true, "graph": {"name": "chainmatch"},\n"nodes": ['
BETWEEN = '\n],\n"edges": ['
TAIL = "\n]}\n"


class JsonItems:
    """Writes the items of two lists, the second opened by the first link."""

    def __init__(self, file: TextIO, between: str) -> None:
        self._file = file
        self._between = between
        self._comma = "\n"
        self._has_links = False

    def node(self, item: Any) -> None:
        """Write an item of the first list."""
        self._write(item)

    def link(self, item: Any) -> None:
        """Write an item of the second list."""
        self.open_links()
        self._write(item)

    def open_links(self) -> None:
        """Close the first list, once."""
        if not self._has_links:
            self._file.write(self._between)
            self._comma, self._has_links = "\n", True

    def _write(self, item: Any) -> None:
        self._file.write(self._comma + json.dumps(item, ensure_ascii=False))
        self._comma = ",\n"


class NodeLinkWriter:
    """Writes nodes with ``id``, links with ``source``, ``target`` and ``key``."""

    def __init__(self, items: JsonItems) -> None:
        self._items = items

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the nodes of a label."""
        for row in rows:
            item = {"id": node_id(label.name, row["code"]), **node_properties(label, row)}
            self._items.node(item)
            yield

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the links of a type. What a link's own ``source`` states is ``stated_by``."""
        for key, start, end, row in numbered(link, rows):
            told = stated(link_properties(link, row))
            self._items.link({"source": start, "target": end, "key": key, **told})
            yield


def stated(properties: dict[str, Any]) -> dict[str, Any]:
    """Rename the source of the fact, where the form means the start of the link by ``source``."""
    return {"stated_by" if name == "source" else name: value for name, value in properties.items()}


@contextmanager
def json_file(path: Path, head: str, between: str, tail: str) -> Iterator[JsonItems]:
    """Open a file with two lists; it is closed in order whatever it held."""
    with path.open("w", encoding="utf-8") as file:
        file.write(head)
        items = JsonItems(file, between)
        yield items
        items.open_links()
        file.write(tail)


@contextmanager
def open_node_link(path: Path) -> Iterator[Writer]:
    """Open the file of this form."""
    with json_file(path, HEAD, BETWEEN, TAIL) as items:
        yield NodeLinkWriter(items)


FORM = Form("json", ".json", open_node_link)
