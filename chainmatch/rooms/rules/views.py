"""Pages of the rules room."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.access import ADMINISTRATORS, can_enter
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.rules import labels, operations
from chainmatch.rooms.rules.forms import Typed
from graph.domain.clock import now
from graph.domain.followup.rulebook import NEEDED
from graph.domain.followup.rules import PROJECT_RULES
from graph.domain.followup.stages import PROJECT_STAGES, EvidenceKind
from graph.errors import BadInput, Conflict
from graph.store.followup.rulebooks import list_rulebooks


def page() -> ResponseReturnValue:
    """Show the rules in force and the versions before."""
    return _page(Typed.of(list_rulebooks(web.store())[-1], today()))


def change() -> ResponseReturnValue:
    """Show what the typed rules would change, or put them in force."""
    typed = Typed.read(request.form, request.form.to_dict(flat=False))
    try:
        book = typed.book(list_rulebooks(web.store())[-1])
        if request.form.get("act") != "save":
            found = operations.preview(web.store(), book, at=today())
            return _page(typed, preview=found)
        made = operations.put_in_force(
            web.store(),
            actor=current_user.account,
            book=book,
            read=_version(),
            today=today(),
            now=now(),
        )
    except (BadInput, Conflict) as error:
        problem = _named(error)
        return _page(typed, problem=problem), 409 if isinstance(error, Conflict) else 422
    flash(
        gettext(
            "规则第 %(version)s 版已保存，%(date)s 起执行。", version=made.version, date=made.since
        )
    )
    return redirect(url_for("rules.page"))


def _version() -> int:
    text = request.form.get("version", "")
    return int(text) if text.isdecimal() else 0


def _named(error: BadInput | Conflict) -> str:
    """Say a rule by its name for people."""
    rule = error.message.values.get("rule", "")
    words = translate(error)
    return words.replace(rule, gettext(labels.RULES[rule])) if rule in labels.RULES else words


def _page(typed: Typed, *, preview: operations.Preview | None = None, problem: str = "") -> str:
    return render_template(
        "rules/page.html",
        typed=typed,
        preview=preview,
        problem=problem,
        versions=list_rulebooks(web.store())[::-1],
        rules=PROJECT_RULES,
        stages=PROJECT_STAGES.stages,
        needed=NEEDED,
        kinds=list(EvidenceKind),
        labels=labels,
        can_change=can_enter(ADMINISTRATORS),
    )
