"""Pages of the listings room."""

from uuid import uuid4

from flask import redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.choosing.node_choice import NOTHING, find_named, the_node
from chainmatch.fields import version_field
from chainmatch.filing import attachments
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.listings import labels, operations, queries
from chainmatch.rooms.listings.forms import FilterForm, ListingForm, RefusalForm
from chainmatch.rooms.listings.queries import ListingList
from chainmatch.rooms.listings.uploads import Upload
from graph.domain.clock import now
from graph.domain.listing import Listing, ListingKind
from graph.errors import BadInput, ChainMatchError, Conflict, NotFound
from graph.search.nodes import NamedNodes


def index() -> ResponseReturnValue:
    """List public offers and needs."""
    form = FilterForm(request.args)
    form.chain.choices = [
        ("", gettext(labels.ALL)),
        *queries.chain_choices(web.store(), current_user.account),
    ]
    shown = queries.list_market(
        web.store(), current_user.account, form.market, today=today(), number=web.page_number()
    )
    return _list(shown, form)


def mine() -> ResponseReturnValue:
    """List what one's own enterprise posted."""
    return _list(queries.list_mine(web.store(), current_user.account, number=web.page_number()))


def review() -> ResponseReturnValue:
    """List what waits for review."""
    return _list(queries.list_waiting(web.store(), number=web.page_number()))


def nodes() -> ResponseReturnValue:
    """Offer nodes while somebody types."""
    found = _find_named(request.args.get("node", ""))
    return render_template("listings/nodes.html", found=found)


def new() -> ResponseReturnValue:
    """Take an offer or a need."""
    operations.check_can_post(current_user.account)
    return _edit(ListingForm(data=_wished()), None)


def change(listing_id: str) -> ResponseReturnValue:
    """Change an offer or a need."""
    before = operations.find_own(web.store(), current_user.account, listing_id, today=today())
    return _edit(ListingForm.of(before), before)


def page(listing_id: str) -> ResponseReturnValue:
    """Show a listing and who fits it."""
    return _page(listing_id, RefusalForm(formdata=None))


def publish(listing_id: str) -> ResponseReturnValue:
    """Make a listing public."""
    operations.publish(web.store(), **_asked(listing_id), today=today())
    return redirect(url_for("listings.review"))


def refuse(listing_id: str) -> ResponseReturnValue:
    """Send a listing back with a reason."""
    form = RefusalForm()
    if not form.validate():
        return _page(listing_id, form)
    operations.refuse(web.store(), **_asked(listing_id), reason=form.reason.data or "")
    return redirect(url_for("listings.review"))


def close(listing_id: str) -> ResponseReturnValue:
    """End a listing."""
    operations.close(web.store(), **_asked(listing_id), today=today())
    return redirect(url_for("listings.page", listing_id=listing_id))


def renew(listing_id: str) -> ResponseReturnValue:
    """Keep a listing public for longer."""
    operations.renew(web.store(), **_asked(listing_id), today=today())
    return redirect(url_for("listings.page", listing_id=listing_id))


def file(listing_id: str, sha256: str) -> ResponseReturnValue:
    """Send an attachment."""
    listing = operations.find_visible(web.store(), current_user.account, listing_id, today=today())
    found = next((each for each in listing.files if each.sha256 == sha256), None)
    path = web.config().files / sha256 if found else None
    if found is None or path is None or not path.is_file():
        raise NotFound("没有这个文件，可能已被清除。")
    media = attachments.media_type(found.name)
    return send_file(path, media, as_attachment=True, download_name=found.name)


def _asked(listing_id: str) -> dict:
    return {
        "actor": current_user.account,
        "listing_id": listing_id,
        "version": version_field(request.form),
        "now": now(),
    }


def _wished() -> dict:
    """Read what the link to the form asks for: a kind and a node."""
    return {
        "id": uuid4().hex,
        "kind": request.args.get("kind", ListingKind.NEED.value),
        "node": request.args.get("node", ""),
    }


def _list(shown: ListingList, form: FilterForm | None = None) -> ResponseReturnValue:
    return render_template(
        "listings/index.html",
        shown=shown,
        form=form,
        labels=labels,
        today=today(),
        can_post=operations.can_post(current_user.account),
    )


def _page(listing_id: str, form: RefusalForm) -> ResponseReturnValue:
    account = current_user.account
    listing = operations.find_visible(web.store(), account, listing_id, today=today())
    html = render_template(
        "listings/page.html",
        shown=queries.show_listing(web.store(), listing, today=today()),
        form=form,
        labels=labels,
        today=today(),
        can_change=operations.can_change(account, listing),
    )
    return html, 422 if form.errors else 200


def _edit(form: ListingForm, before: Listing | None) -> ResponseReturnValue:
    """Show the form, or save what it says and show the listing."""
    if not form.validate_on_submit():
        return _form_page(form, before)
    meant = request.form.get("node_choice") or form.node.data or ""
    found = _find_named(meant)
    try:
        draft = form.listing(the_node(found), before)
        _save(draft, before)
    except (BadInput, NotFound, Conflict) as error:
        return _form_page(form, before, error, found)
    return redirect(url_for("listings.page", listing_id=draft.id))


def _save(draft: Listing, before: Listing | None) -> None:
    given = request.files.getlist("files")
    common = {
        "actor": current_user.account,
        "draft": draft,
        "uploads": [Upload(each.filename, each.stream) for each in given if each.filename],
        "now": now(),
    }
    store, folder = web.store(), web.config().files
    if before is None:
        operations.post_listing(store, folder, **common, today=today())
    else:
        kept = request.form.getlist("kept")
        operations.change_listing(store, folder, **common, before=before, kept=kept)


def _form_page(
    form: ListingForm,
    before: Listing | None,
    error: ChainMatchError | None = None,
    found: NamedNodes = NOTHING,
) -> ResponseReturnValue:
    """Show the form; after a conflict with what stands now, which the next try is based on."""
    is_conflict = isinstance(error, Conflict) and before is not None
    if is_conflict and before:
        form.version.data = str(before.version)
    html = render_template(
        "listings/form.html",
        form=form,
        before=before,
        problem=translate(error) if error else "",
        is_conflict=is_conflict,
        found=found if isinstance(error, BadInput) else NOTHING,
        labels=labels,
    )
    return html, 422 if form.errors or error else 200


def _find_named(text: str) -> NamedNodes:
    is_staff = current_user.account.sees_drafts
    return find_named(web.store(), text, today=today(), is_staff=is_staff)
