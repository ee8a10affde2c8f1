"""Pages of the board."""

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.i18n import gettext
from chainmatch.rooms.board import labels, operations, queries
from chainmatch.rooms.board.queries import Board
from graph.domain.clock import now
from graph.domain.conference.phases import TAKES_TIMETABLES
from graph.errors import BadInput

LONGEST = 60


def page(conference: str) -> ResponseReturnValue:
    """Show the board; a chosen meeting shows where it can go."""
    view = request.args.get("view", "tables")
    shown = _board(conference)
    return render_template(
        "board/page.html",
        shown=shown,
        conference=shown.whole.conference,
        view=view if view in labels.VIEWS else "tables",
        labels=labels,
        can_change=shown.whole.conference.phase in TAKES_TIMETABLES,
    )


def places(conference: str) -> ResponseReturnValue:
    """Answer where a pair can go, for dragging."""
    return jsonify(queries.list_places(_board(conference)))


def move(conference: str) -> ResponseReturnValue:
    """Move a meeting."""
    slot, _, table = request.form.get("place", "").partition("|")
    if not slot:
        raise BadInput("请选择时段和桌子。")
    seen_slot, _, seen_table = request.form.get("seen", "").partition("|")
    operations.move(
        web.store(),
        **_asked(conference),
        seen=(seen_slot, seen_table) if seen_slot else None,
        slot=slot,
        table=table,
    )
    flash(gettext("已移动。可以在时间表页面撤销。"), "success")
    return _back(conference)


def pin(conference: str) -> ResponseReturnValue:
    """Pin or unpin a meeting."""
    is_pinned = request.form.get("pinned") == "1"
    operations.pin(web.store(), **_asked(conference), is_pinned=is_pinned)
    return _back(conference)


def remove(conference: str) -> ResponseReturnValue:
    """Take a meeting off."""
    operations.remove(web.store(), **_asked(conference))
    flash(gettext("已移除。可以在时间表页面撤销。"), "success")
    return _back(conference)


def _asked(conference: str) -> dict:
    return {
        "actor": current_user.account,
        "code": conference,
        "pair": request.form.get("pair", ""),
        "now": now(),
    }


def _board(conference: str) -> Board:
    asked = {name: request.args.get(name, "") for name in ("session", "day", "pair", "q")}
    return queries.show_board(
        web.store(),
        conference,
        session_id=asked["session"],
        day=asked["day"],
        pair=asked["pair"],
        words=asked["q"].strip()[:LONGEST],
    )


def _back(conference: str) -> ResponseReturnValue:
    fallback = url_for("board.page", conference=conference)
    return redirect(web.local_path(request.form.get("next"), fallback))
