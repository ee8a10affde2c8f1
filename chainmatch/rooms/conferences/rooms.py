"""Pages of halls, themed sessions, groups and slots."""

from collections.abc import Callable

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.conference.view import Whole, load_whole
from chainmatch.fields import version_field
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.conferences import labels, operations, queries
from chainmatch.rooms.conferences.forms import GroupForm, HallForm, SessionForm
from graph.domain.clock import now
from graph.domain.conference.conference import Hall, PartyGroup, ThemedSession
from graph.errors import Conflict


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
    return _try(conference, operations.save_hall, hall=saved)


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
    return _try(conference, operations.save_session, session=saved)


def group(conference: str) -> ResponseReturnValue:
    """Save a group."""
    form = GroupForm()
    if not form.validate():
        return _rooms(conference, form=form)
    meets = tuple(form.meets.data or ())
    saved = PartyGroup(form.id.data or "", form.name.data or "", form.cap.data, meets)
    return _try(conference, operations.save_group, group=saved)


def slots(conference: str) -> ResponseReturnValue:
    """Close and open slots."""
    whole = load_whole(web.store(), conference)
    kept = set(request.form.getlist("open"))
    closed = [each.id for each in whole.slots if each.id not in kept]
    return _try(conference, operations.close_slots, closed=closed)


def remove(conference: str) -> ResponseReturnValue:
    """Remove a hall, session or group."""
    kind, thing = request.form.get("kind", ""), request.form.get("thing", "")
    return _try(conference, operations.remove, kind=kind, thing=thing)


def _asked(conference: str) -> dict:
    return {
        "actor": current_user.account,
        "code": conference,
        "version": version_field(request.form),
        "now": now(),
    }


def _try(conference: str, act: Callable[..., None], **given: object) -> ResponseReturnValue:
    """Do it and show the rooms; where it cannot be, with the reason and what stands now."""
    try:
        act(web.store(), **_asked(conference), **given)
    except Conflict as error:
        return _rooms(conference, problem=translate(error))
    return _to_rooms(conference)


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
    conference: str, form: HallForm | SessionForm | GroupForm | None = None, problem: str = ""
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
        problem=problem or "；".join(map(str, mistakes)),
        labels=labels,
    )
    return html, 422 if mistakes or problem else 200
