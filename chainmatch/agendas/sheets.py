"""The report of a conference as a workbook."""

import io
from typing import Any

from openpyxl import Workbook

from chainmatch.agendas.labels import MEETING_STATES, OUTCOMES
from chainmatch.agendas.queries import Report
from chainmatch.i18n import gettext
from graph.exchange.cells import neutralise, without_controls

HEADER_WIDTHS = (12, 10, 36, 36, 12, 14, 40, 22)


def report_bytes(report: Report) -> io.BytesIO:
    """Write one row a meeting in the reader's language; no cell of it can run as a formula."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(gettext("会谈"))
    for place, width in enumerate(HEADER_WIDTHS):
        sheet.column_dimensions["ABCDEFGH"[place]].width = width
    sheet.freeze_panes = "A2"
    sheet.append(
        [
            gettext("时段"),
            gettext("桌子"),
            gettext("一方"),
            gettext("另一方"),
            gettext("状态"),
            gettext("结果"),
            gettext("记录"),
            gettext("签约项目"),
        ]
    )
    for meeting in report.meetings:
        sheet.append([neutralise(without_controls(cell)) for cell in _cells(report, meeting)])
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file


def _cells(report: Report, meeting: Any) -> list[str]:
    outcome = report.outcomes.get(meeting.id)
    best = outcome.best if outcome else None
    notes = "；".join(note for _, note in outcome.said.values() if note) if outcome else ""
    return [
        report.whole.time(meeting.slot),
        report.whole.label(meeting.table),
        report.whole.name(meeting.a),
        report.whole.name(meeting.b),
        gettext(MEETING_STATES[meeting.state]),
        gettext(OUTCOMES[best]) if best else "",
        notes,
        outcome.project if outcome else "",
    ]
