"""What both sides do on the page of a request, and the page itself."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.requests import labels, operations, queries
from chainmatch.rooms.requests.forms import (
    AcceptForm,
    CounterForm,
    DeclineForm,
    OutcomeForm,
    VersionForm,
)
from chainmatch.rooms.requests.operations import Act
from graph.domain.clock import now
from graph.domain.meeting_request import MeetingRequest, Side, StepKind
from graph.errors import BadInput, ChainMatchError, Conflict


def accept(request_id: str) -> ResponseReturnValue:
    """Agree to meet."""
    form = AcceptForm.of(_find(request_id), sent=True)
    done = gettext("已同意对接。下面是对方的联系人。")
    given = {"terms": form.terms, "words": form.words.data or ""}
    return _take(request_id, StepKind.ACCEPTED, form, done, **given)


def decline(request_id: str) -> ResponseReturnValue:
    """Decline with a reason."""
    form = DeclineForm()
    given = {"choice": form.reason.data or "", "words": form.words.data or ""}
    return _take(request_id, StepKind.DECLINED, form, gettext("已婉拒，并通知对方。"), **given)


def counter(request_id: str) -> ResponseReturnValue:
    """Propose something else."""
    form = CounterForm()
    done = gettext("您的建议已发给对方，等待答复。")
    return _take(request_id, StepKind.COUNTERED, form, done, terms=lambda: form.terms)


def withdraw(request_id: str) -> ResponseReturnValue:
    """Take a request back."""
    return _take(request_id, StepKind.WITHDRAWN, VersionForm(), gettext("请求已撤回。"))


def outcome(request_id: str) -> ResponseReturnValue:
    """Say what came of it."""
    form = OutcomeForm()
    given = {"choice": form.outcome.data or "", "words": form.words.data or ""}
    side = Side(form.side.data) if form.side.data in list(Side) else Side.ASKER
    done = gettext("对接结果已登记。")
    return _take(request_id, StepKind.OUTCOME, form, done, **given, side=side)


def seen(form: VersionForm) -> Act:
    """Return the act of the present visitor on the version that the form was made from."""
    return Act(current_user.account, today(), now(), int(form.version.data or 0))


def show(
    request_id: str,
    sent: VersionForm | None = None,
    error: ChainMatchError | None = None,
) -> ResponseReturnValue:
    """Show a request; ``sent`` is the form that could not be taken."""
    found = _find(request_id)
    problem = translate(error) if error else ""
    html = render_template(
        "requests/page.html",
        shown=queries.show_request(web.store(), current_user.account, found, today()),
        forms=_forms(found, sent),
        sent=type(sent).__name__ if sent else "",
        problem=problem,
        labels=labels,
        today=today(),
    )
    return html, 409 if isinstance(error, Conflict) else 422 if sent else 200


def _take(
    request_id: str, kind: StepKind, form: VersionForm, done: str, **given: Any
) -> ResponseReturnValue:
    if not form.validate():
        return show(request_id, form)
    given = {name: value() if callable(value) else value for name, value in given.items()}
    try:
        operations.take_step(web.store(), seen(form), request_id, kind, **given)
    except (BadInput, Conflict) as error:
        return show(request_id, form, error)
    flash(done)
    return redirect(url_for("requests.page", request_id=request_id))


def _forms(found: MeetingRequest, sent: VersionForm | None) -> dict[str, VersionForm]:
    """Return the forms of the page by name: what was sent, and fresh ones for the rest."""
    counter_form = CounterForm(formdata=None)
    counter_form.fill(found.terms)
    counter_form.message.data = ""
    fresh = (
        AcceptForm.of(found),
        DeclineForm(formdata=None),
        counter_form,
        OutcomeForm(formdata=None),
    )
    forms = {type(form).__name__: form for form in fresh}
    if sent is not None and type(sent).__name__ in forms:
        forms[type(sent).__name__] = sent
    for form in forms.values():
        form.version.data = str(found.version)
    return forms


def _find(request_id: str) -> MeetingRequest:
    return operations.find_visible(web.store(), current_user.account, request_id)
