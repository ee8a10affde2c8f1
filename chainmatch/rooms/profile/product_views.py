"""Pages of the profile room: products."""

from flask import flash, redirect, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.choosing.node_choice import NOTHING, find_named, the_node
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.profile import operations, queries
from chainmatch.rooms.profile.desk import address, asked_enterprise, form_page
from chainmatch.rooms.profile.forms import ProductForm
from graph.domain.clock import now
from graph.domain.codes import name_with_code
from graph.errors import BadInput, ChainMatchError, Conflict, NotFound
from graph.search.nodes import NamedNodes
from graph.store.desk import own_profiles


def product() -> ResponseReturnValue:
    """Add a product, or change what is told of one."""
    code = asked_enterprise()
    form = ProductForm(data=_standing(code))
    if not form.validate_on_submit():
        return _page(form, code)
    meant = request.form.get("node_choice") or form.node.data or ""
    is_staff = current_user.account.sees_drafts
    found = find_named(web.store(), meant, today=today(), is_staff=is_staff)
    try:
        operations.save_product(
            web.store(), **_asked(code, form.seen), product=form.product(the_node(found))
        )
    except (BadInput, NotFound, Conflict) as error:
        return _page(form, code, error, found)
    flash(gettext("产品已保存，搜索和推荐稍后更新。"))
    return redirect(address("page", code) + "#products")


def remove() -> ResponseReturnValue:
    """Take a product away."""
    code = asked_enterprise()
    form = ProductForm()
    node = form.node.data or ""
    operations.remove_product(web.store(), **_asked(code, form.seen), node=node)
    flash(gettext("产品已移除。"))
    return redirect(address("page", code) + "#products")


def _standing(code: str) -> dict:
    """Read what the form begins with: a product of the enterprise, or a node to start from."""
    node = request.args.get("node", "")
    version = str(own_profiles.find_profile(web.store(), code).version)
    made = queries.find_product(web.store(), code, node, today=today()) if node else None
    if made is None:
        return {"version": version, "node": node}
    told = {"share": made.share, "capacity": made.capacity}
    return {"version": version, "node": name_with_code(made.name, made.code), **told}


def _asked(code: str, version: int) -> dict:
    return {
        "actor": current_user.account,
        "code": code,
        "version": version,
        "today": today(),
        "now": now(),
    }


def _page(
    form: ProductForm,
    code: str,
    error: ChainMatchError | None = None,
    found: NamedNodes = NOTHING,
) -> ResponseReturnValue:
    """Show the form; after a conflict beside what stands now of the product."""
    store, is_conflict = web.store(), isinstance(error, Conflict)
    if is_conflict:
        form.version.data = str(own_profiles.find_profile(store, code).version)
    meant = found.exact[0].code if is_conflict and found.exact else ""
    made = queries.find_product(store, code, request.args.get("node", ""), today=today())
    return form_page(
        "profile/product.html",
        queries.the_enterprise(store, code),
        problem=translate(error) if error else "",
        errors=form.errors,
        form=form,
        made=made,
        is_conflict=is_conflict,
        standing=own_profiles.find_product(store, code, meant, today=today()),
        found=found if isinstance(error, BadInput) else NOTHING,
    )
