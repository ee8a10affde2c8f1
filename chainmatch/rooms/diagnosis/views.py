"""Pages of the diagnosis room. What is diagnosed stands in the address, so a page can be sent."""

from flask import abort, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from chainmatch import web
from chainmatch.choosing.node_choice import NOTHING, find_named
from chainmatch.formats import today
from chainmatch.rooms.diagnosis import labels, paper, queries, sheets, words
from chainmatch.rooms.diagnosis.queries import Diagnosis, Subject
from graph.domain.diagnosis.figures import Asked
from graph.errors import NotFound
from graph.store.map import chains
from graph.store.map.choices import list_region_choices

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF = "application/pdf"
MOST_ROWS = 10
"""How many rows of a list stand on a page that holds several; each has a page of its own."""


def index() -> ResponseReturnValue:
    """List the chains; find a node to diagnose what stands around it."""
    typed = request.args.get("q", "").strip()[:100]
    found = NOTHING
    if typed:
        found = find_named(web.store(), typed, today=today(), is_staff=True)
    listed = chains.list_summaries(web.store(), at=today(), only_published=False)
    return render_template("diagnosis/index.html", chains=listed, words=typed, found=found)


def page() -> ResponseReturnValue:
    """Show a diagnosis with its nine lists."""
    subject = _subject()
    if subject is None:
        return redirect(url_for("diagnosis.index"))
    shown = queries.show_diagnosis(web.store(), subject)
    return render_template(
        "diagnosis/page.html",
        shown=shown,
        lists=queries.list_nine(web.store(), shown),
        regions=list_region_choices(web.store()),
        labels=labels,
        words=words,
        paper=paper,
        most_rows=MOST_ROWS,
    )


def xlsx() -> ResponseReturnValue:
    """Send the diagnosis as a workbook."""
    shown = _shown()
    file = sheets.workbook_bytes(shown, queries.list_nine(web.store(), shown))
    return send_file(file, XLSX, as_attachment=True, download_name=f"{_file_name(shown)}.xlsx")


def pdf() -> ResponseReturnValue:
    """Send the diagnosis as a PDF."""
    shown = _shown()
    file = paper.write_pdf(shown, queries.list_nine(web.store(), shown))
    return send_file(file, PDF, as_attachment=True, download_name=f"{_file_name(shown)}.pdf")


def rows() -> ResponseReturnValue:
    """Show the rows behind a figure."""
    shown = _shown()
    asked = request.args.get("figure", "")
    if asked not in set(Asked):
        raise NotFound("没有这个指标。")
    among = request.args.get("part") == "among"
    found = queries.show_rows(shown, Asked(asked), among=among, number=web.page_number())
    return render_template(
        "diagnosis/rows.html",
        shown=shown,
        found=found,
        among=among,
        labels=labels,
        words=words,
        paper=paper,
        address_with=web.address_with,
    )


def listed() -> ResponseReturnValue:
    """Show one of the nine lists with all its rows."""
    shown = _shown()
    asked = request.args.get("list", "")
    found = next(
        (each for each in queries.list_nine(web.store(), shown) if each.key == asked), None
    )
    if found is None:
        raise NotFound("没有这张清单。")
    page = web.Page(web.page_number(), queries.ROWS, len(found.rows))
    return render_template("diagnosis/list.html", shown=shown, list=found, page=page, paper=paper)


def node() -> ResponseReturnValue:
    """Show the figures of one node with all rows behind them."""
    shown = _shown()
    each = shown.find(request.args.get("of", ""))
    return render_template(
        "diagnosis/node.html",
        shown=shown,
        each=each,
        near=queries.list_substitutes(web.store(), each.node.code),
        labels=labels,
        words=words,
        paper=paper,
        most_named=queries.ROWS,
    )


def fill() -> ResponseReturnValue:
    """Show who could fill a gap: here, in partner cities, further away."""
    subject = _subject()
    if subject is None:
        return redirect(url_for("diagnosis.index"))
    place = queries.find_place(web.store(), request.args.get("of", "") or subject.node)
    return render_template(
        "diagnosis/fill.html",
        subject=subject,
        node=place,
        tiers=queries.list_fillers(web.store(), subject, place),
        labels=labels,
        words=words,
    )


def _shown() -> Diagnosis:
    """Diagnose what the address asks for; where it asks for nothing, lead to the list."""
    subject = _subject()
    if subject is None:
        abort(redirect(url_for("diagnosis.index")))
    return queries.show_diagnosis(web.store(), subject)


def _subject() -> Subject | None:
    """Read what is asked for; None where neither a chain nor a node is named."""
    chain, node = (request.args.get(name, "").strip() for name in ("chain", "node"))
    if not chain and not node:
        return None
    region = queries.choose_region(web.store(), request.args.get("region", "").strip())
    return Subject(chain, node, region, web.asked_date())


def _file_name(shown: Diagnosis) -> str:
    return f"{paper.title(shown)}-{shown.subject.at.isoformat()}"
