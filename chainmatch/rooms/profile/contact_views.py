"""Pages of the profile room: contacts."""

from uuid import uuid4

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.profile import operations, queries
from chainmatch.rooms.profile.desk import address, asked_enterprise, form_page
from chainmatch.rooms.profile.forms import ContactForm
from graph.domain.clock import now
from graph.domain.contact import Contact
from graph.errors import Conflict
from graph.store.people import contacts


def contact() -> ResponseReturnValue:
    """Add a contact, or change one."""
    code = asked_enterprise()
    standing = _standing(code)
    form = ContactForm(data=vars(standing))
    if not form.validate_on_submit():
        return _page(form, code, standing)
    told = form.contact()
    try:
        operations.save_contact(
            web.store(), actor=current_user.account, code=code, contact=told, now=now()
        )
    except Conflict as error:
        form.version.data = str(standing.version)
        return _page(form, code, standing, translate(error))
    flash(gettext("联系人已保存。"))
    return redirect(address("page", code) + "#contacts")


def remove() -> ResponseReturnValue:
    """Take a contact away."""
    code = asked_enterprise()
    form = ContactForm()
    operations.remove_contact(
        web.store(),
        actor=current_user.account,
        code=code,
        contact_id=form.id.data or "",
        version=form.seen,
        now=now(),
    )
    flash(gettext("联系人已移除。"))
    return redirect(address("page", code) + "#contacts")


def _standing(code: str) -> Contact:
    contact_id = request.args.get("id", "")
    if contact_id:
        return contacts.find_contact(web.store(), code, contact_id)
    return Contact(uuid4().hex, "")


def _page(
    form: ContactForm, code: str, standing: Contact, problem: str = ""
) -> ResponseReturnValue:
    return form_page(
        "profile/contact.html",
        queries.the_enterprise(web.store(), code),
        problem=problem,
        errors=form.errors,
        form=form,
        standing=standing,
    )
