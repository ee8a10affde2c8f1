"""Enterprises as programs read them: by code, and as a search finds them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date

from chainmatch.choosing.cursors import read_cursor
from chainmatch.choosing.region_choice import check_region
from chainmatch.choosing.removed import removal_of
from chainmatch.choosing.search_form import clean
from chainmatch.choosing.search_scope import check_scope
from chainmatch.map_day import end_of
from chainmatch.rooms.api import forms, shapes
from chainmatch.rooms.api.queries import check_chain, hidden_chains
from chainmatch.rooms.api.resources import Context, Slice, cut
from graph.domain.clock import date_text
from graph.domain.enterprise import Enterprise
from graph.domain.search import Entry, Facet, Limits, Wanted
from graph.errors import NotFound
from graph.schema import ENTERPRISE
from graph.search import distances, find_products, place_in_order, read_words, search
from graph.search.table import find_table
from graph.store.bulk import map_pages
from graph.store.history.past import enterprises_as_of


def list_enterprises(context: Context, asked: forms.Enterprises) -> Slice:
    """List enterprises by code. Raises NotFound (the chain, the region)."""
    check_chain(context, asked.chain)
    wanted = Wanted(selection=_selection(asked), node=clean(asked.node))
    found = search(context.store, wanted, at=date_text(context.today)).entries
    if not found:
        check_region(context.store, clean(asked.region))
    entries = sorted(found, key=lambda entry: entry.code)
    after = read_cursor(asked.cursor, str, "")
    begin = bisect_right(entries, after, key=lambda entry: entry.code) if after else 0
    page = cut(entries[begin : begin + asked.limit + 1], asked.limit, lambda entry: entry.code)
    return Slice(_enterprises(context, page.rows), page.after)


def show_enterprise(context: Context, asked: forms.Dated, code: str) -> shapes.Enterprise:
    """Show one enterprise. Raises NotFound.

    Its chains and stages are those of today.
    """
    entry = find_table(context.store).entries.get(code)
    found = _enterprises(context, [entry or Entry(code, "")], asked.at)
    if not found:
        raise removal_of(context.store, ENTERPRISE, code) or NotFound(
            "没有编码为 %(code)s 的企业。", code=code
        )
    return found[0]


def search_enterprises(context: Context, asked: forms.Search) -> Slice:
    """Find enterprises, best first.

    Raises NotFound (the chain, the region), Forbidden (the conference).
    """
    check_chain(context, asked.chain)
    wanted = _wanted(context, asked)
    check_scope(context.store, wanted.limits, context.actor)
    entries = search(context.store, wanted, at=date_text(context.today)).entries
    if not entries:
        check_region(context.store, clean(asked.region))
    places = place_in_order(context.store, wanted, entries)
    after = read_cursor(asked.cursor, tuple[float, str], (-1.0, ""))
    begin = bisect_right(places, after)
    ranked = list(zip(places, entries, strict=True))[begin : begin + asked.limit + 1]
    page = cut(ranked, asked.limit, lambda pair: pair[0])
    return Slice(_hits(context, wanted, [entry for _place, entry in page.rows]), page.after)


def _selection(asked: forms.Enterprises) -> dict[Facet, frozenset[str]]:
    told = {
        Facet.CHAIN: [asked.chain],
        Facet.STAGE: [asked.stage or ""],
        Facet.REGION: [clean(asked.region)],
        Facet.SIZE: [asked.size or ""],
        Facet.CERTIFICATION: map(clean, asked.certification),
    }
    kept = {facet: frozenset(filter(None, values)) for facet, values in told.items()}
    return {facet: values for facet, values in kept.items() if values}


def _wanted(context: Context, asked: forms.Search) -> Wanted:
    text = clean(asked.q)
    origin = clean(asked.origin) or context.actor.enterprise
    km = asked.km if asked.km and origin else 0
    limits = Limits(
        has=frozenset([asked.has.value] if asked.has else ()),
        owner=clean(asked.owner),
        conference=clean(asked.conference),
        km=km,
        origin=origin if km else "",
    )
    return Wanted(text, read_words(text), _selection(asked), clean(asked.node), limits)


def _enterprises(
    context: Context, entries: Sequence[Entry], at: date | None = None
) -> list[shapes.Enterprise]:
    by_code = {entry.code: entry for entry in entries}
    hidden = _hidden(context, entries)
    found = map_pages.list_enterprises(context.store, list(by_code))
    then = enterprises_as_of(context.store, found, end_of(at or context.today))
    return [_enterprise(each, by_code[each.code], hidden) for each in then]


def _enterprise(each: Enterprise, entry: Entry, hidden: set[str]) -> shapes.Enterprise:
    return shapes.Enterprise(
        **vars(each), chains=_shown(entry, hidden), stages=entry.values(Facet.STAGE)
    )


def _hits(context: Context, wanted: Wanted, entries: Sequence[Entry]) -> list[shapes.Hit]:
    products = find_products(context.store, [each.code for each in entries], wanted.words)
    far = distances(context.store, entries, wanted.limits.origin)
    hidden = _hidden(context, entries)
    return [
        shapes.Hit(
            each.code,
            each.name,
            each.short_name,
            each.name_en,
            each.region,
            next(iter(each.values(Facet.SIZE)), ""),
            each.values(Facet.CERTIFICATION),
            _shown(each, hidden),
            each.values(Facet.STAGE),
            tuple(product.name for product in products[each.code].products),
            round(far[each.code].km, 3) if each.code in far else None,
        )
        for each in entries
    ]


def _hidden(context: Context, entries: Iterable[Entry]) -> set[str]:
    return hidden_chains(context, {code for each in entries for code in each.values(Facet.CHAIN)})


def _shown(entry: Entry, hidden: set[str]) -> tuple[str, ...]:
    return tuple(code for code in entry.values(Facet.CHAIN) if code not in hidden)
