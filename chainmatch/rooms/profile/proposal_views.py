"""Pages of the profile room: nodes that enterprises miss on the map."""

from uuid import uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.choosing.node_choice import NOTHING, find_named, the_node
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.profile import labels, proposing, queries
from chainmatch.rooms.profile.desk import address, asked_enterprise, form_page
from chainmatch.rooms.profile.proposal_forms import DecisionForm, ProposalForm
from graph.domain.clock import now
from graph.domain.proposal import Proposal
from graph.errors import BadInput, ChainMatchError, Conflict, NotFound
from graph.search.nodes import NamedNodes
from graph.store.desk import proposals as records


def propose() -> ResponseReturnValue:
    """Propose a node that the map lacks."""
    code = asked_enterprise()
    form = ProposalForm(data={"id": uuid4().hex, "name": request.args.get("name", "")})
    problem = ""
    if form.validate_on_submit():
        wish = form.proposal(code, current_user.account.email)
        try:
            proposing.propose(web.store(), actor=current_user.account, proposal=wish, now=now())
        except Conflict as error:
            problem = translate(error)
        else:
            flash(gettext("建议已提交，会务审核后会列入产品。"))
            return redirect(address("page", code) + "#proposals")
    return form_page(
        "profile/proposal.html",
        queries.the_enterprise(web.store(), code),
        problem=problem,
        errors=form.errors,
        form=form,
    )


def proposals() -> ResponseReturnValue:
    """List what waits for review."""
    shown = queries.list_proposals(web.store(), number=web.page_number())
    return render_template("profile/proposals.html", shown=shown)


def decide(proposal_id: str) -> ResponseReturnValue:
    """Decide what becomes of a proposal."""
    proposal = records.find_proposal(web.store(), proposal_id)
    form = DecisionForm(data=_suggested(proposal))
    form.chain.choices = queries.chain_choices(web.store())
    if not form.validate_on_submit():
        return _decision_page(form, proposal)
    meant = request.form.get("node_choice") or form.node.data or ""
    found = find_named(web.store(), meant, today=today(), is_staff=True) if meant else NOTHING
    try:
        _carry_out(form, proposal, found)
    except (BadInput, Conflict, NotFound) as error:
        return _decision_page(form, proposal, error, found)
    flash(gettext("已处理。"))
    return redirect(url_for("profile.proposals"))


def _suggested(proposal: Proposal) -> dict:
    return {"name": proposal.name, "node": proposal.name, "version": str(proposal.version)}


def _carry_out(form: DecisionForm, proposal: Proposal, found: NamedNodes) -> None:
    seen = Proposal(**{**vars(proposal), "version": form.seen})
    act = {"actor": current_user.account, "proposal": seen, "now": now()}
    if form.decision.data == form.REFUSE:
        proposing.refuse(web.store(), **act, reason=form.reason.data or "")
    elif form.decision.data == form.KNOWN:
        proposing.accept_as_known(web.store(), **act, node=the_node(found), today=today())
    else:
        proposing.accept_as_new(web.store(), **act, node=form.new_node(), today=today())


def _decision_page(
    form: DecisionForm,
    proposal: Proposal,
    error: ChainMatchError | None = None,
    found: NamedNodes = NOTHING,
) -> ResponseReturnValue:
    near = find_named(web.store(), proposal.name, today=today(), is_staff=True)
    html = render_template(
        "profile/decision.html",
        form=form,
        proposal=proposal,
        near=near,
        found=found if isinstance(error, BadInput) else NOTHING,
        problem=translate(error) if error else "",
        labels=labels,
    )
    return html, 422 if error or form.errors else 200
