"""The parts of a document as they are read: page, DOCX and PDF walk the same list."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.domain.districts import DistrictMap


@dataclass(frozen=True)
class Heading:
    """The heading of a part."""

    text: str
    kind: str = "heading"


@dataclass(frozen=True)
class Paragraph:
    """Text that people wrote; lines are kept."""

    text: str
    kind: str = "paragraph"


@dataclass(frozen=True)
class Figure:
    """A number with its name, what it is made of, and its change since."""

    name: str
    value: str
    parts: str
    change: str


@dataclass(frozen=True)
class Figures:
    """Numbers in a row."""

    items: tuple[Figure, ...]
    kind: str = "figures"


@dataclass(frozen=True)
class Bar:
    """One bar: its share of the longest, its text; ``tone`` names its colour."""

    name: str
    share: float
    text: str
    tone: str


@dataclass(frozen=True)
class Bars:
    """Bars under a caption."""

    caption: str
    items: tuple[Bar, ...]
    kind: str = "bars"


@dataclass(frozen=True)
class Districts:
    """The schematic map, its names and the way its values are written."""

    caption: str
    value_title: str
    drawn: DistrictMap
    names: Mapping[str, str]
    say: Callable[[int], str]
    kind: str = "districts"


@dataclass(frozen=True)
class Table:
    """Rows of texts; ``numeric`` are the columns of figures, ``codes`` the project of each row.

    ``note`` says what is left out.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: frozenset[int] = frozenset()
    codes: tuple[str, ...] = ()
    note: str = ""
    kind: str = "table"


Part = Heading | Paragraph | Figures | Bars | Districts | Table
