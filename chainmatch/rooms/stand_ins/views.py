"""Pages for meetings that somebody failed to come to."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.i18n import gettext
from chainmatch.rooms.stand_ins import operations, queries
from graph.domain.clock import now


def page(conference: str) -> ResponseReturnValue:
    """Offer other times for a pair, and other partners for each side of it."""
    shown = queries.show_offers(
        web.store(), conference, pair=request.args.get("meeting", ""), today=today()
    )
    return render_template("stand_ins/page.html", shown=shown, conference=shown.whole.conference)


def place(conference: str) -> ResponseReturnValue:
    """Put a pair where it was offered, and tell it at once."""
    slot, _, table = request.form.get("place", "").partition("|")
    told = operations.place(
        web.store(),
        actor=current_user.account,
        code=conference,
        pair=request.form.get("pair", ""),
        slot=slot,
        table=table,
        now=now(),
    )
    flash(gettext("已安排，并通知了议程有变化的 %(count)s 家企业。", count=told), "success")
    return redirect(url_for("agendas.desk", conference=conference, slot=slot))
