"""Pages of the shortlist room."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.i18n import gettext
from chainmatch.rooms.shortlist import labels, operations, queries
from chainmatch.rooms.shortlist.forms import DismissForm, JudgementForm
from graph.domain.clock import now
from graph.domain.feedback import FeedbackKind
from graph.errors import BadInput


def index() -> ResponseReturnValue:
    """Show favourites and dismissed partners."""
    shown = queries.show_shortlist(web.store(), current_user.account.enterprise)
    return render_template("shortlist/index.html", shown=shown, labels=labels)


def compare() -> ResponseReturnValue:
    """Show enterprises side by side."""
    found = queries.compare(web.store(), request.args.getlist("code"), at=today())
    return render_template("shortlist/compare.html", found=found, labels=labels)


def favour() -> ResponseReturnValue:
    """Put a partner on the shortlist."""
    return _judge(FeedbackKind.FAVOURED, JudgementForm(), gettext("已加入收藏。"))


def unfavour() -> ResponseReturnValue:
    """Take a partner from the shortlist."""
    return _judge(FeedbackKind.UNFAVOURED, JudgementForm(), gettext("已移出收藏。"))


def dismiss() -> ResponseReturnValue:
    """Keep a partner out of the recommendations."""
    words = gettext("不再推荐这家企业；可以在“收藏与排除”里恢复。")
    return _judge(FeedbackKind.DISMISSED, DismissForm(), words)


def restore() -> ResponseReturnValue:
    """Let a partner be recommended again."""
    return _judge(FeedbackKind.RESTORED, JudgementForm(), gettext("已恢复推荐。"))


def _judge(kind: FeedbackKind, form: JudgementForm, done: str) -> ResponseReturnValue:
    if not form.validate():
        raise BadInput(form.problem)
    operations.judge(
        web.store(),
        actor=current_user.account,
        kind=kind,
        partner=form.partner.data or "",
        shown=form.shown,
        reason=form.reason.data if isinstance(form, DismissForm) else "",
        now=now(),
    )
    flash(done)
    return redirect(web.local_path(form.next.data, url_for("shortlist.index")))
