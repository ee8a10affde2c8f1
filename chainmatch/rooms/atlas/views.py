"""Pages of the atlas room."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Response, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from markupsafe import Markup

from chainmatch import web
from chainmatch.documents.fonts import find_font
from chainmatch.fields import version_field
from chainmatch.formats import today
from chainmatch.i18n import gettext, pick, translate
from chainmatch.pictures.map_drawing import say_makers, say_name
from chainmatch.pictures.png import png_bytes
from chainmatch.pictures.svg import svg_text
from chainmatch.rooms.atlas import forms, labels, operations, queries
from chainmatch.rooms.atlas.paper import write_pdf
from graph.domain.account import Account
from graph.domain.chain_atlas import Atlas
from graph.domain.clock import now
from graph.errors import BadInput, Conflict


def index() -> ResponseReturnValue:
    """List published maps; the staff sees drafts too, and drafts one."""
    return _index(forms.NewForm(formdata=None, data={"day": today()}))


def new() -> ResponseReturnValue:
    """Draft a map."""
    form = forms.NewForm()
    if not form.validate_on_submit() or form.day.data is None:
        return _index(form), 422
    told = {"chain": form.chain.data or "", "day": form.day.data, "now": now()}
    try:
        made = operations.draft(web.store(), actor=current_user.account, **told)
    except (BadInput, Conflict) as error:
        return _index(form, translate(error)), 409 if isinstance(error, Conflict) else 422
    flash(gettext("图谱已起草，请选出重点环节、写明发展方向。"))
    return redirect(url_for("atlas.edit", atlas_id=made.id))


def latest(code: str) -> ResponseReturnValue:
    """Go to the latest published map of a chain: an address that stays."""
    return redirect(url_for("atlas.page", atlas_id=queries.find_latest(web.store(), code).id))


def page(atlas_id: str) -> ResponseReturnValue:
    """Show an edition."""
    return _page(atlas_id)


def pdf(atlas_id: str) -> ResponseReturnValue:
    """Send it as a PDF."""
    found = queries.find_atlas(web.store(), reader(), atlas_id)
    file = write_pdf(web.store(), found)
    return send_file(file, "application/pdf", as_attachment=True, download_name=_name(found, "pdf"))


def svg(atlas_id: str) -> ResponseReturnValue:
    """Send its picture as SVG."""
    found = queries.find_atlas(web.store(), reader(), atlas_id)
    return Response(svg_text(queries.draw(found)), mimetype="image/svg+xml")


def png(atlas_id: str) -> ResponseReturnValue:
    """Send its picture as PNG."""
    found = queries.find_atlas(web.store(), reader(), atlas_id)
    return Response(png_bytes(queries.draw(found), find_font()), mimetype="image/png")


def edit(atlas_id: str) -> ResponseReturnValue:
    """Change the texts and key nodes of a draft."""
    atlas = queries.find_atlas(web.store(), reader(), atlas_id)
    form = forms.TextsForm.of(atlas) if request.method == "GET" else forms.TextsForm()
    if not atlas.is_draft:
        return _closed(atlas, form)
    if not form.validate_on_submit():
        return _edit(_ticked(atlas, form), form), 422 if form.errors else 200
    read, texts = replace(atlas, version=form.seen), form.texts(request.form, atlas)
    try:
        operations.edit(web.store(), actor=current_user.account, atlas=read, texts=texts, now=now())
    except Conflict as error:
        return _changed_meanwhile(atlas_id, form, translate(error))
    flash(gettext("已保存。"))
    return redirect(url_for("atlas.page", atlas_id=atlas_id))


def renew(atlas_id: str) -> ResponseReturnValue:
    """Read the map of a draft again."""
    form = forms.RenewForm()
    if not form.validate():
        return _page(atlas_id, str((form.day.errors or [""])[0])), 422
    day = form.day.data or today()
    return _act(atlas_id, operations.renew, gettext("图谱已重新读取。"), day=day)


def publish(atlas_id: str) -> ResponseReturnValue:
    """Publish a draft."""
    return _act(atlas_id, operations.publish, gettext("已发布，任何人都可以查看。"))


def withdraw(atlas_id: str) -> ResponseReturnValue:
    """Take a published edition back."""
    return _act(atlas_id, operations.withdraw, gettext("已撤回，只有工作人员可以查看。"))


def discard(atlas_id: str) -> ResponseReturnValue:
    """Throw a draft away."""
    atlas = queries.find_atlas(web.store(), reader(), atlas_id)
    read = replace(atlas, version=version_field(request.form))
    operations.discard(web.store(), actor=current_user.account, atlas=read, now=now())
    flash(gettext("草稿已删除。"))
    return redirect(url_for("atlas.index"))


def reader() -> Account | None:
    """Return the account of who reads; None for a visitor."""
    return current_user.account if current_user.is_authenticated else None


def _act(atlas_id: str, do: Callable[..., Any], words: str, **told: Any) -> ResponseReturnValue:
    atlas = queries.find_atlas(web.store(), reader(), atlas_id)
    read = replace(atlas, version=version_field(request.form))
    try:
        do(web.store(), actor=current_user.account, atlas=read, now=now(), **told)
    except (BadInput, Conflict) as error:
        status = 409 if isinstance(error, Conflict) else 422
        return _page(atlas_id, translate(error)), status
    flash(words)
    return redirect(url_for("atlas.page", atlas_id=atlas_id))


def _index(form: forms.NewForm, problem: str = "") -> str:
    form.chain.choices = [
        (each.code, pick(each.name, each.name_en)) for each in queries.list_chains(web.store())
    ]
    return render_template(
        "atlas/index.html",
        rows=queries.list_latest(web.store(), reader()),
        form=form,
        problem=problem,
        labels=labels,
    )


def _page(atlas_id: str, problem: str = "") -> str:
    shown = queries.show_atlas(web.store(), reader(), atlas_id)
    return render_template(
        "atlas/page.html",
        shown=shown,
        picture=Markup(svg_text(queries.draw(shown.atlas))),  # noqa: S704 - written by ElementTree
        problem=problem,
        labels=labels,
        say_name=say_name,
        say_makers=say_makers,
    )


def _ticked(atlas: Atlas, form: forms.TextsForm) -> Atlas:
    """Return the draft with the key nodes that the page shows as ticked."""
    if request.method == "GET":
        return atlas
    keys = form.texts(request.form, atlas).key_nodes
    return replace(atlas, texts=replace(atlas.texts, key_nodes=keys))


def _changed_meanwhile(atlas_id: str, form: forms.TextsForm, problem: str) -> ResponseReturnValue:
    """Show what stands now beside what was typed: saving again replaces what is shown."""
    standing = queries.find_atlas(web.store(), reader(), atlas_id)
    if not standing.is_draft:
        return _closed(standing, form)
    form.version.data = str(standing.version)
    return _edit(_ticked(standing, form), form, problem, standing), 409


def _closed(atlas: Atlas, form: forms.TextsForm) -> ResponseReturnValue:
    """Say why an edition is not edited any more, with what was typed for it."""
    typed = form if request.method == "POST" else None
    html = render_template(
        "atlas/closed.html",
        atlas=atlas,
        typed=typed,
        ticked=_ticked(atlas, form).key_points,
        labels=labels,
        say_name=say_name,
    )
    return html, 409


def _edit(
    atlas: Atlas, form: forms.TextsForm, problem: str = "", standing: Atlas | None = None
) -> str:
    return render_template(
        "atlas/edit.html",
        atlas=atlas,
        standing=standing,
        form=form,
        reasons={key.code: key.reason for key in atlas.texts.key_nodes},
        problem=problem,
        labels=labels,
        say_name=say_name,
        say_makers=say_makers,
    )


def _name(atlas: Atlas, ending: str) -> str:
    return f"{atlas.texts.title}-{atlas.edition}.{ending}"
