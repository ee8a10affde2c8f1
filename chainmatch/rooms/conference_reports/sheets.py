"""The report of a conference as a workbook; no cell of it can run as a formula."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook

from chainmatch.i18n import gettext, listed
from chainmatch.rooms.conference_reports.parts import steps
from chainmatch.rooms.conference_reports.queries import Line, Report
from chainmatch.wording.conference_names import MEETING_STATES, OUTCOMES
from graph.domain.conference.meetings import Meeting
from graph.exchange.cells import neutralise, without_controls

Cell = str | int
WAN = 10_000


def report_bytes(report: Report) -> io.BytesIO:
    """Write sheets of meetings, figures, chains, scarce nodes and projects."""
    book = Workbook(write_only=True)
    meetings = [_meeting(report, each) for each in report.meetings]
    _add(book, gettext("会谈"), _header(), (12, 10, 36, 36, 12, 14, 40, 22), meetings)
    _add(book, gettext("概况"), (gettext("指标"), gettext("数值")), (30, 16), _figures(report))
    lines = (gettext("已排"), gettext("已举行"), gettext("意向"), gettext("签约"))
    for title, rows in ((gettext("专场"), report.by_session), (gettext("产业链"), report.by_chain)):
        _add(book, title, (title, *lines), (36, 10, 10, 10, 10), map(_line, rows))
    _add(
        book,
        gettext("补链覆盖"),
        (gettext("稀缺节点"), gettext("参会的生产企业"), gettext("排到会谈"), gettext("已举行")),
        (36, 50, 12, 12),
        ((e.name, listed(e.makers), int(e.is_planned), int(e.is_held)) for e in report.gaps),
    )
    _add(
        book,
        gettext("签约项目"),
        (gettext("项目编号"), gettext("项目"), gettext("金额（万元）")),
        (30, 50, 14),
        ((each.code, each.name, each.total // WAN) for each in report.signed),
    )
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file


def _add(
    book: Workbook,
    title: str,
    header: Sequence[str],
    widths: Sequence[int],
    rows: Iterable[Sequence[Cell]],
) -> None:
    sheet: Any = book.create_sheet(title)
    for place, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFGH"[place]].width = width
    sheet.freeze_panes = "A2"
    for row in (header, *rows):
        sheet.append([_safe(cell) for cell in row])


def _safe(cell: Cell) -> Cell:
    return neutralise(without_controls(cell)) if isinstance(cell, str) else cell


def _header() -> tuple[str, ...]:
    return (
        gettext("时段"),
        gettext("桌子"),
        gettext("一方"),
        gettext("另一方"),
        gettext("状态"),
        gettext("结果"),
        gettext("记录"),
        gettext("签约项目"),
    )


def _meeting(report: Report, meeting: Meeting) -> tuple[str, ...]:
    outcome = report.outcomes.get(meeting.id)
    best = outcome.best if outcome else None
    notes = "；".join(note for _, note in outcome.said.values() if note) if outcome else ""
    return (
        report.whole.time(meeting.slot),
        report.whole.label(meeting.table),
        report.whole.name(meeting.a),
        report.whole.name(meeting.b),
        gettext(MEETING_STATES[meeting.state]),
        gettext(OUTCOMES[best]) if best else "",
        notes,
        outcome.project if outcome else "",
    )


def _figures(report: Report) -> list[tuple[str, int]]:
    return [
        (gettext("参会企业"), len(report.whole.parties)),
        (gettext("签到企业"), report.come),
        *zip(steps(), report.funnel, strict=True),
        (gettext("有人未到"), len([e for e in report.meetings if not e.is_booked])),
        (gettext("已改期"), report.moved),
        (gettext("签约金额（万元）"), report.amount // WAN),
        (gettext("稀缺节点"), len(report.gaps)),
        (gettext("排到会谈的稀缺节点"), sum(each.is_planned for each in report.gaps)),
    ]


def _line(line: Line) -> tuple[Cell, ...]:
    return line.name, line.planned, line.held, line.agreed, line.signed
