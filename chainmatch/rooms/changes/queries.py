"""What the changes room shows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import url_for

from chainmatch.formats import label_of, local_time
from chainmatch.i18n import gettext, mark, pick
from chainmatch.rooms.changes.labels import FIELDS, KINDS, person_name, source_name, value_words
from chainmatch.rooms.changes.wanted import Asked
from chainmatch.web import Page
from chainmatch.wording.map_names import TABLES
from graph.domain.history.change import MapChange
from graph.store import Store
from graph.store.history import changes
from graph.store.history.changes import ENDS
from graph.store.map import choices
from graph.store.map.choices import Choice
from graph.viewing.keeping import keep

ROWS = 50
IN_A_FILE = 2_000
PAGES = {"Enterprise": "enterprises.page", "ChainNode": "chains.node", "Chain": "chains.page"}
HEADER = (
    mark("时间"),
    mark("谁"),
    mark("文件"),
    mark("来源"),
    mark("变更"),
    mark("对象"),
    mark("编码"),
    mark("名称"),
    mark("对方编码"),
    mark("对方名称"),
    mark("字段"),
    mark("变更前"),
    mark("变更后"),
)


@dataclass(frozen=True)
class Field:
    """A field of a change in words."""

    name: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """A change in words; ``start`` and ``end`` lead to the records where they have a page."""

    change: MapChange
    start: str
    start_address: str
    end: str
    end_address: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Shown:
    """A page of the record, and what it can be narrowed to."""

    lines: list[Line]
    page: Page
    people: list[str]
    sources: list[str]
    chains: list[Choice]
    beginning: str
    made_by: Line | None


def list_lines(store: Store, asked: Asked, number: int) -> Shown:
    """List a page of changes, the newest first."""
    wanted = asked.lines
    page = Page(number, ROWS, changes.count_changes(store, wanted))
    found = changes.list_changes(store, wanted, skip=page.offset, limit=ROWS)
    regions = _regions(store)
    made = changes.find_making_run(store, asked.code) if asked.code else None
    return Shown(
        [_line(change, regions) for change in found],
        page,
        *keep(store, "signatures", partial(changes.list_signatures, store)),
        choices.list_chain_choices(store, only_published=False),
        changes.find_beginning(store),
        _line(made, regions) if made else None,
    )


def stream_rows(store: Store, asked: Asked) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a file, one for each field of each change."""
    wanted, regions = asked.lines, _regions(store)
    yield tuple(gettext(name) for name in HEADER)
    after = ""
    while found := changes.list_after(store, wanted, after=after, limit=IN_A_FILE):
        for change in found:
            yield from _rows(_line(change, regions))
        after = found[-1].id


def _rows(line: Line) -> Iterator[tuple[str, ...]]:
    change = line.change
    told = (
        local_time(change.at),
        person_name(change.by),
        change.about,
        source_name(change.source),
        gettext(KINDS[change.kind]),
        label_of(TABLES, change.object),
        change.start,
        line.start,
        change.end,
        line.end,
    )
    for field in line.fields or (Field("", "", ""),):
        yield (*told, field.name, field.before, field.after)


def _line(change: MapChange, regions: Mapping[str, str]) -> Line:
    start, end = ENDS.get(change.object, (change.object, change.object))
    return Line(
        change,
        pick(change.name, change.name_en),
        _address(start, change.start),
        pick(change.end_name, change.end_name_en),
        _address(end, change.end),
        tuple(_run_fields(change) if change.is_run else _fields(change, regions)),
    )


def _fields(change: MapChange, regions: Mapping[str, str]) -> Iterator[Field]:
    for name in change.fields:
        words = [
            regions.get(value, "") if name in {"region", "end"} and isinstance(value, str) else ""
            for value in (change.before.get(name), change.after.get(name))
        ]
        yield Field(
            label_of(FIELDS, name),
            words[0] or value_words(name, change.before.get(name)),
            words[1] or value_words(name, change.after.get(name)),
        )


def _run_fields(change: MapChange) -> Iterator[Field]:
    """Tell the counts of a run: rows of each kind made, changed and unchanged; or removed."""
    for name, counts in change.after.items():
        words = _counted(counts)
        if words:
            yield Field(label_of(TABLES, name), "", words)


def _counted(counts: Any) -> str:
    if isinstance(counts, int):
        return gettext("删除 %(removed)s", removed=f"{counts:,}") if counts else ""
    made, changed, unchanged = (f"{number:,}" for number in counts)
    return gettext(
        "新增 %(created)s，更新 %(changed)s，未变 %(unchanged)s",
        created=made,
        changed=changed,
        unchanged=unchanged,
    )


def _address(label: str, code: str) -> str:
    return url_for(PAGES[label], code=code) if label in PAGES and code else ""


def _regions(store: Store) -> dict[str, str]:
    found = choices.list_region_choices(store)
    return {each.code: pick(each.name, each.name_en) for each in found}
