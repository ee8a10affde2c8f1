"""The report of a conference."""

import io

from flask import Response, render_template, send_file
from flask.typing import ResponseReturnValue

from chainmatch import web
from chainmatch.documents.fonts import find_font
from chainmatch.documents.pdf_file import pdf_bytes
from chainmatch.formats import local_time, today
from chainmatch.i18n import gettext, pick
from chainmatch.rooms.conference_reports import labels, queries
from chainmatch.rooms.conference_reports.parts import report_parts
from chainmatch.rooms.conference_reports.sheets import report_bytes
from graph.domain.clock import instant_text, now

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"


def page(conference: str) -> ResponseReturnValue:
    """Show what a conference came to."""
    shown = queries.show_report(web.store(), conference, today=today())
    return render_template(
        "conference_reports/page.html",
        shown=shown,
        conference=shown.whole.conference,
        labels=labels,
    )


def sheet(conference: str) -> Response:
    """Send the report as a workbook."""
    shown = queries.show_report(web.store(), conference, today=today())
    name = gettext("会议报告-%(day)s.xlsx", day=shown.whole.conference.starts_on)
    return send_file(report_bytes(shown), XLSX, as_attachment=True, download_name=name)


def pdf(conference: str) -> Response:
    """Send the report as a PDF."""
    shown = queries.show_report(web.store(), conference, today=today())
    held, at = shown.whole.conference, now()
    drawn = pdf_bytes(
        find_font(),
        title=gettext("%(name)s会议报告", name=pick(held.name, held.name_en)),
        subtitle=f"{held.starts_on} · {held.venue} {held.address}".strip(),
        parts=report_parts(shown),
        foot=gettext("数据截至 %(time)s。", time=local_time(instant_text(at))),
        at=at,
    )
    name = gettext("会议报告-%(day)s.pdf", day=held.starts_on)
    return send_file(io.BytesIO(drawn), PDF, as_attachment=True, download_name=name)
