"""Pages of the profile room: the whole, its plain facts, its history."""

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.choosing import region_choice
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.profile import labels, operations, queries
from chainmatch.rooms.profile.desk import address, asked_enterprise, form_page
from chainmatch.rooms.profile.forms import BasicsForm
from graph.domain.clock import now
from graph.errors import BadInput, Conflict
from graph.store.desk import own_profiles


def page() -> ResponseReturnValue:
    """Show all that an enterprise tells of itself."""
    shown = queries.show_profile(web.store(), asked_enterprise(), today=today())
    return render_template("profile/page.html", shown=shown, labels=labels, address=address)


def basics() -> ResponseReturnValue:
    """Change the plain facts."""
    code = asked_enterprise()
    found = own_profiles.find_profile(web.store(), code)
    form = BasicsForm.of(
        found.basics, region_choice.region_name(web.store(), found.basics.region), found.version
    )
    if not form.validate_on_submit():
        return _basics_page(form, code)
    try:
        told = form.basics(region_choice.region_code(web.store(), form.region.data or ""))
        operations.save_basics(
            web.store(),
            actor=current_user.account,
            code=code,
            basics=told,
            version=form.seen,
            today=today(),
            now=now(),
        )
    except BadInput as error:
        form.region.errors = [translate(error)]
        return _basics_page(form, code)
    except Conflict as error:
        form.version.data = str(found.version)
        return _basics_page(form, code, translate(error))
    flash(gettext("资料已保存。"))
    return redirect(address("page", code))


def history() -> ResponseReturnValue:
    """Show what was changed."""
    shown = queries.show_history(web.store(), asked_enterprise(), number=web.page_number())
    return render_template("profile/history.html", shown=shown, address=address)


def _basics_page(form: BasicsForm, code: str, problem: str = "") -> ResponseReturnValue:
    """Show the form; after a conflict beside what stands now."""
    store = web.store()
    standing = own_profiles.find_profile(store, code).basics if problem else None
    return form_page(
        "profile/basics.html",
        queries.the_enterprise(store, code),
        problem=problem,
        errors=form.errors,
        form=form,
        standing=standing,
        standing_region=region_choice.region_name(store, standing.region) if standing else "",
        regions=region_choice.region_options(store),
    )
