"""The page at the door; what it sends and fetches by script is JSON."""

from flask import Response, current_app, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import generate_csrf

from chainmatch import web
from chainmatch.i18n import gettext
from chainmatch.qr_code import PREFIX
from chainmatch.rooms.arrivals import labels, operations, queries
from chainmatch.rooms.arrivals.operations import Scan
from graph.domain.clock import now
from graph.errors import BadInput

MOST_SCANS = 2000
LONGEST_TOKEN = 60


def page(conference: str) -> ResponseReturnValue:
    """Show the door: scan badges, with or without a network."""
    door = queries.show_door(web.store(), conference)
    return render_template(
        "arrivals/page.html", door=door, conference=door.conference, labels=labels, prefix=PREFIX
    )


def badges(conference: str) -> ResponseReturnValue:
    """Send who is expected and who has come, with what the next form needs to be taken."""
    door = queries.show_door(web.store(), conference)
    answer = jsonify(badges=queries.list_badges(door), csrf=generate_csrf())
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


def worker(conference: str) -> Response:
    """Send the script that opens the page without a network."""
    queries.show_door(web.store(), conference)
    answer = current_app.send_static_file("js/arrivals-worker.js")
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def scans(conference: str) -> ResponseReturnValue:
    """Take what a device has read, perhaps hours ago."""
    sent = request.get_json(silent=True)
    found = sent.get("scans") if isinstance(sent, dict) else None
    if not isinstance(found, list) or len(found) > MOST_SCANS:
        raise BadInput("请求不完整或页面已过期，请刷新后重试。")
    read = [_scan(each) for each in found]
    checked = operations.save_scans(web.store(), **_asked(conference), scans=read)
    return jsonify(checked=len(checked.parties), unknown=checked.unknown)


def scan(conference: str) -> ResponseReturnValue:
    """Take one badge typed or read into the plain form."""
    token = request.form.get("token", "").strip().removeprefix(PREFIX)[:LONGEST_TOKEN]
    checked = operations.save_scans(web.store(), **_asked(conference), scans=[Scan(token)])
    if checked.unknown:
        flash(gettext("名单里没有这张胸卡，没有签到。"), "error")
    else:
        flash(gettext("已签到。"), "success")
    return redirect(url_for("arrivals.page", conference=conference))


def _asked(conference: str) -> dict:
    return {"actor": current_user.account, "code": conference, "now": now()}


def _scan(sent: object) -> Scan:
    values = sent if isinstance(sent, dict) else {}
    token = str(values.get("token", ""))[:LONGEST_TOKEN]
    return Scan(token, operations.read_instant(values.get("at")))
