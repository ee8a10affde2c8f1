"""Pages of the record room."""

from flask import redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.rooms.record import labels, operations, queries
from chainmatch.rooms.record.forms import PeriodForm
from graph.domain.clock import now
from graph.domain.job import JobState
from graph.errors import NotFound


def page() -> ResponseReturnValue:
    """Show what the enterprise did, the latest first."""
    form = PeriodForm(request.args)
    shown = queries.show_record(web.store(), _code(), form.period, number=web.page_number())
    return render_template(
        "record/page.html", shown=shown, period=form.period, labels=labels, own=_own_arguments()
    )


def data() -> ResponseReturnValue:
    """Say what can be taken away, and hand it over once it is packed."""
    code = _code()
    return render_template(
        "record/data.html",
        enterprise=queries.the_enterprise(web.store(), code),
        job=queries.last_export(web.store(), code),
        is_ready=queries.find_package(web.config(), code) is not None,
        states=JobState,
        labels=labels,
        own=_own_arguments(),
    )


def ask() -> ResponseReturnValue:
    """Pack the data anew."""
    operations.ask_for_data(web.store(), actor=current_user.account, enterprise=_code(), now=now())
    return redirect(url_for("record.data", **_own_arguments()))


def download(job_id: str) -> ResponseReturnValue:
    """Send the ZIP of the latest export."""
    code = _code()
    job = queries.last_export(web.store(), code)
    path = queries.find_package(web.config(), code)
    if job is None or job.id != job_id or job.state != JobState.DONE or path is None:
        raise NotFound("没有可下载的数据，请重新打包。")
    name = f"chainmatch-{today().isoformat()}.zip"
    return send_file(path, "application/zip", as_attachment=True, download_name=name)


def _code() -> str:
    return operations.own_code(current_user.account, request.args.get("enterprise", ""))


def _own_arguments() -> dict[str, str]:
    asked = request.args.get("enterprise", "")
    return {"enterprise": asked} if asked else {}
