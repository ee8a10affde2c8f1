"""Pages of the accounts room."""

from flask import flash, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, login_user, logout_user

from chainmatch import web
from chainmatch.accounts import operations
from chainmatch.accounts.forms import PasswordForm, SignInForm
from chainmatch.accounts.labels import ROLES
from chainmatch.accounts.session import Visitor
from chainmatch.i18n import LANGUAGES, gettext, translate
from graph.domain.clock import now
from graph.errors import BadInput, NotFound
from graph.store import accounts, enterprises

YEAR_SECONDS = 365 * 24 * 3600


def sign_in() -> ResponseReturnValue:
    """Show the form, or open a session and go where the person wanted to go."""
    form = SignInForm(next=request.args.get("next", ""))
    target = web.local_path(form.next.data, url_for("home.page"))
    if current_user.is_authenticated:
        return redirect(target)
    if not form.validate_on_submit():
        return render_template("accounts/sign_in.html", form=form), 422 if form.errors else 200
    try:
        account = operations.sign_in(
            web.store(),
            email=form.email.data or "",
            password=form.password.data or "",
            now=now(),
        )
    except BadInput as error:
        return render_template("accounts/sign_in.html", form=form, problem=translate(error)), 422
    session.clear()
    login_user(Visitor(account))
    return redirect(target)


def sign_out() -> ResponseReturnValue:
    """End the session."""
    logout_user()
    session.clear()
    return redirect(url_for("home.page"))


def account_page() -> ResponseReturnValue:
    """Show one's account and change the password."""
    form = PasswordForm()
    if not form.validate_on_submit():
        return _account_page(form)
    try:
        operations.change_password(
            web.store(),
            actor=current_user.account,
            present=form.present.data or "",
            password=form.password.data or "",
        )
    except BadInput as error:
        return _account_page(form, translate(error))
    _reopen_session()
    flash(gettext("密码已更改，其他设备上的登录已退出。"))
    return redirect(url_for("accounts.page"))


def _account_page(form: PasswordForm, problem: str = "") -> ResponseReturnValue:
    code = current_user.account.enterprise
    own = enterprises.find_enterprise(web.store(), code) if code else None
    shown = render_template(
        "accounts/account.html", form=form, roles=ROLES, problem=problem, own=own
    )
    return shown, 422 if problem or form.errors else 200


def _reopen_session() -> None:
    account = accounts.find_account(web.store(), current_user.account.email)
    if account is None:
        raise NotFound("没有找到您的账号。")
    login_user(Visitor(account))


def choose_language() -> ResponseReturnValue:
    """Switch between Chinese and English and remember it, per account or in a cookie."""
    language = request.form.get("language", "")
    answer = make_response(redirect(web.local_path(request.form.get("next"), "/")))
    if language not in LANGUAGES:
        raise BadInput("不支持的语言。")
    if current_user.is_authenticated:
        accounts.save_locale(web.store(), current_user.account.email, language)
    answer.set_cookie(
        "language",
        language,
        max_age=YEAR_SECONDS,
        samesite="Lax",
        httponly=True,
        secure=web.config().secure_cookies,
    )
    return answer
