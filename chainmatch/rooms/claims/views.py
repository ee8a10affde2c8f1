"""Pages of the claims room."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.claims import operations, queries
from chainmatch.rooms.claims.forms import RefusalForm
from chainmatch.rooms.claims.labels import STATES, VIEWS
from chainmatch.wording.roles import MEMBERSHIPS
from graph.domain.claim import ClaimState
from graph.domain.clock import now
from graph.errors import Conflict


def index() -> ResponseReturnValue:
    """List claims by state."""
    asked = request.args.get("state", ClaimState.WAITING.value)
    state = ClaimState(asked) if asked in list(VIEWS) else ClaimState.WAITING
    shown = queries.list_claims(web.store(), state, number=web.page_number())
    return render_template("claims/index.html", shown=shown, views=VIEWS)


def page(claim_id: str) -> ResponseReturnValue:
    """Show a claim with the records it may mean."""
    return _page(claim_id, RefusalForm(formdata=None))


def approve(claim_id: str) -> ResponseReturnValue:
    """Let the applicant act for the record chosen."""
    record = request.form.get("record", "")
    try:
        operations.approve(
            web.store(), actor=current_user.account, claim_id=claim_id, record=record, now=now()
        )
    except Conflict as error:
        return _page(claim_id, RefusalForm(formdata=None), translate(error))
    flash(gettext("已通过，结果会发到申请人的邮箱。"))
    return _onward()


def refuse(claim_id: str) -> ResponseReturnValue:
    """Turn a claim down with the reason."""
    form = RefusalForm()
    if not form.validate():
        return _page(claim_id, form)
    reason = form.reason.data or ""
    try:
        operations.refuse(
            web.store(), actor=current_user.account, claim_id=claim_id, reason=reason, now=now()
        )
    except Conflict as error:
        return _page(claim_id, form, translate(error))
    flash(gettext("已退回，原因会发到申请人的邮箱。"))
    return _onward()


def _onward() -> ResponseReturnValue:
    """Go back to where the decider came from: the list, or an owner's own people."""
    is_reviewer = current_user.account.can_review
    return redirect(url_for("claims.index" if is_reviewer else "membership.page"))


def _page(claim_id: str, form: RefusalForm, problem: str = "") -> ResponseReturnValue:
    actor = current_user.account
    claim = operations.find_for(web.store(), actor, claim_id)
    candidates = queries.list_candidates(web.store(), actor, claim, today=today())
    shown = render_template(
        "claims/page.html",
        claim=claim,
        candidates=candidates if claim.is_open else [],
        form=form,
        problem=problem,
        states=STATES,
        memberships=MEMBERSHIPS,
        new=operations.NEW,
    )
    return shown, 409 if problem else 422 if form.errors else 200
