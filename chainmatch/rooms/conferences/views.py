"""Pages of the conferences room."""

from datetime import date, timedelta

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.i18n import translate
from chainmatch.rooms.conferences import labels, operations, queries
from chainmatch.rooms.conferences.forms import ConferenceForm, NewConferenceForm
from graph.domain.clock import now
from graph.domain.conference.conference import Conference
from graph.domain.conference.phases import Phase
from graph.errors import BadInput, ChainMatchError, Conflict
from graph.store.conference import conferences

IN_DAYS = 30
"""A new conference is first thought to be so long from now."""
FIRST_TABLES = 20


def index() -> ResponseReturnValue:
    """List conferences."""
    shown = queries.list_for(web.store(), current_user.account, web.page_number())
    can_make = current_user.account.can_review
    return render_template("conferences/index.html", shown=shown, labels=labels, can_make=can_make)


def new() -> ResponseReturnValue:
    """Take a new conference."""
    day = today() + timedelta(days=IN_DAYS)
    first = Conference(code="", name="")
    form = NewConferenceForm(
        data={**vars(first), "starts_on": day, "ends_on": day, "tables": FIRST_TABLES}
    )
    if not form.validate_on_submit():
        return _form_page(form, None)
    try:
        code = operations.make_conference(
            web.store(),
            actor=current_user.account,
            draft=form.read(first),
            layout=form.layout.data,
            tables=form.tables.data or 1,
            now=now(),
        )
    except (BadInput, Conflict) as error:
        return _form_page(form, None, error)
    return redirect(url_for("conferences.page", conference=code))


def page(conference: str) -> ResponseReturnValue:
    """Show how a conference stands."""
    shown = queries.show_conference(web.store(), current_user.account, conference)
    return render_template(
        "conferences/page.html",
        shown=shown,
        conference=shown.whole.conference,
        labels=labels,
        can_manage=current_user.account.can_review,
    )


def change(conference: str) -> ResponseReturnValue:
    """Change what a conference says."""
    before = conferences.find_conference(web.store(), conference)
    days = {name: date.fromisoformat(getattr(before, name)) for name in ("starts_on", "ends_on")}
    form = ConferenceForm(data={**vars(before), **days})
    if not form.validate_on_submit():
        return _form_page(form, before)
    try:
        operations.change_conference(
            web.store(),
            actor=current_user.account,
            before=before,
            after=form.read(before),
            now=now(),
        )
    except (BadInput, Conflict) as error:
        return _form_page(form, before, error)
    return redirect(url_for("conferences.page", conference=conference))


def phase(conference: str) -> ResponseReturnValue:
    """Go to another phase."""
    named = request.form.get("phase", "")
    if named not in set(Phase):
        raise BadInput("请选择阶段。")
    operations.change_phase(
        web.store(),
        **_asked(conference),
        phase=Phase(named),
        reason=request.form.get("reason", ""),
    )
    return redirect(url_for("conferences.page", conference=conference))


def _asked(conference: str) -> dict:
    return {"actor": current_user.account, "code": conference, "now": now()}


def _form_page(
    form: ConferenceForm, before: Conference | None, error: ChainMatchError | None = None
) -> ResponseReturnValue:
    if isinstance(error, Conflict) and before is not None:
        form.version.data = str(before.version)
    html = render_template(
        "conferences/form.html",
        form=form,
        before=before,
        problem=translate(error) if error else "",
    )
    return html, 422 if form.errors or error else 200
