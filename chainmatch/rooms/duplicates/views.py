"""Pages of the duplicates room: candidates, one pair, merges."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.filing.row_files import send_rows
from chainmatch.i18n import translate
from chainmatch.rooms.duplicates import labels, operations, queries
from chainmatch.rooms.duplicates.merged import show_merged, stream_links
from graph.domain.clock import now
from graph.errors import BadInput, Conflict, NotFound
from graph.store import merging


def index() -> ResponseReturnValue:
    """List the likely duplicates of a view."""
    return _index()


def find() -> ResponseReturnValue:
    """Lead to the pair that two names mean, or say what is wrong with them."""
    typed = [request.args.get(name, "").strip()[:200] for name in ("one", "other")]
    if not any(typed):
        return redirect(url_for("duplicates.index"))
    try:
        one, other = queries.find_pair(web.store(), *typed)
    except (BadInput, NotFound) as error:
        return _index(typed, translate(error)), 422
    return redirect(url_for("duplicates.pair", stays=one, goes=other))


def pair() -> ResponseReturnValue:
    """Show two records side by side and what merging them would do."""
    stays, goes = (request.args.get(name, "")[:300] for name in ("stays", "goes"))
    if not stays or not goes:
        return redirect(url_for("duplicates.index"))
    try:
        return _pair(stays, goes)
    except NotFound as error:
        return _done(stays, goes, error)


def judge() -> ResponseReturnValue:
    """Write down that two are not one, or that it is left for later; or take that back."""
    told = [request.form.get(name, "")[:300] for name in ("one", "other")]
    decision = request.form.get("decision", "")
    who = {"actor": current_user.account, "now": now()}
    if decision == "back":
        operations.take_back(web.store(), *told, **who)
    else:
        operations.judge(web.store(), *told, decision, **who)
    return redirect(web.local_path(request.form.get("next"), url_for("duplicates.index")))


def merge() -> ResponseReturnValue:
    """Let the worker merge two records, or say why it cannot be."""
    stays, goes = (request.form.get(name, "")[:300] for name in ("stays", "goes"))
    try:
        job = operations.ask_to_merge(
            web.store(),
            stays=stays,
            goes=goes,
            sides=operations.read_sides(request.form),
            mark=request.form.get("mark", ""),
            actor=current_user.account,
            now=now(),
        )
    except (BadInput, Conflict) as error:
        return _pair(stays, goes, translate(error)), 409
    except NotFound as error:
        return _done(stays, goes, error)
    return redirect(url_for("duplicates.work", job_id=job.id))


def undo(merge_id: str) -> ResponseReturnValue:
    """Let the worker tell two merged records apart again."""
    job = operations.ask_to_undo(web.store(), merge_id, actor=current_user.account, now=now())
    return redirect(url_for("duplicates.work", job_id=job.id))


def merged(merge_id: str) -> ResponseReturnValue:
    """Show what a merge did, link by link."""
    shown = show_merged(web.store(), merge_id, number=web.page_number())
    return render_template("duplicates/merge.html", shown=shown, labels=labels)


def links(merge_id: str, form: str) -> ResponseReturnValue:
    """Send what a merge did, link by link, as CSV or XLSX."""
    return send_rows(stream_links(web.store(), merge_id), "merge-links", form)


def work(job_id: str) -> ResponseReturnValue:
    """Show how a merge goes; htmx asks again until it is done."""
    return render_template(
        "duplicates/state.html" if web.wants_fragment() else "duplicates/work.html",
        working=queries.show_work(web.store(), job_id, now=now()),
        labels=labels,
    )


def _index(typed: list[str] | None = None, problem: str = "") -> str:
    view = queries.check_view(request.args.get("view", "waiting"), labels.VIEWS)
    return render_template(
        "duplicates/index.html",
        shown=queries.list_candidates(web.store(), view, number=web.page_number()),
        typed=typed or ["", ""],
        problem=problem,
        labels=labels,
        can_merge=current_user.account.can_review,
    )


def _done(stays: str, goes: str, error: NotFound) -> ResponseReturnValue:
    """Tell of the merge by which a record of the pair went. Raises the error where none did."""
    done = queries.find_done(web.store(), stays, goes)
    if done is None:
        raise error
    return render_template("duplicates/done.html", done=done), 404


def _pair(stays: str, goes: str, problem: str = "") -> str:
    sides = operations.read_sides(request.form) if request.method == "POST" else {}
    seen = merging.preview(web.store(), stays, goes, sides)
    return render_template(
        "duplicates/pair.html",
        seen=seen,
        choices=queries.list_choices(seen, sides),
        regions=queries.name_regions(web.store(), seen),
        people=queries.list_people(seen),
        verdict=queries.find_verdict(web.store(), stays, goes),
        problem=problem,
        labels=labels,
        can_merge=current_user.account.can_review,
    )
