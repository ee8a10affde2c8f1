"""What is asked of a search and what it answers."""

from dataclasses import dataclass, field
from enum import StrEnum

from graph.domain.enterprise import Enterprise

PAGE_SIZE = 20


class FacetName(StrEnum):
    """By what results can be narrowed: 产业链, 环节, 地区, 规模, 资质."""

    CHAIN = "chain"
    STAGE = "stage"
    REGION = "region"
    SIZE = "size"
    CERTIFICATION = "certification"


@dataclass(frozen=True)
class SearchWish:
    """What is looked for.

    ``text`` is as typed; an empty one stands for everybody. ``chosen`` holds the values ticked in
    each facet: one of them must hold in every facet that has any. ``node`` is the code of a
    product or chain node at which the enterprises must stand, or empty. ``skip`` and ``limit``
    choose a page.
    """

    text: str = ""
    chosen: dict[FacetName, tuple[str, ...]] = field(default_factory=dict)
    node: str = ""
    skip: int = 0
    limit: int = PAGE_SIZE


@dataclass(frozen=True)
class Named:
    """A record by its code, with its names."""

    code: str
    name: str
    name_en: str = ""


@dataclass(frozen=True)
class FacetValue:
    """A value of a facet and how many results have it; ``depth`` is its place in a tree, from 0.

    ``name`` is empty where the value is its own name (a certificate) or is told by labels.
    """

    value: str
    count: int
    name: str = ""
    name_en: str = ""
    chosen: bool = False
    depth: int = 0


@dataclass(frozen=True)
class Facet:
    """The values that results have, most frequent first (regions: as a tree).

    Counts heed what is chosen in the other facets, not in this one.
    """

    name: FacetName
    values: tuple[FacetValue, ...]


@dataclass(frozen=True)
class Hit:
    """An enterprise found, ``score`` from 0 to 1; ``products`` are those that matched.

    Where the words met its name only, ``products`` are its main ones. ``chains`` and ``stages``
    are those of all it makes.
    """

    enterprise: Enterprise
    score: float
    district: Named | None = None
    products: tuple[Named, ...] = ()
    chains: tuple[Named, ...] = ()
    stages: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceHit:
    """A product, chain node or chain found, and how many enterprises stand there."""

    code: str
    name: str
    name_en: str = ""
    enterprises: int = 0


@dataclass(frozen=True)
class Suggestion:
    """A name near to what was typed, and how near: ``score`` from 0 to 1."""

    text: str
    score: float


@dataclass(frozen=True)
class SearchAnswer:
    """A page of enterprises of ``total``, best first, and what else was found.

    ``words`` are those looked for, as normalised, to be marked in names. ``is_relaxed`` tells that
    no enterprise has all words, so that those with some of them are shown. ``suggestions`` are
    given where nothing was found at all. ``node`` names the node asked for.
    """

    total: int = 0
    hits: tuple[Hit, ...] = ()
    facets: tuple[Facet, ...] = ()
    nodes: tuple[PlaceHit, ...] = ()
    chains: tuple[PlaceHit, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    words: tuple[str, ...] = ()
    is_relaxed: bool = False
    node: Named | None = None


@dataclass(frozen=True)
class Completion:
    """What to offer while somebody types: the best of each kind."""

    enterprises: tuple[Hit, ...] = ()
    nodes: tuple[PlaceHit, ...] = ()
    chains: tuple[PlaceHit, ...] = ()
    words: tuple[str, ...] = ()
