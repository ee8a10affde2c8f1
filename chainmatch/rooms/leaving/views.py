"""Pages of the leaving room."""

from flask import flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, logout_user

from chainmatch import web
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.leaving import operations
from chainmatch.rooms.leaving.forms import LeaveForm
from graph.domain.clock import now
from graph.errors import BadInput, Conflict
from graph.store.people import erasure


def page() -> ResponseReturnValue:
    """Say what goes and what stays; close the account once that is confirmed."""
    form = LeaveForm()
    if not form.validate_on_submit():
        return _page(form, _obstacle())
    try:
        operations.leave(
            web.store(),
            actor=current_user.account,
            password=form.password.data or "",
            now=now(),
        )
    except (BadInput, Conflict) as error:
        return _page(form, translate(error))
    logout_user()
    session.clear()
    flash(gettext("账号已注销，您的个人信息正在清除。"))
    return redirect(url_for("home.page"))


def _obstacle() -> str:
    try:
        erasure.check_leaving(web.store(), current_user.account.email)
    except Conflict as error:
        return translate(error)
    return ""


def _page(form: LeaveForm, problem: str) -> ResponseReturnValue:
    shown = render_template("leaving/page.html", form=form, problem=problem)
    return shown, 422 if form.is_submitted() and (problem or form.errors) else 200
