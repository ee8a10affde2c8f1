"""Pages of the timetables room."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.conference.publishing import publish as publish_timetable
from chainmatch.conference.view import load_whole
from chainmatch.i18n import gettext
from chainmatch.rooms.timetables import labels, operations, queries
from chainmatch.scheduling.repair import Kind
from graph.domain.clock import now
from graph.errors import BadInput

LONGEST_NUMBER = 6


def page(conference: str) -> ResponseReturnValue:
    """Show how the timetable stands."""
    shown = queries.show_timetable(web.store(), conference, number=web.page_number(), now=now())
    return render_template(
        "timetables/page.html", shown=shown, conference=shown.whole.conference, labels=labels
    )


def run(conference: str) -> ResponseReturnValue:
    """Queue a run, or three offers."""
    operations.start(
        web.store(),
        **_asked(conference),
        seconds=_number("seconds"),
        offers=bool(request.form.get("offers")),
        is_gap_aware=bool(request.form.get("gaps")),
    )
    return _back(conference)


def state(conference: str) -> ResponseReturnValue:
    """Show the changing part of a run; when it has ended, the page is loaded anew."""
    shown = load_whole(web.store(), conference)
    last = queries.find_last_run(web.store(), conference, now())
    html = render_template(
        "timetables/run.html", run=last, conference=shown.conference, labels=labels
    )
    is_over = last is None or not last.job.is_live
    return html, {"HX-Refresh": "true"} if is_over else {}


def cancel(conference: str) -> ResponseReturnValue:
    """Stop a run and keep the best so far."""
    job_id = request.form.get("job", "")
    operations.cancel(web.store(), job_id=job_id, code=conference, now=now())
    return _back(conference)


def offer(conference: str) -> ResponseReturnValue:
    """Take one of three offers."""
    kind = request.form.get("kind", "")
    if kind not in set(Kind):
        raise BadInput("请选择一种改法。")
    operations.take_offer(
        web.store(), **_asked(conference), job_id=request.form.get("job", ""), kind=Kind(kind)
    )
    flash(gettext("已采用，时间表有了新的一版。"), "success")
    return _back(conference)


def back(conference: str) -> ResponseReturnValue:
    """Undo, or go back to an older version."""
    operations.roll_back(
        web.store(), **_asked(conference), number=_number("number"), based_on=_number("based_on")
    )
    flash(gettext("已恢复，时间表有了新的一版。"), "success")
    return _back(conference)


def publish(conference: str) -> ResponseReturnValue:
    """Publish the latest version."""
    told = publish_timetable(web.store(), **_asked(conference), number=_number("number"))
    flash(gettext("已公布，并通知了议程有变化的 %(count)s 家企业。", count=told), "success")
    return _back(conference)


def changes(conference: str) -> ResponseReturnValue:
    """Show what changed between two versions."""
    whole = load_whole(web.store(), conference)
    older, newer = (_figure(request.args.get(name, "")) for name in ("from", "to"))
    difference = queries.compare_versions(web.store(), conference, older, newer)
    return render_template(
        "timetables/changes.html",
        whole=whole,
        conference=whole.conference,
        older=older,
        newer=newer,
        difference=difference,
        sort=queries.sorted_meetings,
    )


def _asked(conference: str) -> dict:
    return {"actor": current_user.account, "code": conference, "now": now()}


def _back(conference: str) -> ResponseReturnValue:
    return redirect(url_for("timetables.page", conference=conference))


def _number(name: str) -> int:
    return _figure(request.form.get(name, ""))


def _figure(text: str) -> int:
    if not text.isdecimal() or len(text) > LONGEST_NUMBER:
        raise BadInput("请求不完整或页面已过期，请刷新后重试。")
    return int(text)
