"""GraphML, as ``graph.exchange.graphml`` writes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from graph.exchange import graphml
from graph.exchange.writers import Form, Rows, Writer
from graph.schema import Label, Link


class GraphmlWriter:
    """Writes nodes and links between head and tail."""

    def __init__(self, file: TextIO) -> None:
        self._file = file

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the nodes of a label."""
        return graphml.write_nodes(self._file, label, rows)

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the links of a type."""
        return graphml.write_links(self._file, link, rows)


@contextmanager
def open_graphml(path: Path) -> Iterator[Writer]:
    """Open the file of this form."""
    with path.open("w", encoding="utf-8") as file:
        graphml.write_head(file)
        yield GraphmlWriter(file)
        graphml.write_tail(file)


FORM = Form("graphml", ".graphml", open_graphml)
