"""Pages of the registration room."""

from flask import flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.i18n import current_language, gettext, translate
from chainmatch.rooms.registration import operations, queries
from chainmatch.rooms.registration.forms import ClaimForm, RegistrationForm
from chainmatch.rooms.registration.labels import STATES
from graph.domain.claim import Claim
from graph.domain.clock import now
from graph.errors import BadInput, ChainMatchError, Conflict
from graph.store.people import claims

SENT_TO = "registered"


def register() -> ResponseReturnValue:
    """Take a person, a password and the enterprise to act for."""
    if current_user.is_authenticated:
        return redirect(url_for("home.page"))
    form = RegistrationForm()
    if not form.validate_on_submit():
        return _refused("registration/register.html", form)
    claim = _claim(form, email=form.email.data or "", person=form.person.data or "")
    try:
        operations.register(
            web.store(),
            web.config(),
            claim=claim,
            password=form.password.data or "",
            locale=current_language(),
            now=now(),
        )
    except (BadInput, Conflict) as error:
        return _refused("registration/register.html", form, error)
    session[SENT_TO] = claim.email
    return redirect(url_for("registration.sent"))


def sent() -> ResponseReturnValue:
    """Tell what comes next."""
    return render_template("registration/sent.html", email=session.get(SENT_TO, ""))


def enterprises() -> ResponseReturnValue:
    """Offer records while somebody types a name."""
    offered = queries.offer_enterprises(web.store(), request.args.get("name", ""), today=today())
    return render_template("registration/enterprises.html", offered=offered)


def verify(token: str) -> ResponseReturnValue:
    """Confirm an address: a click of the person's own, for scanners of mail open links too."""
    if request.method == "GET":
        email = operations.check_link(web.store(), token=token, now=now())
        return render_template("registration/verify.html", email=email)
    operations.confirm(web.store(), token=token, now=now())
    flash(gettext("邮箱已确认。登录后可以随时查看申请进度。"))
    return redirect(url_for("registration.claim"))


def claim() -> ResponseReturnValue:
    """Show what one's claim waits for, and take a new one where none is open."""
    if not current_user.account.is_applicant:
        return redirect(url_for("home.page"))
    last = claims.find_latest(web.store(), current_user.account.email)
    form = ClaimForm(data=_former(last))
    if not form.validate_on_submit():
        return _refused("registration/claim.html", form, claim=last)
    actor = current_user.account
    filed = _claim(form, email=actor.email, person=actor.name)
    try:
        operations.file_claim(web.store(), actor=actor, claim=filed, now=now())
    except (BadInput, Conflict) as error:
        return _refused("registration/claim.html", form, error, claim=last)
    return redirect(url_for("registration.claim"))


def withdraw() -> ResponseReturnValue:
    """Take one's own claim back."""
    claim_id = request.form.get("id", "")
    operations.withdraw(web.store(), actor=current_user.account, claim_id=claim_id, now=now())
    flash(gettext("申请已撤回，可以修改后重新提交。"))
    return redirect(url_for("registration.claim"))


def confirm_again() -> ResponseReturnValue:
    """Mail the link that confirms the address once more."""
    actor = current_user.account
    operations.send_confirmation_again(web.store(), web.config(), actor=actor, now=now())
    flash(gettext("确认邮件已重新发送到 %(email)s，之前的链接不再有效。", email=actor.email))
    return redirect(url_for("registration.claim"))


def _claim(form: ClaimForm, *, email: str, person: str) -> Claim:
    return Claim(
        id=form.id.data or "",
        email=email,
        person=person,
        credit_code=form.credit_code.data or "",
        name=form.name.data or "",
        note=form.note.data or "",
    )


def _former(last: Claim | None) -> dict[str, str]:
    """Begin with what the last claim said: often only one thing is to be mended."""
    return {"name": last.name, "credit_code": last.credit_code} if last else {}


def _refused(
    template: str, form: ClaimForm, error: ChainMatchError | None = None, claim: Claim | None = None
) -> ResponseReturnValue:
    problem = translate(error) if error else ""
    shown = render_template(template, form=form, problem=problem, claim=claim, states=STATES)
    return shown, 422 if problem or form.errors else 200
