"""What a search is asked, what it finds, and in what order: the same on any database."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from graph.domain.location import Point

Selection = Mapping["Facet", frozenset[str]]
"""Values chosen in each facet; within a facet one of them is enough."""


class Facet(StrEnum):
    """By what results are narrowed."""

    CHAIN = "chain"
    STAGE = "stage"
    REGION = "region"
    SIZE = "size"
    CERTIFICATION = "certification"


class Tier:
    """How well a word matches, best first; ties are broken by code."""

    EXACT = 0
    PREFIX = 1
    IN_NAME = 2
    PRODUCT = 3
    IN_PRODUCT = 4


@dataclass(frozen=True, slots=True)
class Product:
    """Something an enterprise makes, ``search`` as it may be typed; ``share`` of sales, or 0."""

    code: str
    name: str
    name_en: str = ""
    search: str = ""
    share: float = 0.0

    def is_meant(self, words: tuple[str, ...]) -> bool:
        """Tell whether one of the words occurs in it."""
        return any(needle in f" {self.search} " for needle in needles(words))


@dataclass(frozen=True, slots=True)
class Entry:
    """An enterprise as search knows it.

    ``words`` is written by ``write_words``; ``spellings`` are its names as they may be typed;
    ``facets`` are its values in the order of ``Facet``; ``point`` is where it stands, if told.
    """

    code: str
    name: str
    short_name: str = ""
    name_en: str = ""
    region: str = ""
    words: str = ""
    spellings: tuple[str, ...] = ()
    facets: tuple[tuple[str, ...], ...] = ((), (), (), (), ())
    point: Point | None = None

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Return its values in a facet."""
        return self.facets[PLACES[facet]]


PRODUCT_MARK = "\n"
"""Begins each product in what ``write_words`` writes."""
PLACES = {facet: place for place, facet in enumerate(Facet)}


@dataclass(frozen=True)
class Limits:
    """What results must fulfil besides: all of it that is set.

    ``has`` names kinds of public listings (offer, need), ``owner`` a code or part of a name,
    ``conference`` a code; ``km`` is the distance from the enterprise ``origin`` (a code).
    """

    has: frozenset[str] = frozenset()
    owner: str = ""
    conference: str = ""
    km: int = 0
    origin: str = ""

    def __bool__(self) -> bool:
        return bool(self.has or self.owner or self.conference or self.km)


@dataclass(frozen=True)
class Wanted:
    """A search: ``words`` are folded and all must match; ``node`` leaves only its makers."""

    text: str = ""
    words: tuple[str, ...] = ()
    selection: Selection = field(default_factory=dict)
    node: str = ""
    limits: Limits = Limits()

    @property
    def is_narrowed(self) -> bool:
        """Whether anything besides the words leaves results out."""
        return bool(self.node or self.limits or any(self.selection.values()))


@dataclass(frozen=True)
class Found:
    """All enterprises that match, best first, and what each facet counts among them."""

    entries: tuple[Entry, ...]
    counts: Mapping[Facet, Mapping[str, int]]


def tier_of_name(spellings: Iterable[str], word: str) -> int | None:
    """Tell how a word stands in a name: exactly, at its start, within it, or not at all."""
    best: int | None = None
    for spelling in spellings:
        if spelling == word:
            return Tier.EXACT
        if spelling.startswith(word):
            best = Tier.PREFIX
        elif best is None and word in spelling:
            best = Tier.IN_NAME
    return best


def needles(words: Iterable[str]) -> list[str]:
    """Return what to look for: a Chinese word anywhere, a Latin one at the start of a word."""
    return [f" {word}" if word.isascii() else word for word in words]


def matching(entries: Iterable[Entry], words: tuple[str, ...]) -> list[Entry]:
    """List the entries in which all words occur."""
    found = list(entries)
    for needle in needles(words):
        found = [entry for entry in found if needle in entry.words]
    return found


def write_words(names: str, products: Iterable[Product]) -> str:
    """Write all that an enterprise is found by: a line for its names, one for each product.

    Products come by share, the largest first; the words of a line stand between blanks.
    """
    ordered = sorted(products, key=lambda each: (-each.share, each.code))
    lines = [_line(each) for each in {each.code: each for each in reversed(ordered)}.values()]
    return PRODUCT_MARK.join([f" {names.lower()} ", *reversed(lines)])


def read_products(words: str) -> list[Product]:
    """Read the products back from what ``write_words`` wrote (without their shares)."""
    return [
        Product(code, name, name_en, search.strip())
        for code, name, name_en, search in (
            line.split("\t") for line in words.split(PRODUCT_MARK)[1:]
        )
    ]


def _line(product: Product) -> str:
    texts = (product.code, product.name, product.name_en, f" {product.search.lower()} ")
    return "\t".join(" ".join(text.split()) if text[:1] != " " else text for text in texts)


def rank(entries: Iterable[Entry], words: tuple[str, ...]) -> list[Entry]:
    """Order entries that match: the worst of their words counts, or all words as one name."""
    if not words:
        return sorted(entries, key=lambda entry: entry.code)
    return sorted(entries, key=lambda entry: (tier_of(entry, words), entry.code))


def tier_of(entry: Entry, words: tuple[str, ...]) -> int:
    """Tell how well an entry matches; without words all match alike."""
    return _tier(entry, words) if words else Tier.EXACT


def _tier(entry: Entry, words: tuple[str, ...]) -> int:
    worst = max(_tier_of_word(entry, word) for word in words)
    if len(words) == 1 or worst == Tier.EXACT:
        return worst
    whole = tier_of_name(entry.spellings, " ".join(words))
    return worst if whole is None else min(worst, whole)


def _tier_of_word(entry: Entry, word: str) -> int:
    tier = tier_of_name(entry.spellings, word)
    if tier is not None:
        return tier
    return Tier.PRODUCT if f" {word} " in entry.words else Tier.IN_PRODUCT


def narrow(entries: Iterable[Entry], selection: Selection) -> Found:
    """Keep the entries that pass every facet and count values, each facet without itself."""
    chosen = {facet: values for facet, values in selection.items() if values}
    if not chosen:
        kept = tuple(entries)
        return Found(kept, {facet: _count(kept, facet) for facet in Facet})
    passing: list[Entry] = []
    missed: dict[Facet, list[Entry]] = {facet: [] for facet in chosen}
    for entry in entries:
        failed = [facet for facet in chosen if chosen[facet].isdisjoint(entry.values(facet))]
        if not failed:
            passing.append(entry)
        elif len(failed) == 1:
            missed[failed[0]].append(entry)
    counts = {facet: _count([*passing, *missed.get(facet, ())], facet) for facet in Facet}
    return Found(tuple(passing), counts)


def _count(entries: Iterable[Entry], facet: Facet) -> Mapping[str, int]:
    """Count values, the most frequent first, equal ones by value."""
    place = PLACES[facet]
    counted = Counter(value for entry in entries for value in entry.facets[place])
    return dict(sorted(counted.items(), key=lambda item: (-item[1], item[0])))
