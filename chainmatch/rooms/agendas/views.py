"""Pages of the day and after."""

import io

from flask import flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.conference.party_rights import find_own_party, find_party_of_actor
from chainmatch.conference.published import list_published
from chainmatch.conference.view import load_whole
from chainmatch.fields import one_line
from chainmatch.i18n import gettext
from chainmatch.qr_code import badge_code
from chainmatch.rooms.agendas import labels, operations, queries
from chainmatch.rooms.agendas.calendars import calendar_bytes
from graph.domain.clock import now
from graph.domain.conference.meetings import MeetingState, Outcome
from graph.domain.conference.phases import IS_OUT, TAKES_OUTCOMES
from graph.errors import BadInput
from graph.exchange.cells import without_controls
from graph.exchange.fields.money import parse_wan

LONGEST_NOTE = 500
LONGEST = 60


def mine(conference: str) -> ResponseReturnValue:
    """Go to one's own agenda."""
    own = find_party_of_actor(web.store(), current_user.account, conference)
    return redirect(url_for("agendas.page", party_id=own.id))


def page(party_id: str) -> ResponseReturnValue:
    """Show a party's agenda."""
    party = find_own_party(web.store(), current_user.account, party_id)
    shown = queries.show_agenda(web.store(), party)
    phase = shown.whole.conference.phase
    return render_template(
        "agendas/page.html",
        shown=shown,
        conference=shown.whole.conference,
        labels=labels,
        badge_code=badge_code,
        is_out=phase in IS_OUT and shown.whole.conference.published > 0,
        side="a_later" if phase == "followed_up" else "a",
        can_rate=phase in TAKES_OUTCOMES,
    )


def calendar(party_id: str) -> ResponseReturnValue:
    """Send a party's agenda as a calendar."""
    party = find_own_party(web.store(), current_user.account, party_id)
    whole = load_whole(web.store(), party.conference)
    content = calendar_bytes(whole, party.id, list_published(web.store(), party.conference))
    name = f"{whole.conference.starts_on}.ics"
    return send_file(io.BytesIO(content), "text/calendar", as_attachment=True, download_name=name)


def outcome(party_id: str) -> ResponseReturnValue:
    """Say what came of a meeting."""
    said = request.form.get("outcome", "")
    if said not in set(Outcome):
        raise BadInput("请选择会谈结果。")
    operations.say_outcome(
        web.store(),
        actor=current_user.account,
        party_id=party_id,
        meeting_id=request.form.get("meeting", ""),
        outcome=Outcome(said),
        note=_line("note"),
        now=now(),
    )
    flash(gettext("已保存。"), "success")
    return redirect(url_for("agendas.page", party_id=party_id))


def desk(conference: str) -> ResponseReturnValue:
    """Show who has come and how meetings stand."""
    shown = queries.show_desk(
        web.store(),
        conference,
        slot=request.args.get("slot", ""),
        words=request.args.get("q", "").strip()[:LONGEST],
    )
    return render_template(
        "agendas/desk.html",
        shown=shown,
        conference=shown.whole.conference,
        labels=labels,
        is_on=shown.whole.conference.phase in TAKES_OUTCOMES,
    )


def check_in(conference: str) -> ResponseReturnValue:
    """Check a party in."""
    party_id = request.form.get("party", "")
    operations.check_in(web.store(), **_asked(conference), party_id=party_id)
    return _back(conference)


def meeting(conference: str) -> ResponseReturnValue:
    """Say that a meeting was held or not."""
    state = request.form.get("state", "")
    if state not in set(MeetingState):
        raise BadInput("请选择会谈是否举行。")
    operations.say_state(
        web.store(),
        **_asked(conference),
        meeting_id=request.form.get("meeting", ""),
        state=MeetingState(state),
    )
    return _back(conference)


def project(conference: str) -> ResponseReturnValue:
    """Make a signed project of a meeting."""
    amount = parse_wan(request.form.get("amount", ""))
    code = operations.sign_project(
        web.store(),
        **_asked(conference),
        meeting_id=request.form.get("meeting", ""),
        amount=amount if isinstance(amount, int) else 0,
    )
    flash(gettext("已登记为签约项目。"), "success")
    return redirect(url_for("projects.page", code=code))


def signs(conference: str) -> ResponseReturnValue:
    """Show the signs of all tables, to print."""
    whole = load_whole(web.store(), conference)
    return render_template("agendas/signs.html", whole=whole, conference=whole.conference)


def cards(conference: str) -> ResponseReturnValue:
    """Show name cards of all delegates, to print."""
    whole = load_whole(web.store(), conference)
    return render_template(
        "agendas/cards.html", whole=whole, conference=whole.conference, badge_code=badge_code
    )


def _asked(conference: str) -> dict:
    return {"actor": current_user.account, "code": conference, "now": now()}


def _line(name: str) -> str:
    return without_controls(one_line(request.form.get(name)))[:LONGEST_NOTE]


def _back(conference: str) -> ResponseReturnValue:
    fallback = url_for("agendas.desk", conference=conference)
    return redirect(web.local_path(request.form.get("next"), fallback))
