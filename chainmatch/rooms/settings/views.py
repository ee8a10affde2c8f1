"""Pages of the settings room."""

from dataclasses import asdict

from flask import flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.background.job_states import STATES
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.settings import operations, queries
from chainmatch.rooms.settings.forms import AccountForm, AdministratorForm, CityForm, EmptyForm
from chainmatch.rooms.settings.labels import FIELDS, VERBS
from chainmatch.wording.city import PREFIX, City, find_city
from chainmatch.wording.conference_names import (
    MEETING_STATES,
    OUTCOMES,
    PARTY_STATES,
    PHASES,
    WISHES,
)
from chainmatch.wording.map_names import TABLES
from chainmatch.wording.roles import MEMBERSHIPS, ROLES
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.domain.job import remaining_seconds
from graph.errors import ChainMatchError, Conflict, GraphUnavailable
from graph.store import audit
from graph.store.people import accounts
from graph.store.settings import mark_settings
from graph.store.work import jobs

ROWS = 20


def healthz() -> ResponseReturnValue:
    """Tell a machine whether the site and the graph answer: 200, or 503 without the graph."""
    try:
        web.store().ping()
    except GraphUnavailable:
        return jsonify(site="ok", graph="unavailable"), 503
    return jsonify(site="ok", graph="ok")


def page() -> ResponseReturnValue:
    """Show and change what the city and its platform are called."""
    standing, mark = find_city(web.store()), mark_settings(web.store(), PREFIX)
    form = CityForm(data={**asdict(standing), "seen": mark})
    if not form.validate_on_submit():
        return _page(form)
    names = City(*(form[field].data or "" for field in asdict(standing)))
    try:
        operations.save_city(
            web.store(),
            actor=current_user.account,
            names=names,
            seen=form.seen.data or "",
            now=now(),
        )
    except Conflict as error:
        form.seen.data = mark
        return _page(form, translate(error), standing)
    flash(gettext("设置已保存，几秒后各页显示新名称。"))
    return redirect(url_for("settings.page"))


def list_accounts() -> ResponseReturnValue:
    """List accounts with what can be done to each."""
    paged = web.Page(web.page_number(), ROWS, accounts.count_accounts(web.store()))
    rows = accounts.list_accounts(web.store(), skip=paged.offset, limit=ROWS)
    return render_template(
        "settings/accounts.html", rows=rows, page=paged, roles=ROLES, memberships=MEMBERSHIPS
    )


def new_account() -> ResponseReturnValue:
    """Add an account; its first password is shown once."""
    form = AccountForm()
    if not form.validate_on_submit():
        return _new_account_page(form), 422 if form.errors else 200
    account = Account(
        form.email.data or "",
        form.name.data or "",
        Role(form.role.data),
        form.locale.data,
        form.enterprise.data or "",
        unit=form.unit.data or "",
    )
    try:
        password = operations.add_account(
            web.store(), actor=current_user.account, account=account, now=now()
        )
    except ChainMatchError as error:
        return _new_account_page(form, translate(error)), 422
    return _show_password(account.email, password)


def _new_account_page(form: AccountForm, problem: str = "") -> str:
    units = queries.list_units(web.store(), today())
    return render_template("settings/new_account.html", form=form, units=units, problem=problem)


def reset_password() -> ResponseReturnValue:
    """Reset a password; the new one is shown once."""
    email = request.form.get("email", "")
    password = operations.reset_password(
        web.store(), actor=current_user.account, email=email, now=now()
    )
    return _show_password(email, password)


def activate() -> ResponseReturnValue:
    """Let somebody sign in again."""
    email = request.form.get("email", "")
    operations.activate(web.store(), actor=current_user.account, email=email, now=now())
    flash(gettext("已启用账号 %(email)s。", email=email))
    return redirect(url_for("settings.accounts"))


def deactivate() -> ResponseReturnValue:
    """Close somebody's account."""
    email = request.form.get("email", "")
    operations.deactivate(web.store(), actor=current_user.account, email=email, now=now())
    flash(gettext("已停用账号 %(email)s，其登录已退出。", email=email))
    return redirect(url_for("settings.accounts"))


def demo() -> ResponseReturnValue:
    """Say what the removal of the demo data takes along; confirmed, start it."""
    form = EmptyForm()
    if form.validate_on_submit():
        operations.ask_demo_removal(web.store(), actor=current_user.account, now=now())
        return redirect(url_for("settings.demo"))
    return _demo_page(AdministratorForm())


def add_administrator() -> ResponseReturnValue:
    """Add the administrator who stays when the demo accounts go."""
    form = AdministratorForm()
    if not form.validate_on_submit():
        return _demo_page(form), 422
    try:
        password = operations.add_first_administrator(
            web.store(),
            actor=current_user.account,
            email=form.email.data or "",
            name=form.name.data or "",
            now=now(),
        )
    except ChainMatchError as error:
        return _demo_page(form, problem=translate(error)), 422
    return _show_password(form.email.data or "", password, onward=url_for("settings.demo"))


def audit_log() -> ResponseReturnValue:
    """List who did what."""
    paged = web.Page(web.page_number(), ROWS, audit.count_entries(web.store()))
    rows = audit.list_entries(web.store(), skip=paged.offset, limit=ROWS)
    return render_template(
        "settings/audit.html",
        rows=rows,
        page=paged,
        verbs=VERBS,
        fields=FIELDS,
        words=ROLES | MEMBERSHIPS | PHASES | PARTY_STATES | WISHES | MEETING_STATES | OUTCOMES,
    )


def health() -> ResponseReturnValue:
    """Show versions, database, workers, disk."""
    found = queries.find_health(web.store(), web.config(), now=now())
    return render_template("settings/health.html", health=found, names=TABLES)


def _refused(template: str, error: ChainMatchError, **values: object) -> ResponseReturnValue:
    return render_template(template, problem=translate(error), **values), 422


def _show_password(email: str, password: str, onward: str = "") -> ResponseReturnValue:
    onward = onward or url_for("settings.accounts")
    return render_template("settings/password.html", email=email, password=password, onward=onward)


def _demo_page(form: AdministratorForm, problem: str = "") -> str:
    store = web.store()
    job = jobs.find_live(store, operations.DEMO_REMOVAL)
    return render_template(
        "settings/demo.html",
        form=form,
        problem=problem,
        demo=queries.find_demo(store, current_user.account),
        job=job,
        remaining=remaining_seconds(job, now()) if job else None,
        states=STATES,
    )


def _page(form: CityForm, problem: str = "", standing: City | None = None) -> ResponseReturnValue:
    """Show the names to change; after a conflict beside those that stand now."""
    shown = render_template("settings/page.html", form=form, problem=problem, standing=standing)
    return shown, 422 if problem or form.errors else 200
