"""What each table of an office says of the map: rows are read as they are saved, never all held."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import chain

from graph.exchange.office_files import OfficeFile
from graph.exchange.records import Record
from graph.exchange.regions import Regions
from graph.exchange.rejects import Reject
from graph.exchange.rows import BadCell, Row, Seen, read_rows, shown
from graph.exchange.statements import (
    LABELS,
    LINKS,
    OWNER_COLUMNS,
    PROJECT,
    Ends,
    Values,
    link_values,
    node_values,
    owner_values,
    project_values,
)
from graph.exchange.tables import Table
from graph.exchange.templates.projects import PROJECTS
from graph.messages import Message, message
from graph.schema import CHAIN, CHAIN_NODE, CREDIT_RECORD, ENTERPRISE, OWNER, REGION

LOCATED = frozenset({"enterprises", "projects"})
"""Tables whose regions may be told by name."""


@dataclass
class _Reading:
    """One table on its way into the map; what is wrong with it is told the first time round."""

    table: Table
    file: str
    defaults: Values
    regions: Regions
    rejects: list[Reject]
    seen: Seen
    _told: bool = field(default=False)

    def rows(self) -> Iterator[Row]:
        """Yield the rows that are right."""
        told, self._told = self._told, True
        for found in map(self._resolve, read_rows(self.table, self.seen)):
            if isinstance(found, Row):
                yield found
            elif not told:
                self.rejects += [self._reject(each) for each in found]

    def _resolve(self, found: Row | list[BadCell]) -> Row | list[BadCell]:
        """Put a region's code in the place of its name."""
        if self.table.template.name not in LOCATED or not isinstance(found, Row):
            return found
        told = found.values["region"]
        if not told:
            return found
        region = self.regions.find(told)
        if isinstance(region, Message):
            header = self.table.header_of(self.table.template.named("region"))
            return [BadCell(found.number, header, shown(told), region)]
        return Row(found.number, {**found.values, "region": region})

    def _reject(self, bad: BadCell) -> Reject:
        return Reject(self.file, bad.number, bad.header, bad.value, bad.reason)


@dataclass(frozen=True)
class TableRecords:
    """The records of one kind in one table, read anew each time they are gone through."""

    reading: _Reading
    values_of: Callable[[Values], Values | None]
    fields: Mapping[str, str]

    def __len__(self) -> int:
        return self.reading.table.total

    def __iter__(self) -> Iterator[Record]:
        for row in self.reading.rows():
            values = self.values_of(row.values)
            if values is not None:
                yield Record(values, self.reading.file, row.number, self.fields)


@dataclass(frozen=True)
class JoinedRecords:
    """The records of one kind in all tables of a file."""

    parts: list[TableRecords] = field(default_factory=list)

    def __len__(self) -> int:
        return sum(map(len, self.parts))

    def __iter__(self) -> Iterator[Record]:
        return chain.from_iterable(self.parts)


_NONE = JoinedRecords()


@dataclass
class OfficeRecords:
    """All that an office's file says, by label and link type; an ``Importable``."""

    source: str
    rejects: list[Reject]
    kinds: dict[str, JoinedRecords] = field(default_factory=dict)

    @property
    def regions(self) -> JoinedRecords:
        """Rows of regions."""
        return self.kinds.get(REGION.name, _NONE)

    @property
    def chains(self) -> JoinedRecords:
        """Rows of chains."""
        return self.kinds.get(CHAIN.name, _NONE)

    @property
    def nodes(self) -> JoinedRecords:
        """Rows of chain nodes."""
        return self.kinds.get(CHAIN_NODE.name, _NONE)

    @property
    def enterprises(self) -> JoinedRecords:
        """Rows of enterprises."""
        return self.kinds.get(ENTERPRISE.name, _NONE)

    @property
    def owners(self) -> JoinedRecords:
        """Rows of owners."""
        return self.kinds.get(OWNER.name, _NONE)

    @property
    def credits(self) -> JoinedRecords:
        """Rows of credit records."""
        return self.kinds.get(CREDIT_RECORD.name, _NONE)

    @property
    def links(self) -> dict[str, JoinedRecords]:
        """Rows of links by the name of their type."""
        return self.kinds

    @property
    def total(self) -> int:
        """How many rows there are to save."""
        return sum(map(len, self.kinds.values()))


def office_records(
    file: OfficeFile, name: str, *, as_of: str, source: str, regions: Regions
) -> OfficeRecords:
    """Lay out what the tables say; they are read as the records are gone through."""
    records = OfficeRecords(source, list(file.rejects))
    defaults = {"source": source, "as_of": as_of}
    seen = Seen()
    for table in file.tables:
        place = f"{name}：{table.title}" if table.title else name
        reading = _Reading(table, place, defaults, regions, records.rejects, seen)
        for kind, part in _parts(reading):
            records.kinds.setdefault(kind, JoinedRecords()).parts.append(part)
    return records


def without_projects(file: OfficeFile, name: str) -> OfficeFile:
    """Leave the tables of signed projects out, and say so."""
    kept = tuple(table for table in file.tables if table.template.name != PROJECTS.name)
    left_out = (
        Reject(name, table.title or PROJECTS.title, "", "", _NOT_ALLOWED)
        for table in file.tables
        if table.template.name == PROJECTS.name
    )
    return OfficeFile(kept, (*file.rejects, *left_out))


_NOT_ALLOWED = message("签约项目只能由会务或管理员导入")


def _parts(reading: _Reading) -> Iterator[tuple[str, TableRecords]]:
    table = reading.table
    headers = {column.name: table.header_of(column) for column in table.template.columns}
    label = LABELS.get(table.template.name)
    if label is not None:
        values_of = partial(node_values, table.template.name, label, reading.defaults)
        yield label.name, TableRecords(reading, values_of, headers)
    if table.template.name == PROJECTS.name:
        values_of = partial(project_values, reading.defaults)
        yield PROJECT, TableRecords(reading, values_of, headers)
    for column in OWNER_COLUMNS.get(table.template.name, ()):
        if table.template.named(column) in table.columns:
            values_of = partial(owner_values, column, reading.defaults)
            yield OWNER.name, TableRecords(reading, values_of, headers)
    for ends in _stated(table):
        fields = {**headers, "start": headers[ends.start], "end": headers[ends.end]}
        yield (
            ends.link.name,
            TableRecords(reading, partial(link_values, ends, reading.defaults), fields),
        )


def _stated(table: Table) -> Iterator[Ends]:
    """List the links that a table can state with the columns that it has."""
    for ends in LINKS.get(table.template.name, ()):
        if table.template.named(ends.end) in table.columns:
            yield ends
