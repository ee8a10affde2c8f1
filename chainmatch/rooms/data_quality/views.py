"""Pages of the data-quality room. What is looked at stands in the address, so it can be sent."""

from flask import Response, redirect, render_template, request, stream_with_context, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.background.asking import can_cancel
from chainmatch.background.map_survey import BY
from chainmatch.formats import today
from chainmatch.rooms.data_quality import files, labels, operations, queries
from graph.data_quality.rows import COVERED, FOUND, OLD, Asked
from graph.domain.clock import now
from graph.domain.data_quality import OF_NODES, SEVERITIES, Scope
from graph.errors import NotFound
from graph.store.map.choices import list_chain_choices
from graph.store.soundness import coverage


def index() -> ResponseReturnValue:
    """Show all figures of the latest survey for one scope."""
    asked = _asked()
    shown = queries.show_overview(web.store(), now())
    return render_template(
        "data_quality/index.html",
        shown=shown,
        asked=asked,
        before=asked.before(today()),
        chains=list_chain_choices(web.store(), only_published=False),
        labels=labels,
        rules=queries.order_rules(shown.report, asked.scope),
        severities=SEVERITIES,
        measures=coverage,
        can_cancel=can_cancel,
        by_itself=BY,
    )


def rows() -> ResponseReturnValue:
    """Show the rows behind a figure."""
    asked = _asked()
    if not asked.kind:
        return redirect(url_for("data_quality.index"))
    if not asked.is_measured:
        raise NotFound("没有这个指标。")
    found = queries.show_rows(web.store(), asked, today=today(), number=web.page_number())
    return render_template(
        "data_quality/rows.html",
        found=found,
        asked=asked,
        before=asked.before(today()),
        chains=list_chain_choices(web.store(), only_published=False),
        labels=labels,
        of_nodes=asked.key in (*coverage.NODES, *OF_NODES),
        severities=SEVERITIES,
        form_address=lambda form: url_for("data_quality.file", form=form, **request.args),
    )


def file(form: str) -> ResponseReturnValue:
    """Send all rows behind a figure as CSV or XLSX."""
    asked = _asked()
    if form not in files.TYPES:
        raise NotFound("没有这种文件。")
    if not asked.is_measured:
        raise NotFound("没有这个指标。")
    told = queries.iterate(web.store(), asked, today=today())
    if form == "csv":
        answer = Response(stream_with_context(files.write_csv(told)), mimetype=files.TYPES[form])
    else:
        answer = Response(files.write_xlsx(told), mimetype=files.TYPES[form])
    answer.headers.set("Content-Disposition", "attachment", filename=f"{asked.key}.{form}")
    return answer


def start() -> ResponseReturnValue:
    """Survey the whole map in the background."""
    operations.start_survey(web.store(), actor=current_user.account, now=now())
    return redirect(url_for("data_quality.index"))


def state() -> ResponseReturnValue:
    """Show how far a survey is; htmx asks again until it is done."""
    shown = queries.show_overview(web.store(), now())
    if not web.wants_fragment():
        return redirect(url_for("data_quality.index"))
    told = {"shown": shown, "labels": labels, "by_itself": BY, "is_told": True}
    return render_template("data_quality/state.html", **told)


def cancel(job_id: str) -> ResponseReturnValue:
    """Stop a survey."""
    operations.cancel_survey(web.store(), actor=current_user.account, job_id=job_id, now=now())
    return redirect(url_for("data_quality.index"))


def _asked() -> Asked:
    told = request.args
    kind = next((name for name in (COVERED, OLD, FOUND) if told.get(name)), "")
    source, chain = told.get("source", "")[:200], told.get("chain", "")[:200]
    queries.check_scope(web.store(), source, chain)
    return Asked(
        kind,
        told.get(kind, "")[:60],
        Scope(source, "" if source else chain),
        told.get("told") == "1",
        queries.read_months(told.get("months", "").strip()),
    )
