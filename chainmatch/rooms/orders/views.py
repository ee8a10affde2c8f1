"""Pages of the orders room."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.access import REVIEWERS, can_enter
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.orders import labels, operations, queries
from chainmatch.rooms.orders.forms import AnswerForm
from graph.domain.clock import now
from graph.errors import Conflict


def index() -> ResponseReturnValue:
    """List open orders and those closed last."""
    living, closed = queries.list_orders(web.store(), current_user.account, at=today())
    return render_template(
        "orders/index.html",
        living=living,
        closed=closed,
        labels=labels,
        can_update=can_enter(REVIEWERS),
    )


def update() -> ResponseReturnValue:
    """Bring the orders in line with today's lights."""
    done = operations.update(web.store(), actor=current_user.account, today=today(), now=now())
    flash(
        gettext(
            "督办单已更新：新发 %(issued)s 份，升级约谈 %(climbed)s 份，办结 %(closed)s 份。",
            issued=done.issued,
            climbed=done.climbed,
            closed=done.closed,
        )
    )
    return redirect(url_for("orders.index"))


def page(order_id: str) -> ResponseReturnValue:
    """Show an order, ready to print, and take its answer."""
    shown = queries.find_order(web.store(), current_user.account, order_id, at=today())
    form = AnswerForm()
    if not form.validate_on_submit():
        return _page(shown, form, 422 if form.errors else 200)
    try:
        operations.answer(
            web.store(),
            actor=current_user.account,
            order=shown.order,
            text=form.answer.data or "",
            today=today(),
            now=now(),
        )
    except Conflict as error:
        return _page(shown, form, 409, translate(error))
    flash(gettext("已答复。"))
    return redirect(url_for("orders.page", order_id=order_id))


def _page(
    shown: queries.OrderPage, form: AnswerForm, status: int, problem: str = ""
) -> ResponseReturnValue:
    html = render_template(
        "orders/page.html", shown=shown, form=form, labels=labels, problem=problem
    )
    return html, status
