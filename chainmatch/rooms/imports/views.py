"""Pages of the imports room."""

import io
from pathlib import PurePath

from flask import redirect, render_template, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.i18n import current_language, gettext, translate
from chainmatch.rooms.imports import labels, operations, queries
from chainmatch.rooms.imports.forms import ImportForm
from chainmatch.rooms.imports.operations import Upload
from graph.domain.clock import date_text, now
from graph.errors import BadInput, NotFound
from graph.exchange.csv_export import file_name
from graph.exchange.empty_files import csv_bytes
from graph.exchange.templates import OFFICE_TEMPLATES

ROWS = 20
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def index() -> ResponseReturnValue:
    """List past and running imports."""
    store = web.store()
    paged = web.Page(web.page_number(), ROWS, queries.count_imports(store))
    rows = queries.list_imports(store, skip=paged.offset, limit=ROWS, now=now())
    return render_template("imports/index.html", rows=rows, page=paged, labels=labels)


def new() -> ResponseReturnValue:
    """Take a file and queue its import."""
    form = ImportForm()
    if not form.validate_on_submit():
        return _form_page(form)
    upload = Upload(
        form.file.data.filename,
        form.file.data.stream,
        form.chosen_kind,
        date_text(form.as_of.data) if form.as_of.data else "",
    )
    try:
        job = operations.start_import(
            web.store(),
            web.config().files,
            actor=current_user.account,
            upload=upload,
            language=current_language(),
            limit_mb=web.config().upload_mb,
            now=now(),
        )
    except BadInput as error:
        return _form_page(form, problem=translate(error))
    return redirect(url_for("imports.page", job_id=job.id))


def page(job_id: str) -> ResponseReturnValue:
    """Show one import; htmx asks again for the changing part while it runs."""
    shown = queries.find_import(web.store(), job_id, now=now())
    template = "imports/state.html" if web.wants_fragment() else "imports/page.html"
    return render_template(
        template,
        shown=shown,
        labels=labels,
        can_change=operations.can_change(current_user.account, shown.job),
    )


def row(job_id: str) -> ResponseReturnValue:
    """Show one import as a row of the list."""
    shown = queries.find_import(web.store(), job_id, now=now())
    return render_template("imports/row.html", shown=shown, labels=labels)


def cancel(job_id: str) -> ResponseReturnValue:
    """Stop an import."""
    operations.cancel_import(web.store(), actor=current_user.account, job_id=job_id, now=now())
    return redirect(url_for("imports.page", job_id=job_id))


def retry(job_id: str) -> ResponseReturnValue:
    """Run a failed or cancelled import again."""
    operations.retry_import(web.store(), actor=current_user.account, job_id=job_id, now=now())
    return redirect(url_for("imports.page", job_id=job_id))


def rejects(job_id: str) -> ResponseReturnValue:
    """Send the rows that were left out, with the reasons."""
    job = queries.find_import(web.store(), job_id, now=now()).job
    sha256 = job.result.get("rejects")
    path = web.config().files / sha256 if sha256 else None
    if path is None or not path.is_file():
        raise NotFound("这次导入没有未导入的行。")
    name = gettext("未导入的行-%(file)s.csv", file=PurePath(job.params["file"]).stem)
    return send_file(path, "text/csv", as_attachment=True, download_name=name)


def workbook() -> ResponseReturnValue:
    """Send the empty workbook."""
    name = gettext("数据模板.xlsx")
    return send_file(queries.workbook_bytes(), XLSX, as_attachment=True, download_name=name)


def csv_package() -> ResponseReturnValue:
    """Send all empty CSV files in one package."""
    name = gettext("数据模板-CSV.zip")
    return send_file(
        queries.csv_package_bytes(), "application/zip", as_attachment=True, download_name=name
    )


def csv_template(name: str) -> ResponseReturnValue:
    """Send one empty CSV file."""
    template = queries.find_template(name)
    file = io.BytesIO(csv_bytes(template))
    return send_file(file, "text/csv", as_attachment=True, download_name=file_name(template))


def _form_page(form: ImportForm, problem: str = "") -> ResponseReturnValue:
    html = render_template(
        "imports/new.html",
        form=form,
        problem=problem,
        templates=OFFICE_TEMPLATES,
        limit=web.config().upload_mb,
    )
    return html, 422 if form.errors or problem else 200
