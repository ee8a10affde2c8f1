"""Pages of the tokens room."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.i18n import gettext, translate
from chainmatch.limits.api_limits import per_minute
from chainmatch.rooms.tokens import labels, operations, queries
from chainmatch.rooms.tokens.forms import LimitForm, TokenForm
from graph.domain.clock import now
from graph.domain.token import MOST_TOKENS
from graph.errors import Conflict


def index() -> ResponseReturnValue:
    """List one's own tokens."""
    rows = queries.list_own(web.store(), current_user.account.email, now=now())
    return render_template(
        "tokens/index.html",
        rows=rows,
        labels=labels,
        most=MOST_TOKENS,
        per_minute=per_minute(web.store()),
    )


def new() -> ResponseReturnValue:
    """Make a token; its secret is shown once."""
    form, actor = TokenForm(), current_user.account
    form.offer(actor)
    if not form.validate_on_submit():
        html = render_template("tokens/new.html", form=form, problem="")
        return html, 422 if form.errors else 200
    try:
        secret = operations.make_token(
            web.store(),
            actor=actor,
            name=form.name.data or "",
            scopes=form.chosen,
            days=form.days.data,
            now=now(),
        )
    except Conflict as error:
        return render_template("tokens/new.html", form=form, problem=translate(error)), 409
    page = render_template("tokens/made.html", secret=secret, address=web.config().address)
    return page, {"Cache-Control": "no-store"}


def revoke() -> ResponseReturnValue:
    """End a token."""
    token = operations.revoke_token(
        web.store(), actor=current_user.account, token_id=request.form.get("id", ""), now=now()
    )
    flash(gettext("已撤销令牌“%(name)s”，使用它的程序不能再读取。", name=token.name))
    is_own = token.email == current_user.account.email and request.form.get("back") != "all"
    return redirect(url_for("tokens.index" if is_own else "tokens.everybody"))


def everybody() -> ResponseReturnValue:
    """List the tokens of everybody, and how often a token may ask."""
    form = LimitForm(data={"most": per_minute(web.store())})
    return _all_page(form)


def limit() -> ResponseReturnValue:
    """Change how often a token may ask."""
    form = LimitForm()
    if not form.validate_on_submit():
        return _all_page(form), 422
    operations.save_limit(
        web.store(), actor=current_user.account, most=form.most.data or 0, now=now()
    )
    flash(gettext("已保存。"))
    return redirect(url_for("tokens.everybody"))


def _all_page(form: LimitForm) -> str:
    shown = queries.list_all(web.store(), web.page_number(), now=now())
    return render_template("tokens/all.html", shown=shown, form=form, labels=labels)
