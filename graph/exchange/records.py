"""What a source says, as rows of the map, each with the place where it says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

from graph.exchange.rejects import Reject
from graph.schema import Link
from graph.store.bulk.saving import Refused


class Record(NamedTuple):
    """A row to save, and where it stands: file, line (or place in words).

    ``fields`` gives the file's names of the columns, for saying which one is at fault.
    """

    values: Mapping[str, Any]
    file: str
    row: int | str
    fields: Mapping[str, str] = {}

    def reject(self, refused: Refused) -> Reject:
        """Say that the graph did not take this row."""
        name = self.fields.get(refused.field, refused.field)
        value = str(self.values.get(refused.field, ""))
        return Reject(self.file, self.row, name, value, refused.reason)


Records = list[Record]


class Rereadable(Protocol):
    """Records that can be counted, and gone through more than once."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Record]: ...


class Importable(Protocol):
    """What an import saves: records that are held, or read anew each time they are gone through.

    ``rejects`` is complete when all records have been gone through once.
    """

    @property
    def source(self) -> str:
        """The source that says all this."""
        ...

    @property
    def regions(self) -> Rereadable:
        """Rows of regions."""
        ...

    @property
    def chains(self) -> Rereadable:
        """Rows of chains."""
        ...

    @property
    def nodes(self) -> Rereadable:
        """Rows of chain nodes."""
        ...

    @property
    def enterprises(self) -> Rereadable:
        """Rows of enterprises."""
        ...

    @property
    def owners(self) -> Rereadable:
        """Rows of owners."""
        ...

    @property
    def credits(self) -> Rereadable:
        """Rows of credit records."""
        ...

    @property
    def links(self) -> Mapping[str, Rereadable]:
        """Rows of links by the name of their type."""
        ...

    @property
    def rejects(self) -> Sequence[Reject]:
        """What was left out already."""
        ...

    @property
    def total(self) -> int:
        """How many rows there are to save."""
        ...


@dataclass
class MapRecords:
    """All that one import brings, checked as far as that goes without the graph.

    Values hold ``code`` (links: ``start`` and ``end``), ``source`` and the columns of the label or
    link; links are kept by the name of their type.
    """

    source: str
    regions: Records = field(default_factory=list)
    chains: Records = field(default_factory=list)
    nodes: Records = field(default_factory=list)
    enterprises: Records = field(default_factory=list)
    owners: Records = field(default_factory=list)
    credits: Records = field(default_factory=list)
    links: dict[str, Records] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)

    def of_link(self, link: Link) -> Records:
        """Return the list of a link type's rows, to add to."""
        return self.links.setdefault(link.name, [])

    @property
    def total(self) -> int:
        """How many rows there are to save."""
        return sum(len(records) for records in self._all())

    def _all(self) -> Iterator[Records]:
        yield from (self.regions, self.chains, self.nodes, self.enterprises)
        yield from (self.owners, self.credits)
        yield from self.links.values()
