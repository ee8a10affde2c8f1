"""What a merge did, link by link: read from the record by which it can be undone."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from chainmatch.i18n import gettext, mark, pick
from chainmatch.rooms.duplicates.labels import FATES, TABLES, source_name
from chainmatch.web import Page
from graph.domain.merging.links import Tie
from graph.domain.recommendation import Place
from graph.store import Store, merging
from graph.store.history.changes import ENDS
from graph.store.map.choices import list_region_choices
from graph.store.map.supply_map import name_enterprises, name_nodes

ROWS = 50
HEADER = (
    mark("怎样处理"),
    mark("种类"),
    mark("方向"),
    mark("另一方编码"),
    mark("另一方名称"),
    mark("产品"),
    mark("来源"),
    mark("数据日期"),
    mark("生效日期"),
    mark("失效日期"),
)
OUT, IN = mark("从该企业"), mark("到该企业")


@dataclass(frozen=True)
class Moved:
    """A link of the map; ``fate`` says what became of it, ``is_start`` that it starts at it."""

    fate: str
    tie: Tie
    other: Place


@dataclass(frozen=True)
class Merged:
    """A merge with a page of the links it touched, and how much else by type (see labels.TIES)."""

    merge: merging.Merge
    rows: list[Moved]
    page: Page
    others: Mapping[str, int]


def show_merged(store: Store, merge_id: str, *, number: int) -> Merged:
    """Read a merge and a page of its links. Raises NotFound."""
    merge, links, others = _read(store, merge_id)
    page = Page(number, ROWS, len(links))
    shown = links[page.offset : page.offset + ROWS]
    return Merged(merge, _named(store, shown), page, others)


def stream_links(store: Store, merge_id: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a file. Raises NotFound."""
    _merge, links, _others = _read(store, merge_id)
    return _rows(_named(store, links))


def _rows(links: Sequence[Moved]) -> Iterator[tuple[str, ...]]:
    yield tuple(gettext(name) for name in HEADER)
    for each in links:
        told = each.tie.values
        yield (
            gettext(FATES[each.fate]),
            gettext(TABLES.get(each.tie.type, each.tie.type)),
            gettext(OUT if each.tie.is_start else IN),
            each.other.code,
            pick(each.other.name, each.other.name_en),
            told.get("product") or "",
            source_name(told.get("source") or ""),
            *(told.get(name) or "" for name in ("as_of", "valid_from", "valid_to")),
        )


def _read(
    store: Store, merge_id: str
) -> tuple[merging.Merge, list[tuple[str, Tie]], dict[str, int]]:
    """Return a merge, its links of the map with what became of each, and counts of the rest.

    Who follows or meets whom is not the map's to tell: only how many moved.
    """
    merge, moves = merging.find_merge(store, merge_id), merging.read_moves(store, merge_id)
    fates = [(fate, tie) for fate in FATES for tie in getattr(moves, fate)]
    links = sorted(
        ((fate, tie) for fate, tie in fates if tie.type in ENDS),
        key=lambda pair: (list(FATES).index(pair[0]), pair[1].type, pair[1].version),
    )
    others = Counter(tie.type for tie in moves.moved if tie.type not in ENDS)
    return merge, links, dict(sorted(others.items()))


def _named(store: Store, links: Sequence[tuple[str, Tie]]) -> list[Moved]:
    codes = {tie.other for _fate, tie in links}
    names = {**_regions(store, codes), **name_nodes(store, codes), **name_enterprises(store, codes)}
    return [
        Moved(fate, tie, names.get(tie.other, Place(tie.other, tie.other, "")))
        for fate, tie in links
    ]


def _regions(store: Store, codes: Collection[str]) -> dict[str, Place]:
    return {
        each.code: Place(each.code, each.name, each.name_en)
        for each in list_region_choices(store)
        if each.code in codes
    }
