"""Pages of the accounts room."""

from flask import flash, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user, logout_user

from chainmatch import web
from chainmatch.i18n import LANGUAGES, gettext, translate
from chainmatch.rooms.accounts import operations
from chainmatch.rooms.accounts.forms import PasswordForm, SignInForm
from chainmatch.rooms.accounts.labels import BROWSERS, MEMBERSHIPS, ROLES, SYSTEMS
from chainmatch.rooms.accounts.session import begin_session
from graph.domain.clock import now
from graph.errors import BadInput, NotFound
from graph.store.map import enterprises
from graph.store.people import accounts, sessions

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
    begin_session(account)
    return redirect(target)


def sign_out() -> ResponseReturnValue:
    """End the session."""
    operations.sign_out(web.store(), current_user.account, current_user.session_id)
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


def end_session() -> ResponseReturnValue:
    """Sign out elsewhere, or here."""
    session_id = request.form.get("id", "")
    sessions.end_session(web.store(), current_user.account.email, session_id)
    flash(gettext("已退出该登录。"))
    return redirect(url_for("accounts.page"))


def end_other_sessions() -> ResponseReturnValue:
    """Sign out everywhere but here."""
    sessions.end_others(web.store(), current_user.account.email, current_user.session_id)
    flash(gettext("其他登录都已退出。"))
    return redirect(url_for("accounts.page"))


def _account_page(form: PasswordForm, problem: str = "") -> ResponseReturnValue:
    account = current_user.account
    code = account.enterprise
    shown = render_template(
        "accounts/account.html",
        form=form,
        problem=problem,
        own=enterprises.find_enterprise(web.store(), code) if code else None,
        roles=ROLES,
        memberships=MEMBERSHIPS,
        sessions=sessions.list_sessions(web.store(), account.email, at=now()),
        browsers=BROWSERS,
        systems=SYSTEMS,
    )
    return shown, 422 if problem or form.errors else 200


def _reopen_session() -> None:
    account = accounts.find_account(web.store(), current_user.account.email)
    if account is None:
        raise NotFound("没有找到您的账号。")
    begin_session(account)


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
