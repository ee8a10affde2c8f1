"""Pages of the bulletins room."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from io import BytesIO
from typing import Any

from flask import flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.bulletins import forms, labels, operations, queries
from graph.domain.account import Account
from graph.domain.bulletin import Audience, Bulletin
from graph.domain.clock import now
from graph.errors import BadInput, Conflict

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"


def index() -> ResponseReturnValue:
    """List bulletins."""
    actor = reader()
    may = actor is not None and operations.can_edit(actor)
    return _index(forms.NewForm(formdata=None) if may else None)


def new() -> ResponseReturnValue:
    """Draft a bulletin."""
    form = forms.NewForm()
    if not form.validate_on_submit() or form.day.data is None:
        return _index(form), 422
    if form.day.data > today():
        return _index(form, gettext("日期不能晚于今天。")), 422
    try:
        made = operations.draft(
            web.store(),
            actor=current_user.account,
            at=form.day.data,
            reason=form.reason.data or "",
            now=now(),
        )
    except (BadInput, Conflict) as error:
        return _index(form, translate(error)), 409 if isinstance(error, Conflict) else 422
    flash(gettext("通报已起草，请核对数字、修改文字。"))
    return redirect(url_for("bulletins.edit", bulletin_id=made.id))


def page(bulletin_id: str) -> ResponseReturnValue:
    """Show a bulletin."""
    return _page(bulletin_id)


def edit(bulletin_id: str) -> ResponseReturnValue:
    """Change the texts of a draft."""
    bulletin = queries.find_bulletin(web.store(), reader(), bulletin_id)
    form = forms.TextsForm.of(bulletin) if request.method == "GET" else forms.TextsForm()
    if not form.validate_on_submit():
        return _edit(bulletin, form), 422 if form.errors else 200
    try:
        operations.edit(
            web.store(),
            actor=current_user.account,
            bulletin=_read_version(bulletin, form.version.data),
            texts=form.texts,
            now=now(),
        )
    except Conflict as error:
        form.version.data = str(bulletin.version)  # saving again replaces what is shown
        return _edit(bulletin, form, translate(error)), 409
    flash(gettext("已保存。"))
    return redirect(url_for("bulletins.page", bulletin_id=bulletin_id))


def renew(bulletin_id: str) -> ResponseReturnValue:
    """Gather a draft's figures again."""
    return _act(bulletin_id, operations.renew, gettext("数字已按最新台账重新汇总。"))


def send(bulletin_id: str) -> ResponseReturnValue:
    """Send a draft for approval."""
    return _act(bulletin_id, operations.send, gettext("已送审。"))


def send_back(bulletin_id: str) -> ResponseReturnValue:
    """Send it back to be changed."""
    reason = forms.DecisionForm().reason.data or ""
    return _act(bulletin_id, operations.send_back, gettext("已退回。"), reason=reason)


def approve(bulletin_id: str) -> ResponseReturnValue:
    """Approve it: from here on it never changes."""
    words = gettext("已批准定稿，内容不再变化。")
    return _act(bulletin_id, operations.approve, words, audience=_audience())


def show_to(bulletin_id: str) -> ResponseReturnValue:
    """Choose who may read a frozen one."""
    return _act(bulletin_id, operations.show_to, gettext("已保存。"), audience=_audience())


def docx(bulletin_id: str) -> ResponseReturnValue:
    """Send it as a Word document."""
    found = queries.find_bulletin(web.store(), reader(), bulletin_id)
    return _file(queries.write_docx(found), found, DOCX, "docx")


def pdf(bulletin_id: str) -> ResponseReturnValue:
    """Send it as a PDF."""
    found = queries.find_bulletin(web.store(), reader(), bulletin_id)
    return _file(queries.write_pdf(found), found, PDF, "pdf")


def reader() -> Account | None:
    """Return the account of who reads; None for a visitor."""
    return current_user.account if current_user.is_authenticated else None


def _file(file: BytesIO, found: Bulletin, media: str, ending: str) -> ResponseReturnValue:
    name = f"{found.texts['title']}-{found.edition}.{ending}"
    return send_file(file, media, as_attachment=True, download_name=name)


def _audience() -> Audience:
    form = forms.DecisionForm()
    if not form.validate():
        raise BadInput("请选择谁可以看。")
    return Audience(form.audience.data)


def _read_version(bulletin: Bulletin, version: str | None) -> Bulletin:
    """Stand on the version that the person looked at."""
    if not (version or "").isdecimal():
        raise BadInput("请求不完整或页面已过期，请刷新后重试。")
    return replace(bulletin, version=int(version or 0))


def _act(bulletin_id: str, do: Callable[..., Any], words: str, **told: Any) -> ResponseReturnValue:
    bulletin = queries.find_bulletin(web.store(), reader(), bulletin_id)
    read = _read_version(bulletin, request.form.get("version"))
    try:
        do(web.store(), actor=current_user.account, bulletin=read, now=now(), **told)
    except (BadInput, Conflict) as error:
        status = 409 if isinstance(error, Conflict) else 422
        return _page(bulletin_id, translate(error)), status
    flash(words)
    return redirect(url_for("bulletins.page", bulletin_id=bulletin_id))


def _index(form: forms.NewForm | None, problem: str = "") -> str:
    return render_template(
        "bulletins/index.html",
        rows=queries.list_bulletins(web.store(), reader()),
        form=form,
        problem=problem,
        proposed=(today().replace(day=1) - timedelta(days=1)).isoformat(),
        labels=labels,
    )


def _page(bulletin_id: str, problem: str = "") -> str:
    return render_template(
        "bulletins/page.html",
        shown=queries.show_bulletin(web.store(), reader(), bulletin_id),
        form=forms.DecisionForm(formdata=None),
        problem=problem,
        labels=labels,
    )


def _edit(bulletin: Bulletin, form: forms.TextsForm, problem: str = "") -> str:
    return render_template("bulletins/edit.html", bulletin=bulletin, form=form, problem=problem)
