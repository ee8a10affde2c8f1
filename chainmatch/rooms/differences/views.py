"""Pages of the differences room. A comparison stands in its address, so that it can be sent."""

from datetime import date

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from chainmatch import web
from chainmatch.filing.row_files import send_rows
from chainmatch.formats import today
from chainmatch.map_day import merges_since
from chainmatch.rooms.differences import labels, queries
from chainmatch.rooms.differences.wanted import Asked, before, read_asked
from graph.domain.history.difference import Span
from graph.errors import BadInput
from graph.store.map import choices


def page() -> ResponseReturnValue:
    """Ask for two days and compare them; the comparison itself is fetched by the page."""
    asked, store = _asked(), web.store()
    group, span = queries.name_group(store, asked), asked.span
    is_asked = span and (web.wants_fragment() or "go" in request.args)
    told = {
        "asked": asked,
        "group": group,
        "labels": labels,
        "shown": queries.compare(store, asked, span) if span and is_asked else None,
        "merged": _merged(asked),
    }
    if web.wants_fragment():
        return render_template("differences/found.html", **told)
    return render_template(
        "differences/page.html",
        **told,
        chains=choices.list_chain_choices(store, only_published=False),
        regions=choices.list_region_choices(store),
        periods={words: before(today(), days) for days, words in labels.PERIODS.items()},
        address_with=web.address_with,
    )


def summary(form: str) -> ResponseReturnValue:
    """Send the counts as CSV or XLSX."""
    asked, span = _compared()
    return send_rows(queries.stream_summary(web.store(), asked, span), "map-differences", form)


def rows() -> ResponseReturnValue:
    """List what came, went or changed of one kind."""
    asked = _asked()
    if asked.span is None:
        return redirect(url_for("differences.page"))
    return render_template(
        "differences/rows.html",
        asked=asked,
        span=asked.span,
        group=queries.name_group(web.store(), asked),
        title=queries.title(asked),
        shown=queries.list_rows(web.store(), asked, asked.span),
        merged=_merged(asked),
        labels=labels,
        address_with=web.address_with,
    )


def table(form: str) -> ResponseReturnValue:
    """Send all that came, went or changed of one kind as CSV or XLSX."""
    asked, span = _compared()
    name = f"map-{asked.kind.lower()}-{asked.way}"
    return send_rows(queries.stream_rows(web.store(), asked, span), name, form)


def _asked() -> Asked:
    return read_asked(request.args, today=today())


def _merged(asked: Asked) -> int:
    """Count what the earlier day shows as one with others, because it was merged later."""
    return merges_since(date.fromisoformat(asked.span.one)) if asked.span else 0


def _compared() -> tuple[Asked, Span]:
    asked = _asked()
    if asked.span is None:
        raise BadInput("请先选择两个日期。")
    return asked, asked.span
