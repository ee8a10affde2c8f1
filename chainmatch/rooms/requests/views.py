"""Pages of the requests room."""

from uuid import uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.limits.request_limits import mark_most_open, most_open
from chainmatch.rooms.requests import capping, labels, operations, queries
from chainmatch.rooms.requests.acts import seen, show
from chainmatch.rooms.requests.forms import ChangeForm, LimitForm, RequestForm
from graph.domain.clock import now
from graph.domain.meeting_request import Cited, MeetingRequest, StepKind, Terms
from graph.domain.recommendation import Place
from graph.errors import BadInput, ChainMatchError, Conflict, NotFound
from graph.store.desk import requests


def index() -> ResponseReturnValue:
    """List requests."""
    view, state = request.args.get("view", ""), request.args.get("state", "")
    shown = queries.list_requests(
        web.store(),
        current_user.account,
        view=view if view == "outgoing" else "incoming",
        state=state if state in labels.STATES else "",
        today=today(),
        number=web.page_number(),
    )
    return render_template("requests/index.html", shown=shown, labels=labels, today=today())


def page(request_id: str) -> ResponseReturnValue:
    """Show a request with its steps."""
    return show(request_id)


def new() -> ResponseReturnValue:
    """Ask for a meeting."""
    form = RequestForm(data=None if request.form else _wished())
    if not form.to.data:
        return redirect(url_for("search.page"))
    partner = operations.place_of(web.store(), form.to.data or "")
    if not form.validate_on_submit():
        return _new_page(form, partner)
    try:
        draft = _draft(form, partner)
        operations.ask(web.store(), operations.Act(current_user.account, today(), now()), draft)
    except (BadInput, NotFound, Conflict) as error:
        return _new_page(form, partner, error)
    flash(gettext("对接请求已发出，对方答复后会通知您。"))
    return redirect(url_for("requests.page", request_id=draft.id))


def change(request_id: str) -> ResponseReturnValue:
    """Word a request anew."""
    found = operations.find_visible(web.store(), current_user.account, request_id)
    form = ChangeForm()
    if not form.is_submitted():
        form.fill(found.terms)
        form.version.data = str(found.version)
    if not form.validate_on_submit():
        return _change_page(form, found)
    try:
        act = seen(form)
        operations.take_step(web.store(), act, request_id, StepKind.CHANGED, terms=form.terms)
    except Conflict as error:
        return _change_page(form, found, error)
    flash(gettext("请求已修改，已通知对方。"))
    return redirect(url_for("requests.page", request_id=request_id))


def limit() -> ResponseReturnValue:
    """Change how many requests an enterprise may have open."""
    standing, mark = most_open(web.store()), mark_most_open(web.store())
    form = LimitForm(data={"most": standing, "seen": mark})
    if not form.validate_on_submit():
        return render_template("requests/limit.html", form=form), 422 if form.errors else 200
    act = operations.Act(current_user.account, today(), now())
    try:
        capping.change_limit(web.store(), act, form.most.data or 1, seen=form.seen.data or "")
    except Conflict as error:
        form.seen.data = mark
        words = {"problem": translate(error), "standing": standing}
        return render_template("requests/limit.html", form=form, **words), 422
    flash(gettext("请求上限已保存。"))
    return redirect(url_for("requests.index"))


def _wished() -> dict:
    """Read what the link to the form asks for."""
    rank = request.args.get("rank", "")
    return {
        "id": uuid4().hex,
        "to": request.args.get("to", ""),
        "listing": request.args.get("listing", ""),
        "role": request.args.get("role", ""),
        "ranker": request.args.get("ranker", ""),
        "rank": int(rank) if rank.isdecimal() and len(rank) < 6 else None,
        "way": "online",
    }


def _draft(form: RequestForm, partner: Place) -> MeetingRequest:
    asker = operations.asker_for(web.store(), current_user.account, form.asker.data or "")
    return MeetingRequest(
        form.id.data or "",
        asker,
        partner,
        form.terms,
        listing=Cited(form.listing.data or ""),
        shown=form.shown,
    )


def _new_page(
    form: RequestForm, partner: Place, error: ChainMatchError | None = None
) -> ResponseReturnValue:
    account = current_user.account
    own = "" if account.can_review else account.enterprise
    html = render_template(
        "requests/new.html",
        form=form,
        partner=partner,
        cited=queries.find_cited(web.store(), form.listing.data or "", today()),
        room=queries.room_of(web.store(), own, today()) if own else None,
        standing=requests.find_open_between(web.store(), own, partner.code, today=today()),
        problem=translate(error) if error else "",
        labels=labels,
    )
    return html, 422 if form.errors or error else 200


def _change_page(
    form: ChangeForm, found: MeetingRequest, error: ChainMatchError | None = None
) -> ResponseReturnValue:
    """Show the form; after a conflict with what stands now, which the next try is based on."""
    standing: Terms | None = found.terms if error else None
    if error:
        form.version.data = str(found.version)
    html = render_template(
        "requests/change.html",
        form=form,
        found=found,
        standing=standing,
        problem=translate(error) if error else "",
        labels=labels,
    )
    return html, 409 if error else 422 if form.errors else 200
