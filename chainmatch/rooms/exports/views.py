"""Pages of the exports room."""

from flask import redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.background.asking import can_cancel
from chainmatch.formats import today
from chainmatch.i18n import translate
from chainmatch.rooms.exports import labels, operations, queries
from chainmatch.rooms.exports.forms import ExportForm
from chainmatch.rooms.exports.parts import MapPart, find_part
from graph.domain.clock import now
from graph.errors import BadInput, NotFound


def index() -> ResponseReturnValue:
    """Choose a form, for the map or the view that was come from; list the latest exports."""
    asked = web.asked_date() if request.args.get("at") else None
    form = ExportForm(view=request.args.get("view", ""), at=asked)
    is_whole = form.validate_on_submit()
    part = _part(form)
    if is_whole and not form.view.errors:
        job = operations.start_export(
            web.store(),
            actor=current_user.account,
            form=form.form.data or "",
            at=form.at.data,
            part=part,
            now=now(),
        )
        return redirect(url_for("exports.page", job_id=job.id))
    rows = queries.list_exports(web.store(), web.config().exports, now=now())
    html = render_template("exports/index.html", form=form, part=part, rows=rows, labels=labels)
    return html, 422 if form.errors else 200


def _part(form: ExportForm) -> MapPart | None:
    state, at = form.view.data or "", form.at.data or today()
    try:
        return find_part(web.store(), state, at=at, today=today())
    except (BadInput, NotFound) as error:
        form.view.errors = [translate(error)]
        return None


def page(job_id: str) -> ResponseReturnValue:
    """Show one export; htmx asks again for the changing part while it is written."""
    shown = queries.show_export(web.store(), web.config().exports, job_id, now=now())
    return render_template(
        "exports/state.html" if web.wants_fragment() else "exports/page.html",
        shown=shown,
        labels=labels,
        can_cancel=can_cancel(current_user.account, shown.job),
    )


def file(job_id: str) -> ResponseReturnValue:
    """Send what was written."""
    job = operations.find_export(web.store(), job_id)
    path = operations.written_file(web.config().exports, job)
    if not path.is_file():
        raise NotFound("文件已过期清除，请重新导出。")
    return send_file(path, as_attachment=True, download_name=path.name)


def cancel(job_id: str) -> ResponseReturnValue:
    """Stop an export."""
    operations.cancel_export(web.store(), actor=current_user.account, job_id=job_id, now=now())
    return redirect(url_for("exports.page", job_id=job_id))
