"""Pages of the membership room."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.i18n import current_language, gettext, translate
from chainmatch.rooms.membership import operations, queries
from chainmatch.rooms.membership.forms import InvitationForm, JoinForm
from chainmatch.rooms.membership.labels import LINK_STATES, MEMBERSHIPS
from graph.domain.account import Membership
from graph.domain.clock import now
from graph.domain.one_time_link import OneTimeLink
from graph.errors import BadInput, Conflict, NotFound
from graph.store.map import enterprises
from graph.store.people import accounts


def page() -> ResponseReturnValue:
    """Show the people of one's own enterprise."""
    return _page(current_user.account.enterprise, InvitationForm(formdata=None))


def of(code: str) -> ResponseReturnValue:
    """Show an administrator the people of any enterprise."""
    return _page(code, InvitationForm(formdata=None))


def invite() -> ResponseReturnValue:
    """Invite somebody; the link is shown once."""
    form = InvitationForm()
    code = _named()
    operations.check_can_manage(current_user.account, code)
    if not form.validate():
        return _page(code, form)
    try:
        address = operations.invite(
            web.store(),
            web.config(),
            actor=current_user.account,
            enterprise=code,
            email=form.email.data or "",
            membership=Membership(form.membership.data),
            by_mail=bool(form.by_mail.data),
            now=now(),
        )
    except Conflict as error:
        return _page(code, form, translate(error))
    return render_template("membership/invited.html", address=address, form=form, back=_back(code))


def revoke() -> ResponseReturnValue:
    """End an invitation."""
    link_id = request.form.get("id", "")
    operations.revoke(web.store(), **_asked(), link_id=link_id)
    flash(gettext("邀请已撤销，链接不再有效。"))
    return redirect(_back(_named()))


def remove() -> ResponseReturnValue:
    """Let somebody no longer act for the enterprise."""
    email = request.form.get("email", "")
    operations.remove(web.store(), **_asked(), email=email)
    flash(gettext("%(email)s 不再代表这家企业。", email=email))
    return redirect(_back(_named()))


def change() -> ResponseReturnValue:
    """Make somebody owner or member, or hand one's own place over."""
    email, wanted = request.form.get("email", ""), request.form.get("membership", "")
    if wanted == "hand-over":
        operations.hand_over(web.store(), actor=current_user.account, email=email, now=now())
        flash(gettext("负责人已移交给 %(email)s，您现在是成员。", email=email))
        return redirect(url_for("membership.page"))
    if wanted not in list(Membership):
        raise BadInput("请从列表中选择。")
    operations.change(web.store(), **_asked(), email=email, membership=Membership(wanted))
    flash(gettext("已更改 %(email)s 的身份。", email=email))
    return redirect(_back(_named()))


def leave() -> ResponseReturnValue:
    """Stop acting for one's own enterprise."""
    operations.leave(web.store(), actor=current_user.account, now=now())
    flash(gettext("您不再代表这家企业。"))
    return redirect(url_for("registration.claim"))


def invitation(token: str) -> ResponseReturnValue:
    """Accept an invitation, with a new account or one's own."""
    link = operations.find_invitation(web.store(), token=token, now=now())
    if current_user.is_authenticated:
        return _join(link, token)
    form = JoinForm()
    if accounts.find_account(web.store(), link.email) or not form.validate_on_submit():
        return _invitation(link, form)
    operations.join_as_new(
        web.store(),
        token=token,
        name=form.name.data or "",
        password=form.password.data or "",
        locale=current_language(),
        now=now(),
    )
    flash(gettext("账号已建立，请登录。"))
    return redirect(url_for("accounts.sign_in"))


def _join(link: OneTimeLink, token: str) -> ResponseReturnValue:
    if request.method == "GET":
        return _invitation(link, JoinForm(formdata=None))
    operations.join(web.store(), actor=current_user.account, token=token, now=now())
    flash(gettext("您现在代表这家企业。"))
    return redirect(url_for("home.page"))


def _invitation(link: OneTimeLink, form: JoinForm) -> ResponseReturnValue:
    has_account = accounts.find_account(web.store(), link.email) is not None
    shown = render_template(
        "membership/invitation.html",
        link=link,
        form=form,
        has_account=has_account,
        memberships=MEMBERSHIPS,
    )
    return shown, 422 if form.errors else 200


def _page(code: str, form: InvitationForm, problem: str = "") -> ResponseReturnValue:
    enterprise = enterprises.find_enterprise(web.store(), code)
    if enterprise is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    people = queries.show_people(web.store(), current_user.account, enterprise, now=now())
    shown = render_template(
        "membership/page.html",
        people=people,
        form=form,
        problem=problem,
        memberships=MEMBERSHIPS,
        link_states=LINK_STATES,
    )
    return shown, 409 if problem else 422 if form.errors else 200


def _asked() -> dict:
    return {"actor": current_user.account, "enterprise": _named(), "now": now()}


def _named() -> str:
    """Return the enterprise that the form is about: one's own unless an administrator says."""
    return request.form.get("enterprise") or current_user.account.enterprise


def _back(code: str) -> str:
    is_own = code == current_user.account.enterprise
    return url_for("membership.page") if is_own else url_for("membership.of", code=code)
