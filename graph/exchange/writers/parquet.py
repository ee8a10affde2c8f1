"""A folder of Parquet files, one per label and link type, with typed columns."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from graph.exchange.graphml import TYPES
from graph.exchange.writers import Form, Rows, Writer
from graph.schema import Label, Link

ROWS_A_GROUP = 20_000
LISTS = frozenset({"certifications", "services", "former_codes"})
"""Columns that hold several texts."""


class ParquetWriter:
    """Writes one file after the other, a group of rows at a time."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def nodes(self, label: Label, rows: Rows) -> Iterator[None]:
        """Write the file of a label."""
        return self._write(label.name, label.columns, rows)

    def links(self, link: Link, rows: Rows) -> Iterator[None]:
        """Write the file of a link type."""
        return self._write(link.name, ("start", "end", *link.columns), rows)

    def _write(self, name: str, columns: tuple[str, ...], rows: Rows) -> Iterator[None]:
        import pyarrow as arrow  # noqa: PLC0415 - heavy, and only this form needs it
        from pyarrow.parquet import ParquetWriter as File  # noqa: PLC0415

        schema = arrow.schema([(column, _type(arrow, column)) for column in columns])
        with File(self._folder / f"{name}.parquet", schema, compression="zstd") as file:
            while group := list(islice(rows, ROWS_A_GROUP)):
                file.write_table(arrow.Table.from_pydict(_turned(group, columns), schema))
                yield from (None for _ in group)


def _type(arrow: Any, column: str) -> Any:
    if column in LISTS:
        return arrow.list_(arrow.string())
    types = {"double": arrow.float64, "int": arrow.int64, "boolean": arrow.bool_}
    return types.get(TYPES.get(column, ""), arrow.string)()


def _turned(group: list[Mapping[str, Any]], columns: tuple[str, ...]) -> dict[str, list[Any]]:
    return {column: [row[column] for row in group] for column in columns}


@contextmanager
def open_parquet(folder: Path) -> Iterator[Writer]:
    """Open the folder of this form."""
    yield ParquetWriter(folder)


FORM = Form("parquet", ".zip", open_parquet, is_folder=True)
