"""Pages of the notices room."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.i18n import gettext
from chainmatch.rooms.notices import labels, queries
from chainmatch.rooms.notices.forms import mail_form
from graph.domain.clock import now
from graph.store.post import notices


def index() -> ResponseReturnValue:
    """Show the inbox."""
    shown = queries.show_inbox(
        web.store(),
        _reader(),
        kind=_kind(request.args.get("kind", "")),
        only_unread=request.args.get("show") != "all",
        number=web.page_number(),
    )
    return render_template("notices/index.html", shown=shown, labels=labels)


def open_notice(notice_id: str) -> ResponseReturnValue:
    """Mark a notice as read and go to what it is about."""
    found = notices.find_notice(web.store(), _reader(), notice_id)
    notices.mark_read(web.store(), _reader(), notice_id, at=now())
    return redirect(web.local_path(found.notice.path, url_for("notices.index")))


def read(notice_id: str) -> ResponseReturnValue:
    """Mark a notice as read and stay."""
    notices.mark_read(web.store(), _reader(), notice_id, at=now())
    return _back()


def read_all() -> ResponseReturnValue:
    """Mark all notices, or those of a kind, as read."""
    kind = _kind(request.form.get("kind", ""))
    total = notices.mark_all_read(web.store(), _reader(), kind=kind, at=now())
    flash(gettext("已将 %(total)s 条通知标为已读。", total=total))
    return _back()


def mail() -> ResponseReturnValue:
    """Choose how to hear of each kind by mail."""
    form = mail_form(notices.find_choices(web.store(), _reader()))
    if form.validate_on_submit():
        notices.save_choices(web.store(), _reader(), form.chosen)
        flash(gettext("通知设置已保存。"))
        return redirect(url_for("notices.mail"))
    html = render_template("notices/mail.html", form=form, labels=labels)
    return html, 422 if form.errors else 200


def _reader() -> str:
    return current_user.account.email


def _kind(asked: str) -> str:
    return asked if asked in labels.KINDS else ""


def _back() -> ResponseReturnValue:
    return redirect(web.local_path(request.form.get("next"), url_for("notices.index")))
