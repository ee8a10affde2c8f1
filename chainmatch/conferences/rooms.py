"""Pages of halls, themed sessions, groups and slots."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.conference_view import Whole, load_whole
from chainmatch.conferences import labels, operations, queries
from chainmatch.conferences.forms import GroupForm, HallForm, SessionForm
from chainmatch.i18n import gettext
from graph.domain.clock import now
from graph.domain.conference.conference import Hall, PartyGroup, ThemedSession


def rooms(conference: str) -> ResponseReturnValue:
    """Show halls, sessions, groups and slots to change."""
    return _rooms(conference)


def hall(conference: str) -> ResponseReturnValue:
    """Save a hall."""
    form = HallForm()
    if not form.validate():
        return _rooms(conference, form=form)
    saved = Hall(
        form.id.data or "", form.name.data or "", form.prefix.data or "", form.tables.data or 0
    )
    operations.save_hall(web.store(), **_asked(conference), hall=saved)
    return _to_rooms(conference)


def session(conference: str) -> ResponseReturnValue:
    """Save a themed session."""
    form = _session_form(load_whole(web.store(), conference))
    if not form.validate():
        return _rooms(conference, form=form)
    saved = ThemedSession(
        id=form.id.data or "",
        name=form.name.data or "",
        hall=form.hall.data or "",
        chain=form.chain.data or "",
        starts=form.starts.data or "",
        ends=form.ends.data or "",
    )
    operations.save_session(web.store(), **_asked(conference), session=saved)
    return _to_rooms(conference)


def group(conference: str) -> ResponseReturnValue:
    """Save a group."""
    form = GroupForm()
    if not form.validate():
        return _rooms(conference, form=form)
    meets = tuple(form.meets.data or ())
    saved = PartyGroup(form.id.data or "", form.name.data or "", form.cap.data, meets)
    operations.save_group(web.store(), **_asked(conference), group=saved)
    return _to_rooms(conference)


def slots(conference: str) -> ResponseReturnValue:
    """Close and open slots."""
    whole = load_whole(web.store(), conference)
    kept = set(request.form.getlist("open"))
    closed = [each.id for each in whole.slots if each.id not in kept]
    operations.close_slots(web.store(), **_asked(conference), closed=closed)
    return _to_rooms(conference)


def remove(conference: str) -> ResponseReturnValue:
    """Remove a hall, session or group."""
    kind, thing = request.form.get("kind", ""), request.form.get("thing", "")
    operations.remove(web.store(), **_asked(conference), kind=kind, thing=thing)
    return _to_rooms(conference)


def _asked(conference: str) -> dict:
    return {"actor": current_user.account, "code": conference, "now": now()}


def _to_rooms(conference: str) -> ResponseReturnValue:
    return redirect(url_for("conferences.rooms", conference=conference))


def _session_form(whole: Whole) -> SessionForm:
    form = SessionForm()
    form.hall.choices = [(each.id, each.name) for each in whole.halls]
    form.chain.choices = [("", gettext("不限")), *queries.chain_choices(web.store())]
    moments = queries.moment_choices(whole)
    form.starts.choices = [("", gettext("最早")), *moments]
    form.ends.choices = [("", gettext("最晚")), *moments]
    return form


def _rooms(
    conference: str, form: HallForm | SessionForm | GroupForm | None = None
) -> ResponseReturnValue:
    whole = load_whole(web.store(), conference)
    mistakes = [words for errors in (form.errors if form else {}).values() for words in errors]
    html = render_template(
        "conferences/rooms.html",
        whole=whole,
        conference=whole.conference,
        hall_choices=[(each.id, each.name) for each in whole.halls],
        chains=queries.chain_choices(web.store()),
        moments=queries.moment_choices(whole),
        problem="；".join(map(str, mistakes)),
        labels=labels,
    )
    return html, 422 if mistakes else 200
