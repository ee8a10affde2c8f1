"""Pages of the exports room."""

from flask import redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.background.asking import can_cancel
from chainmatch.rooms.exports import labels, operations, queries
from chainmatch.rooms.exports.forms import ExportForm
from graph.domain.clock import now
from graph.errors import NotFound


def index() -> ResponseReturnValue:
    """Choose a form; list the latest exports."""
    form = ExportForm()
    if form.validate_on_submit():
        job = operations.start_export(
            web.store(),
            actor=current_user.account,
            form=form.form.data or "",
            at=form.at.data,
            now=now(),
        )
        return redirect(url_for("exports.page", job_id=job.id))
    rows = queries.list_exports(web.store(), web.config().exports, now=now())
    html = render_template("exports/index.html", form=form, rows=rows, labels=labels)
    return html, 422 if form.errors else 200


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
