"""Pages of the attendance room."""

from dataclasses import replace

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.conference.party_rights import find_own_party, find_party_of_actor
from chainmatch.conference.view import Whole, load_whole
from chainmatch.fields import one_line, version_field
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.attendance import labels, operations, queries
from graph.domain.clock import now
from graph.domain.conference.conference import MOST_CAP
from graph.domain.conference.parties import MOST_DELEGATES, Delegate, Party, PartyState
from graph.domain.conference.phases import TAKES_ANSWERS
from graph.errors import BadInput, ChainMatchError, Conflict
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
            version=version_field(request.form),
            delegates=_delegates(),
            present=request.form.getlist("present"),
            now=now(),
        )
    except (BadInput, Conflict) as error:
        return _party_page(party_id, error, is_answer=True)
    flash(gettext("已保存。"), "success")
    return _to_party(party_id)


def state(party_id: str) -> ResponseReturnValue:
    """Confirm, decline or cancel."""
    named = request.form.get("state", "")
    if named not in set(PartyState):
        raise BadInput("请选择是否参会。")
    try:
        operations.change_state(
            web.store(),
            actor=current_user.account,
            party_id=party_id,
            version=version_field(request.form),
            state=PartyState(named),
            now=now(),
        )
    except Conflict as error:
        return _party_page(party_id, error)
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
        version=version_field(request.form),
    )
    try:
        operations.place(web.store(), actor=current_user.account, changed=changed, now=now())
    except Conflict as error:
        return _party_page(party_id, error)
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


def _party_page(
    party_id: str, error: ChainMatchError | None = None, *, is_answer: bool = False
) -> ResponseReturnValue:
    """Show a party; after an answer that was not taken with what was typed, beside what stands."""
    account = current_user.account
    own = find_own_party(web.store(), account, party_id)
    whole = load_whole(web.store(), own.conference)
    typed = _typed(own, whole) if is_answer else own
    html = render_template(
        "attendance/party.html",
        party=typed,
        standing=own if is_answer and isinstance(error, Conflict) else None,
        whole=whole,
        conference=whole.conference,
        labels=labels,
        problem=translate(error) if error else "",
        can_answer=account.can_review or whole.conference.phase in TAKES_ANSWERS,
        places=range(min(MOST_DELEGATES, max(SHOWN_DELEGATES, len(typed.delegates) + 1))),
    )
    return html, 422 if error else 200


def _typed(own: Party, whole: Whole) -> Party:
    absent = frozenset(whole.slot) - frozenset(request.form.getlist("present"))
    return replace(own, delegates=tuple(_delegates()), absent=absent)
