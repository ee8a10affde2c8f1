"""The quality of the data as programs read it: what the pages show of the latest survey."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Any

from chainmatch.background.map_survey import find_home, find_surveys, show_report
from chainmatch.choosing.cursors import read_cursor
from chainmatch.choosing.source_choice import check_source
from chainmatch.rooms.api import quality_forms as forms
from chainmatch.rooms.api import quality_shapes as shapes
from chainmatch.rooms.api.queries import check_chain
from chainmatch.rooms.api.resources import Context, Slice, cut
from graph.data_quality.rows import (
    COVERED,
    FIGURES,
    FOUND,
    OLD,
    Asked,
    Part,
    iterate,
    months_before,
)
from graph.data_quality.surveying import read_found
from graph.domain.data_quality import SEVERITIES, Report, Rule, Scope
from graph.duplicates.judged import Pair, pairs_by_view
from graph.errors import NotFound
from graph.store import merging
from graph.store.map.search import find_mark

FIRST = 2**53


def list_figures(context: Context, asked: forms.Quality) -> Slice:
    """List the figures of the latest survey, by name. Raises NotFound (chain, source, survey)."""
    scope = _scope(context, asked)
    report = show_report(context.store)
    if report is None:
        raise NotFound("还没有统计过数据质量。请在“数据质量”页统计一次，或等明早自动统计。")
    after = read_cursor(asked.cursor, str, "")
    before = months_before(context.today, asked.months)
    is_current = report.mark == find_mark(context.store)
    found = _figures(report, scope, before, is_current)
    rows = sorted((each for each in found if each.figure > after), key=lambda row: row.figure)
    return cut(rows[: asked.limit + 1], asked.limit, lambda row: row.figure)


def list_rows(context: Context, asked: forms.QualityRows) -> Slice:
    """List the rows behind a figure, by key. Raises NotFound (chain, source)."""
    kind, _, key = asked.figure.value.partition(".")
    wanted = Asked(kind, key, _scope(context, asked), asked.told, asked.months)
    after = read_cursor(asked.cursor, str, "")
    part = Part(limit=asked.limit + 1, after=after)
    told = {"today": context.today, "home": find_home(context.store)}
    rows = [(_key(row), row) for row in iterate(context.store, wanted, **told, part=part)]
    if kind == FOUND:
        rows = sorted(((key, row) for key, row in rows if key > after), key=lambda pair: pair[0])[
            : asked.limit + 1
        ]
    page = cut(rows, asked.limit, lambda pair: pair[0])
    return Slice([_row(row) for _key_of_row, row in page.rows], page.after)


def list_duplicates(context: Context, asked: forms.Duplicates) -> Slice:
    """List proposed pairs, the likeliest first; without a survey those judged by hand."""
    _, survey = find_surveys(context.store)
    candidates = read_found(survey.result).candidates if survey else ()
    pairs = sorted(pairs_by_view(context.store, candidates)[asked.state.value], key=_place)
    after = read_cursor(asked.cursor, tuple[int, str, str], (-1000, "", ""))
    begin = bisect_right(pairs, after, key=_place)
    page = cut(pairs[begin : begin + asked.limit + 1], asked.limit, _place)
    return Slice([_pair(each) for each in page.rows], page.after)


def list_merges(context: Context, asked: forms.Paged) -> Slice:
    """List merges, the latest first."""
    before = read_cursor(asked.cursor, int, FIRST)
    found = merging.list_merges_before(context.store, before, limit=asked.limit + 1)
    page = cut(found, asked.limit, lambda each: each.number)
    return Slice([_merge(each) for each in page.rows], page.after)


def _scope(context: Context, asked: forms.Quality) -> Scope:
    check_chain(context, asked.chain)
    check_source(context.store, asked.source)
    return Scope(asked.source, "" if asked.source else asked.chain)


def _figures(
    report: Report, scope: Scope, before: str, is_current: bool
) -> Iterator[shapes.QualityFigure]:
    end = report.at, is_current
    for key in FIGURES[COVERED]:
        share = report.share(scope, key)
        yield shapes.QualityFigure(f"{COVERED}.{key}", share.told, share.among, None, *end)
    for key in FIGURES[OLD]:
        share = report.old(scope, key, before)
        yield shapes.QualityFigure(f"{OLD}.{key}", share.told, share.among, None, *end)
    for rule in Rule:
        total, severity = report.count(scope, rule), SEVERITIES[rule].value
        yield shapes.QualityFigure(f"{FOUND}.{rule}", total, None, severity, *end)


def _key(row: dict[str, Any]) -> str:
    """Name a row: as the graph does, else by its code, a contradiction by all it says."""
    told = [row.get(name) or "" for name in ("other", "detail")] if "detail" in row else []
    return row.get("key") or "\n".join([row["code"], *told, *(row["sources"] if told else ())])


def _row(row: dict[str, Any]) -> shapes.QualityRow:
    names = {"code": "start", "name": "start_name", "name_en": "start_name_en"}
    names |= {"other": "end", "other_name": "end_name", "other_name_en": "end_name_en"}
    told = {name: row.get(name) or row.get(of_link) or "" for name, of_link in names.items()}
    sources = row.get("sources") or [row["source"]] if row.get("source") else row.get("sources")
    return shapes.QualityRow(
        **told,
        detail=row.get("detail") or "",
        as_of=row.get("as_of") or "",
        sources=tuple(sources or ()),
    )


def _place(pair: Pair) -> tuple[int, str, str]:
    return -pair.candidate.likeness.score, pair.one.code, pair.other.code


def _pair(pair: Pair) -> shapes.DuplicatePair:
    likeness, verdict = pair.candidate.likeness, pair.verdict
    return shapes.DuplicatePair(
        pair.one.code,
        pair.one.name,
        pair.one.name_en,
        pair.other.code,
        pair.other.name,
        pair.other.name_en,
        likeness.score,
        tuple(clue.value for clue in likeness.agreeing),
        tuple(clue.value for clue in likeness.contradicting),
        verdict.by if verdict else "",
        verdict.at if verdict else "",
    )


def _merge(each: merging.Merge) -> shapes.Merge:
    return shapes.Merge(
        each.id,
        each.stays,
        each.stays_name,
        each.stays_name_en,
        each.goes,
        each.goes_name,
        each.goes_name_en,
        each.at,
        each.by,
        not each.stands,
        each.undone_at,
        each.undone_by,
        each.moved,
        each.kept,
    )
