"""A Cypher script that builds the map in an empty graph, a few hundred rows a statement.

Texts are literals with ``\\``, quotes and line ends escaped; nothing else is special in Cypher.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from graph.exchange.writers import Form, Rows, Writer
from graph.schema import MAP_LABELS, Label, Link

ROWS_A_STATEMENT = 500
HEAD = "// ChainMatch: load into an empty graph, for example: cypher-shell -f map.cypher\n"
ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"})


class CypherWriter:
    """Writes constraints, then nodes, then links."""

    def __init__(self, file: TextIO) -> None:
        self._file = file
        file.write(HEAD)
        for label in MAP_LABELS:
            file.write(
                f"CREATE CONSTRAINT {label.name.lower()}_code IF NOT EXISTS "
                f"FOR (n:{label.name}) REQUIRE n.code IS UNIQUE;\n"
            )

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the nodes of a label."""
        create = f"CREATE (n:{label.name}) SET n = row;\n"
        return self._write(({name: row[name] for name in label.columns} for row in rows), create)

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the links of a type."""
        create = (
            f"MATCH (a:{link.start} {{code: row.start}}) MATCH (b:{link.end} {{code: row.end}})\n"
            f"CREATE (a)-[l:{link.name}]->(b) SET l = row.told;\n"
        )
        stated = (
            {
                "start": row["start"],
                "end": row["end"],
                "told": {name: row[name] for name in link.columns},
            }
            for row in rows
        )
        return self._write(stated, create)

    def _write(self, rows: Iterator[Mapping[str, Any]], create: str) -> Iterator[None]:
        while batch := list(islice(rows, ROWS_A_STATEMENT)):
            literals = ",\n".join(_literal(row) for row in batch)
            self._file.write(f"UNWIND [\n{literals}\n] AS row\n{create}")
            yield from (None for _ in batch)


def _literal(value: Any) -> str:
    if isinstance(value, Mapping):
        told = {name: each for name, each in value.items() if each is not None}
        return "{" + ", ".join(f"{name}: {_literal(each)}" for name, each in told.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_literal, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    return "'" + str(value).translate(ESCAPES) + "'"


@contextmanager
def open_cypher(path: Path) -> Iterator[Writer]:
    """Open the file of this form."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        yield CypherWriter(file)


FORM = Form("cypher", ".cypher", open_cypher)
