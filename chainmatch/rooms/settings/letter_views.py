"""Pages of the outbox in the settings room."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.i18n import gettext
from chainmatch.rooms.settings import operations
from chainmatch.rooms.settings.labels import LETTER_STATES
from graph.domain.clock import now
from graph.domain.letter import LetterState
from graph.store.post import letters

ROWS = 20


def index() -> ResponseReturnValue:
    """List letters, those that failed first."""
    asked = request.args.get("state", "")
    state = asked if asked in list(LetterState) else ""
    page = web.Page(web.page_number(), ROWS, letters.count_letters(web.store(), state=state))
    return render_template(
        "settings/letters.html",
        rows=letters.list_letters(web.store(), state=state, skip=page.offset, limit=ROWS),
        page=page,
        state=state,
        states=LETTER_STATES,
        server=web.config().smtp,
    )


def again() -> ResponseReturnValue:
    """Let a letter go out at once, for another day of tries."""
    key = request.form.get("key", "")
    operations.send_again(web.store(), actor=current_user.account, key=key, now=now())
    flash(gettext("邮件已重新排队，马上发送。"))
    return redirect(url_for("settings.letters"))
