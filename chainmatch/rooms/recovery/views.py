"""Pages of the recovery room."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from chainmatch import web
from chainmatch.i18n import gettext
from chainmatch.rooms.recovery import operations
from chainmatch.rooms.recovery.forms import ForgotForm, ResetForm
from graph.domain.clock import now


def forgot() -> ResponseReturnValue:
    """Ask for an address; the answer is the same whether it has an account or not."""
    form = ForgotForm()
    sent = form.validate_on_submit()
    if sent:
        email = form.email.data or ""
        operations.ask_for_link(web.store(), web.config(), email=email, now=now())
    shown = render_template("recovery/forgot.html", form=form, sent=sent)
    return shown, 422 if form.errors else 200


def reset(token: str) -> ResponseReturnValue:
    """Take a new password by a link."""
    email = operations.check_link(web.store(), token=token, now=now())
    form = ResetForm()
    if not form.validate_on_submit():
        shown = render_template("recovery/reset.html", form=form, email=email)
        return shown, 422 if form.errors else 200
    password = form.password.data or ""
    operations.set_password(web.store(), token=token, password=password, now=now())
    flash(gettext("新密码已设置，所有设备上的登录都已退出。请用新密码登录。"))
    return redirect(url_for("accounts.sign_in"))
