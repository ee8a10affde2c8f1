"""What the pages of the search room show."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from chainmatch.rooms.search.bounds import Bounds, find_bounds
from chainmatch.rooms.search.filters import Filter, find_filters
from chainmatch.rooms.search.visible import counting, visible_chains, within
from chainmatch.web import Page
from graph.domain.account import Account
from graph.domain.chain import ChainNode
from graph.domain.recommendation import Place
from graph.domain.search import Entry, Facet, Wanted
from graph.search import (
    Distance,
    Group,
    Result,
    Shown,
    distances,
    find_group,
    find_products,
    search,
    suggest,
)
from graph.store import Store
from graph.store.map import chain_nodes
from graph.store.map.profiles import list_region_names

PAGE_SIZE = 20
OPTIONS = 6
NO_BOUNDS = Bounds()
OPTION_NODES = 5
OPTION_CHAINS = 3


@dataclass(frozen=True)
class Row:
    """An enterprise found, with where it lies and what it makes that matches."""

    entry: Entry
    district: Place | None
    products: Shown
    chains: tuple[Place, ...]
    distance: Distance | None = None

    @property
    def size(self) -> str:
        """Its size class, or an empty text."""
        return next(iter(self.entry.values(Facet.SIZE)), "")

    @property
    def certifications(self) -> tuple[str, ...]:
        """Its certificates and titles."""
        return self.entry.values(Facet.CERTIFICATION)

    @property
    def stages(self) -> tuple[str, ...]:
        """Stages of what it makes."""
        return self.entry.values(Facet.STAGE)


@dataclass(frozen=True)
class SearchPage:
    """One page of a search and what stands around it.

    ``dropped`` are words without which something was found; ``is_filtered_out`` tells that the
    words find enterprises, but the filters leave none. ``suggestions`` are names near to words
    that nothing has.
    """

    result: Result
    page: Page
    rows: tuple[Row, ...]
    filters: tuple[Filter, ...]
    group: Group
    chain_counts: Mapping[str, int]
    node: ChainNode | None = None
    dropped: tuple[str, ...] = ()
    is_filtered_out: bool = False
    suggestions: tuple[Place, ...] = ()
    bounds: Bounds = NO_BOUNDS


@dataclass(frozen=True)
class Options:
    """What is offered while somebody types."""

    wanted: Wanted
    rows: tuple[Row, ...]
    group: Group
    total: int = 0


def find_page(store: Store, wanted: Wanted, number: int, *, at: str, viewer: Account) -> SearchPage:
    """Search and return the page asked for, or the last. Raises Forbidden (the conference)."""
    bounds = find_bounds(store, wanted.limits, viewer)
    chains = visible_chains(store, viewer)
    wanted = within(wanted, chains)
    result = search(store, wanted, at=at)
    is_filtered_out = not result.entries and wanted.is_narrowed and _finds(store, wanted, at=at)
    dropped: tuple[str, ...] = ()
    if not result.entries and not is_filtered_out:
        result, dropped = _with_fewer_words(store, result, at=at)
    page = _page(number, len(result.entries))
    result = counting(result, chains)
    names = {**chains, **_regions(store, result)}
    group = find_group(store, wanted.words, only_published=not viewer.sees_drafts)
    is_unknown = not (result.entries or is_filtered_out or group)
    return SearchPage(
        result=result,
        page=page,
        rows=_rows(store, result, page, names),
        filters=find_filters(result, names),
        group=group,
        chain_counts=search(store, Wanted(), at=at).counts[Facet.CHAIN] if group.chains else {},
        node=chain_nodes.find_node(store, wanted.node) if wanted.node else None,
        dropped=dropped,
        is_filtered_out=is_filtered_out,
        suggestions=tuple(suggest(store, wanted.words)) if is_unknown else (),
        bounds=bounds,
    )


def find_options(store: Store, wanted: Wanted, *, at: str, viewer: Account) -> Options:
    """Return the best few of each kind; nothing for a text without a word."""
    if not wanted.words:
        return Options(wanted, (), Group((), ()))
    words_only = Wanted(wanted.text, wanted.words)
    result = search(store, words_only, at=at)
    group = find_group(store, wanted.words, only_published=not viewer.sees_drafts)
    best = Page(1, OPTIONS, len(result.entries))
    regions = {entry.region for entry in result.entries[:OPTIONS] if entry.region}
    return Options(
        wanted,
        _rows(store, result, best, list_region_names(store, sorted(regions))),
        Group(group.nodes[:OPTION_NODES], group.chains[:OPTION_CHAINS]),
        len(result.entries),
    )


def _finds(store: Store, wanted: Wanted, *, at: str) -> bool:
    return bool(search(store, Wanted(wanted.text, wanted.words), at=at).entries)


def _with_fewer_words(store: Store, nothing: Result, *, at: str) -> tuple[Result, tuple[str, ...]]:
    """Of several words that nobody has together, keep the one that the fewest have."""
    words = nothing.wanted.words
    if len(words) < 2:
        return nothing, ()
    alone = [search(store, replace(nothing.wanted, words=(word,)), at=at) for word in words]
    found = [result for result in alone if result.entries]
    if not found:
        return nothing, ()
    best = min(found, key=lambda result: len(result.entries))
    return best, tuple(word for word in words if word not in best.wanted.words)


def _page(number: int, total: int) -> Page:
    """Return the page asked for, or the last."""
    return Page(number, PAGE_SIZE, total)


def _rows(store: Store, result: Result, page: Page, names: Mapping[str, Place]) -> tuple[Row, ...]:
    entries = result.entries[page.offset : page.offset + page.size]
    products = find_products(store, [entry.code for entry in entries], result.wanted.words)
    far = distances(store, entries, result.wanted.limits.origin)
    return tuple(
        Row(
            entry,
            names.get(entry.region),
            products[entry.code],
            tuple(names[code] for code in entry.values(Facet.CHAIN) if code in names),
            far.get(entry.code),
        )
        for entry in entries
    )


def _regions(store: Store, result: Result) -> dict[str, Place]:
    """Return the regions that filters and results name, by code."""
    chosen = result.wanted.selection.get(Facet.REGION, ())
    return list_region_names(store, sorted({*result.counts[Facet.REGION], *chosen}))
