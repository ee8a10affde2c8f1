"""Pages that take parties from a file."""

from flask import render_template, request, send_file
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.attendance import importing, queries
from graph.domain.clock import now
from graph.domain.conference.conference import Conference
from graph.errors import BadInput, NotFound
from graph.store.conference import conferences

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def file(conference: str) -> ResponseReturnValue:
    """Take a file of parties, or send what was left out of one."""
    if request.method == "GET" and request.args.get("rejects"):
        return _rejects(request.args["rejects"])
    found = conferences.find_conference(web.store(), conference)
    given = request.files.get("file")
    if request.method == "GET" or given is None or not given.filename:
        problem = gettext("请选择要导入的文件。") if request.method == "POST" else ""
        return _file_page(found, problem=problem)
    try:
        done = importing.import_parties(
            web.store(),
            web.config().files,
            actor=current_user.account,
            code=conference,
            now=now(),
            name=given.filename,
            stream=given.stream,
            limit_mb=web.config().upload_mb,
        )
    except BadInput as error:
        return _file_page(found, problem=translate(error))
    return _file_page(found, done=done)


def template(conference: str) -> ResponseReturnValue:
    """Send the empty workbook."""
    name = gettext("参会企业模板.xlsx")
    return send_file(queries.template_bytes(), XLSX, as_attachment=True, download_name=name)


def _rejects(sha256: str) -> ResponseReturnValue:
    path = web.config().files / sha256
    if not (len(sha256) == 64 and sha256.isalnum()) or not path.is_file():
        raise NotFound("这次导入没有未导入的行。")
    name = gettext("未导入的参会企业.csv")
    return send_file(path, "text/csv", as_attachment=True, download_name=name)


def _file_page(
    conference: Conference, *, problem: str = "", done: importing.Imported | None = None
) -> ResponseReturnValue:
    html = render_template(
        "attendance/file.html", conference=conference, problem=problem, done=done
    )
    return html, 422 if problem else 200
