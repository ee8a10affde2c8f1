"""What the differences room shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from chainmatch.choosing.cursors import write_cursor
from chainmatch.formats import label_of, local_midnight
from chainmatch.i18n import gettext, mark, pick
from chainmatch.rooms.differences.labels import FIELDS, TABLES, WAYS, source_name, value_words
from chainmatch.rooms.differences.wanted import Asked
from graph.domain.clock import instant_text
from graph.domain.history.change import EVIDENCE_ONLY, differing
from graph.domain.history.difference import (
    NONE,
    Bar,
    Counts,
    Difference,
    Ground,
    Share,
    Span,
    Way,
    bars,
)
from graph.errors import NotFound
from graph.store import Store
from graph.store.history import differences
from graph.store.history.differences import KINDS, MOST_SHARES, Found
from graph.store.map import chain_nodes, choices
from graph.viewing.keeping import keep

ROWS = 50
HEIGHT = 60
WIDEST = 5.0
HEADER = (
    mark("编码"),
    mark("名称"),
    mark("对方编码"),
    mark("对方名称"),
    mark("来源"),
    mark("变更前"),
    mark("变更后"),
)
SUMMARY_HEADER = (mark("对象"), mark("新增"), mark("消失"), mark("变化"))


@dataclass(frozen=True)
class Drawn:
    """A bar of the chart, in per cent of the width and units of height."""

    bar: Bar
    x: float
    width: float
    came: float
    went: float


@dataclass(frozen=True)
class Shown:
    """A comparison: counts by kind, its chart, its shares, and what was recorded meanwhile."""

    kinds: list[tuple[str, Counts]]
    chart: list[Drawn]
    has_gone: bool
    shares: list[Share]
    more_shares: int
    recorded: list[tuple[str, str, int]]
    recorded_from: str

    @property
    def highest(self) -> int:
        """The most links that came or went within one bar."""
        return max(max(each.bar.came, each.bar.went) for each in self.chart)

    @property
    def is_none(self) -> bool:
        """Whether nothing differs."""
        return not self.kinds


@dataclass(frozen=True)
class Row:
    """A record that differs, in words; ``said`` are fields with before and after."""

    found: Found
    start: str
    end: str
    source: str
    said: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Rows:
    """A page of rows; ``after`` leads to the next one, empty at the end."""

    rows: list[Row]
    after: str


def compare(store: Store, asked: Asked, span: Span) -> Shown:
    """Compare two days; what was counted is kept until the map changes."""
    found = keep(store, ("difference", span), partial(differences.count, store, span))
    shares: Sequence[Share] = ()
    if asked.by:
        key = ("shares", span.one, span.two, asked.by)
        ground = Ground(asked.by)
        shares = keep(store, key, partial(differences.share_out, store, span, ground))
    return Shown(
        [(kind, counts) for kind, counts in _sorted(found) if counts.total],
        draw(bars(found.months)),
        any(went for _, _, went in found.months),
        list(shares[:MOST_SHARES]),
        max(0, len(shares) - MOST_SHARES),
        [] if asked.ground else differences.count_recorded(store, *_instants(span)),
        _next(span.one).isoformat(),
    )


def draw(found: Sequence[Bar]) -> list[Drawn]:
    """Place the bars side by side, the highest HEIGHT units high."""
    if not found:
        return []
    highest = max(max(bar.came, bar.went) for bar in found) or 1
    width = 100 / len(found)
    return [
        Drawn(
            bar,
            round(place * width, 3),
            round(min(width * 0.7, WIDEST), 3),
            round(HEIGHT * bar.came / highest, 2),
            round(HEIGHT * bar.went / highest, 2),
        )
        for place, bar in enumerate(found)
    ]


def list_rows(store: Store, asked: Asked, span: Span) -> Rows:
    """List a page of what differs."""
    told = {"after": asked.after, "limit": ROWS + 1}
    found = differences.list_found(store, span, asked.kind, asked.way, **told)
    page = [_row(each, asked.way) for each in found[:ROWS]]
    return Rows(page, write_cursor(found[ROWS - 1].key) if len(found) > ROWS else "")


def name_group(store: Store, asked: Asked) -> str:
    """Name the chain, region or industry to which a comparison is narrowed. Raises NotFound."""
    if asked.ground is None:
        return ""
    if asked.ground is Ground.INDUSTRY:
        node = chain_nodes.find_node(store, asked.code)
        names = {node.code: pick(node.name, node.name_en)} if node else {}
    elif asked.ground is Ground.CHAIN:
        found = choices.list_chain_choices(store, only_published=False)
        names = {each.code: pick(each.name, each.name_en) for each in found}
    else:
        found = choices.list_region_choices(store)
        names = {each.code: pick(each.name, each.name_en) for each in found}
    if asked.code not in names:
        raise NotFound("图谱里没有编码 %(code)s。", code=asked.code)
    return names[asked.code]


def stream_rows(store: Store, asked: Asked, span: Span) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a file."""
    yield tuple(gettext(name) for name in HEADER)
    for found in differences.stream_found(store, span, asked.kind, asked.way):
        row = _row(found, asked.way)
        texts = [
            gettext("；").join(f"{name}{gettext('：')}{said[place]}" for name, *said in row.said)
            for place in (0, 1)
        ]
        yield found.start, row.start, found.end, row.end, row.source, *texts


def stream_summary(store: Store, asked: Asked, span: Span) -> Iterator[tuple[str | int, ...]]:
    """Yield the rows of a file with all counts; then those by group, where asked for."""
    shown = compare(store, asked, span)
    yield tuple(gettext(name) for name in SUMMARY_HEADER)
    for kind, counts in shown.kinds:
        yield label_of(TABLES, kind), counts.came, counts.went, counts.changed
    for share in shown.shares:
        name = pick(share.name, share.name_en)
        for what, counts in (("企业", share.enterprises), ("关系", share.links)):
            yield f"{name} · {gettext(what)}", counts.came, counts.went, ""


def title(asked: Asked) -> str:
    """Name a list of rows."""
    return f"{label_of(TABLES, asked.kind)} · {gettext(WAYS[asked.way])}"


def _sorted(found: Difference) -> list[tuple[str, Counts]]:
    return [(kind, found.kinds.get(kind, NONE)) for kind in KINDS]


def _row(found: Found, way: Way) -> Row:
    values = found.after or found.before
    told = {*found.before, *found.after} - EVIDENCE_ONLY - {"end"}
    fields = [name for name in FIELDS if name in told]
    old, new = differing(found.before, found.after, fields)
    said = tuple(
        (label_of(FIELDS, name), value_words(name, old[name]), value_words(name, new[name]))
        for name in old
    )
    return Row(
        found,
        pick(found.start_name, found.start_name_en) or found.start,
        pick(found.end_name, found.end_name_en) or found.end,
        source_name(values.get("source") or ""),
        said,
    )


def _instants(span: Span) -> tuple[str, str]:
    """Return from when to when what was recorded lies between the two days' ends."""
    one, two = (instant_text(local_midnight(_next(day))) for day in (span.one, span.two))
    return one, two


def _next(day: str) -> date:
    return date.fromisoformat(day) + timedelta(days=1)
