"""Pages of the attendance room."""

from dataclasses import replace

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.attendance import labels, operations, queries
from chainmatch.conference_view import load_whole
from chainmatch.fields import one_line
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.party_rights import find_own_party, find_party_of_actor
from graph.domain.clock import now
from graph.domain.conference.conference import MOST_CAP
from graph.domain.conference.parties import MOST_DELEGATES, Delegate, PartyState
from graph.domain.conference.phases import TAKES_ANSWERS
from graph.errors import BadInput
from graph.exchange.cells import without_controls

LONGEST = 60
LONGEST_ANNOUNCEMENT = 300
SHOWN_DELEGATES = 2


def index(conference: str) -> ResponseReturnValue:
    """List the parties of a conference."""
    shown = queries.list_parties(
        web.store(),
        conference,
        state=request.args.get("state", ""),
        words=request.args.get("q", "").strip()[:LONGEST],
        today=today(),
    )
    return render_template(
        "attendance/index.html",
        shown=shown,
        conference=shown.whole.conference,
        labels=labels,
    )


def add(conference: str) -> ResponseReturnValue:
    """Add enterprises that were found."""
    count = operations.add_enterprises(
        web.store(), **_asked(conference), enterprises=request.form.getlist("enterprise")
    )
    flash(gettext("已添加 %(count)s 家企业。", count=count), "success")
    return _to_index(conference)


def invite(conference: str) -> ResponseReturnValue:
    """Invite those chosen, or everybody not yet invited."""
    chosen = request.form.getlist("party")
    if request.form.get("all"):
        chosen = [each.id for each in load_whole(web.store(), conference).parties]
    count = operations.invite(web.store(), **_asked(conference), party_ids=chosen)
    flash(gettext("已邀请 %(count)s 家企业。", count=count), "success")
    return _to_index(conference)


def announce(conference: str) -> ResponseReturnValue:
    """Tell all who come something."""
    text = without_controls(one_line(request.form.get("text")))[:LONGEST_ANNOUNCEMENT]
    count = operations.announce(web.store(), **_asked(conference), text=text)
    flash(gettext("已通知 %(count)s 家企业。", count=count), "success")
    return _to_index(conference)


def mine(conference: str) -> ResponseReturnValue:
    """Go to one's own party."""
    own = find_party_of_actor(web.store(), current_user.account, conference)
    return redirect(url_for("attendance.party", party_id=own.id))


def party(party_id: str) -> ResponseReturnValue:
    """Show what a party says of itself, to change."""
    return _party_page(party_id)


def answer(party_id: str) -> ResponseReturnValue:
    """Save delegates and when a party can be there."""
    try:
        operations.answer(
            web.store(),
            actor=current_user.account,
            party_id=party_id,
            delegates=_delegates(),
            present=request.form.getlist("present"),
            now=now(),
        )
    except BadInput as error:
        return _party_page(party_id, problem=translate(error))
    flash(gettext("已保存。"), "success")
    return _to_party(party_id)


def state(party_id: str) -> ResponseReturnValue:
    """Confirm, decline or cancel."""
    named = request.form.get("state", "")
    if named not in set(PartyState):
        raise BadInput("请选择是否参会。")
    operations.change_state(
        web.store(),
        actor=current_user.account,
        party_id=party_id,
        state=PartyState(named),
        now=now(),
    )
    return _to_party(party_id)


def place(party_id: str) -> ResponseReturnValue:
    """Put a party into its group and session."""
    own = find_own_party(web.store(), current_user.account, party_id)
    cap = request.form.get("cap", "").strip()
    if cap and not (cap.isdecimal() and int(cap) <= MOST_CAP):
        raise BadInput("会谈上限应是 0 到 %(most)s 的整数。", most=MOST_CAP)
    changed = replace(
        own,
        group=request.form.get("group", ""),
        session=request.form.get("session", ""),
        own_table=request.form.get("own_table", ""),
        owner=_line("owner"),
        cap=int(cap) if cap else None,
    )
    operations.place(web.store(), actor=current_user.account, changed=changed, now=now())
    return _to_party(party_id)


def _asked(conference: str) -> dict:
    return {"actor": current_user.account, "code": conference, "now": now()}


def _line(name: str) -> str:
    return without_controls(one_line(request.form.get(name)))[:LONGEST]


def _delegates() -> list[Delegate]:
    rows = [
        Delegate(*(_line(f"{name}-{number}") for name in ("name", "title", "phone", "email")))
        for number in range(MOST_DELEGATES)
    ]
    return [row for row in rows if row.name]


def _to_index(conference: str) -> ResponseReturnValue:
    return redirect(url_for("attendance.index", conference=conference))


def _to_party(party_id: str) -> ResponseReturnValue:
    return redirect(url_for("attendance.party", party_id=party_id))


def _party_page(party_id: str, problem: str = "") -> ResponseReturnValue:
    account = current_user.account
    own = find_own_party(web.store(), account, party_id)
    whole = load_whole(web.store(), own.conference)
    html = render_template(
        "attendance/party.html",
        party=own,
        whole=whole,
        conference=whole.conference,
        labels=labels,
        problem=problem,
        can_answer=account.can_review or whole.conference.phase in TAKES_ANSWERS,
        places=range(min(MOST_DELEGATES, max(SHOWN_DELEGATES, len(own.delegates) + 1))),
    )
    return html, 422 if problem else 200
