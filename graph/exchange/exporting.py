"""Writes the map to a file or folder that is complete or not there at all."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from graph.domain.progress import Progress, silent
from graph.exchange.drafts import whole_file, whole_folder
from graph.exchange.writers import Form
from graph.exchange.writers.forms import FORMS
from graph.messages import message
from graph.schema import MAP_LABELS, MAP_LINKS, Label, Link
from graph.store import Row, Store
from graph.store.bulk.exports import EVER, Day, stream_links, stream_nodes

ROWS_PER_REPORT = 5000
STEPS = len(MAP_LABELS) + len(MAP_LINKS)
ZIP = ".zip"
Only = Mapping[str, frozenset[str]]
"""The codes of a part of the map, by label."""


@dataclass(frozen=True)
class Exported:
    """How much an export holds."""

    nodes: int
    links: int


def export_map(
    store: Store,
    path: Path,
    *,
    form: str,
    day: Day = EVER,
    only: Only | None = None,
    force: bool = False,
    progress: Progress = silent,
) -> Exported:
    """Write the map with its past, or as it was on a day; ``form`` is a key of FORMS.

    ``only`` narrows it to the nodes with these codes and the links that have both ends among them.
    A form of several files makes a folder, or one ``.zip`` where the path ends so. Raises Conflict
    where it is there already and ``force`` is not set; a folder then keeps what else is in it.
    """
    count = _Counter(progress)
    with _draft(FORMS[form], path, force=force) as draft, FORMS[form].open(draft) as writer:
        for label in MAP_LABELS:
            count.nodes(writer.nodes(label, _nodes(store, label, day, only)))
        for link in MAP_LINKS:
            count.links(writer.links(link, _links(store, link, day, only)))
    return count.exported


export_graphml = partial(export_map, form="graphml")
export_csv = partial(export_map, form="csv")


def _nodes(store: Store, label: Label, day: Day, only: Only | None) -> Iterator[Row]:
    return stream_nodes(store, label, day, None if only is None else only.get(label.name, ()))


def _links(store: Store, link: Link, day: Day, only: Only | None) -> Iterator[Row]:
    if only is None:
        return stream_links(store, link, day)
    starts, ends = only.get(link.start, frozenset()), only.get(link.end, frozenset())
    if not ends:
        return iter(())
    return (row for row in stream_links(store, link, day, starts) if row["end"] in ends)


@contextmanager
def _draft(form: Form, path: Path, *, force: bool) -> Iterator[Path]:
    """Hand out the file, or the folder, to write to."""
    if not form.is_folder:
        with whole_file(path, force=force) as draft:
            yield draft
    elif path.suffix.lower() != ZIP:
        with whole_folder(path, force=force) as draft:
            yield draft
    else:
        with whole_file(path, force=force) as package:
            folder = package.with_name("content")
            folder.mkdir()
            yield folder
            _pack(folder, package)


def _pack(folder: Path, package: Path) -> None:
    with ZipFile(package, "w", ZIP_DEFLATED) as file:
        for entry in sorted(folder.iterdir()):
            file.write(entry, entry.name)


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
