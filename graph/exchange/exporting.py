"""Writes the map to a file or folder that is complete or not there at all."""

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from graph.domain.progress import Progress, silent
from graph.exchange import csv_export, graphml
from graph.exchange.drafts import whole_file, whole_folder
from graph.exchange.templates import LABEL_TABLES, LINK_TABLES
from graph.messages import message
from graph.schema import MAP_LABELS, MAP_LINKS
from graph.store import Store
from graph.store.exports import stream_links, stream_nodes

ROWS_PER_REPORT = 5000
STEPS = len(MAP_LABELS) + len(MAP_LINKS)


@dataclass(frozen=True)
class Exported:
    """How much an export holds."""

    nodes: int
    links: int


def export_graphml(
    store: Store, path: Path, *, force: bool = False, progress: Progress = silent
) -> Exported:
    """Write the map with its past to one GraphML file.

    Raises Conflict where the file is there already and ``force`` is not set.
    """
    count = _Counter(progress)
    with whole_file(path, force=force) as draft, draft.open("w", encoding="utf-8") as file:
        graphml.write_head(file)
        for label in MAP_LABELS:
            count.nodes(graphml.write_nodes(file, label, stream_nodes(store, label)))
        for link in MAP_LINKS:
            count.links(graphml.write_links(file, link, stream_links(store, link)))
        graphml.write_tail(file)
    return count.exported


def export_csv(
    store: Store, path: Path, *, force: bool = False, progress: Progress = silent
) -> Exported:
    """Write the map with its past to a folder of CSV files, or to one ``.zip`` with them.

    Raises Conflict where it is there already and ``force`` is not set; with ``force`` a folder
    keeps what else is in it.
    """
    if path.suffix.lower() == ".zip":
        with whole_file(path, force=force) as draft, ZipFile(draft, "w", ZIP_DEFLATED) as package:
            return _write_tables(store, lambda name: package.open(name, "w"), progress)
    with whole_folder(path, force=force) as draft:
        return _write_tables(store, lambda name: (draft / name).open("wb"), progress)


def _write_tables(
    store: Store, open_entry: Callable[[str], IO[bytes]], progress: Progress
) -> Exported:
    count = _Counter(progress)
    for label, table in LABEL_TABLES:
        with _text(open_entry(csv_export.file_name(table))) as file:
            columns = csv_export.properties(table, label)
            count.nodes(csv_export.write_table(file, columns, stream_nodes(store, label)))
    for link, table in LINK_TABLES:
        with _text(open_entry(csv_export.file_name(table))) as file:
            columns = csv_export.properties(table, link)
            count.links(csv_export.write_table(file, columns, stream_links(store, link)))
    return count.exported


def _text(file: IO[bytes]) -> io.TextIOWrapper:
    return io.TextIOWrapper(file, encoding=csv_export.ENCODING, newline="")


class _Counter:
    """Counts rows as they are written and tells how far the work is."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._steps = 0
        self._nodes = 0
        self._links = 0

    @property
    def exported(self) -> Exported:
        return Exported(self._nodes, self._links)

    def nodes(self, written: Iterator[None]) -> None:
        self._nodes += self._count(written)

    def links(self, written: Iterator[None]) -> None:
        self._links += self._count(written)

    def _count(self, written: Iterator[None]) -> int:
        rows = 0
        self._report(rows)
        for _ in written:
            rows += 1
            if rows % ROWS_PER_REPORT == 0:
                self._report(rows)
        self._steps += 1
        return rows

    def _report(self, rows: int) -> None:
        total = self._nodes + self._links + rows
        self._progress(self._steps, STEPS, message("已写出 %(rows)s 行", rows=f"{total:,}"))
