"""Pages of the explorer."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.access import STAFF, can_enter
from chainmatch.documents.fonts import find_font
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.pictures.map_drawing import say_name
from chainmatch.pictures.png import png_bytes
from chainmatch.pictures.shapes import Drawing
from chainmatch.pictures.svg import svg_text
from chainmatch.rooms.explorer import labels, operations, queries, sheets
from chainmatch.rooms.explorer.drawing_data import as_data
from chainmatch.rooms.explorer.forms import NameForm
from chainmatch.viewing.focus import find_focus, offer_centres
from chainmatch.viewing.wanted import Wanted, keep_state, read_wanted, scope_state
from graph.analysis.explore.grouping import MOST_ELEMENTS
from graph.domain.clock import now
from graph.domain.codes import name_with_code
from graph.domain.explored import Point, PointKind
from graph.errors import BadInput, Conflict, NotFound
from graph.store.analyst import saved_views


def page() -> ResponseReturnValue:
    """Show a view of the map; htmx asks for the side sheet alone."""
    wanted = read_wanted(request.args)
    if web.wants_fragment():
        return render_template("explorer/sheet.html", **_sheet(wanted))
    store, is_staff = web.store(), can_enter(STAFF)
    shown = find_focus(store, wanted, today=today(), is_staff=is_staff)
    picture = queries.show_picture(store, shown, wanted)
    html = render_template(
        "explorer/page.html",
        focus=shown,
        picture=picture,
        table=queries.list_rows(picture, web.page_number()) if picture else None,
        data=as_data(picture) if picture else None,
        filters=queries.list_filters(store, is_staff=is_staff),
        state=keep_state(request.args),
        export=scope_state(shown.scope) if shown.scope and is_staff else "",
        form=NameForm(formdata=None),
        opens=queries.opens,
        say_name=say_name,
        most=MOST_ELEMENTS,
        **_sheet(wanted),
    )
    return html, 404 if shown.is_missing else 200


def nodes() -> ResponseReturnValue:
    """Offer centres while somebody types."""
    told = {"today": today(), "is_staff": can_enter(STAFF)}
    found = offer_centres(web.store(), request.args.get("centre", ""), **told)
    return render_template("explorer/nodes.html", found=found, name_with_code=name_with_code)


def svg() -> ResponseReturnValue:
    """Send the picture as SVG; its boxes open what they stand for."""
    return Response(svg_text(_drawing()), mimetype="image/svg+xml", headers=_named("svg"))


def png() -> ResponseReturnValue:
    """Send the picture as PNG."""
    return Response(png_bytes(_drawing(), find_font()), mimetype="image/png", headers=_named("png"))


def kept() -> ResponseReturnValue:
    """List the views that a person keeps; keep one more."""
    form = NameForm()
    if form.validate_on_submit():
        try:
            operations.save(
                web.store(),
                actor=current_user.account,
                name=form.name.data or "",
                state=form.state.data or "",
                now=now(),
            )
        except Conflict as error:
            form.name.errors = [translate(error)]
        else:
            flash(gettext("已保存视图“%(name)s”。", name=form.name.data))
            return redirect(url_for("explorer.kept"))
    views = saved_views.list_views(web.store(), current_user.account.email)
    html = render_template("explorer/kept.html", views=views, form=form)
    return html, 422 if form.errors else 200


def open_kept(view_id: str) -> ResponseReturnValue:
    """Open a view that a person keeps."""
    view = saved_views.find_view(web.store(), current_user.account.email, view_id)
    return redirect(f"{url_for('explorer.page')}?{view.state}")


def rename(view_id: str) -> ResponseReturnValue:
    """Give a view another name."""
    form = NameForm()
    if not form.validate():
        raise BadInput(str((form.name.errors or [""])[0]))
    name = form.name.data or ""
    operations.rename(web.store(), actor=current_user.account, view_id=view_id, name=name)
    flash(gettext("已保存。"))
    return redirect(url_for("explorer.kept"))


def delete(view_id: str) -> ResponseReturnValue:
    """Forget a view."""
    operations.delete(web.store(), actor=current_user.account, view_id=view_id)
    flash(gettext("已删除保存的视图。"))
    return redirect(url_for("explorer.kept"))


def address_of(point: Point) -> str:
    """Return the page of the explorer that shows what is behind a point."""
    if point.kind == PointKind.PROJECT:
        return url_for("projects.page", code=point.code)
    query = web.address_with(**queries.opens(point)).partition("?")[2]
    return f"{url_for('explorer.page')}?{query}#sheet"


def _sheet(wanted: Wanted) -> dict[str, object]:
    sheet = sheets.show_sheet(
        web.store(),
        wanted.opened,
        wanted.to,
        at=wanted.at,
        region=wanted.region,
        is_staff=can_enter(STAFF),
    )
    return {
        "sheet": sheet,
        "wanted": wanted,
        "labels": labels,
        "address_with": web.address_with,
        "most_makers": sheets.MOST_MAKERS,
    }


def _drawing() -> Drawing:
    wanted = read_wanted(request.args)
    shown = find_focus(web.store(), wanted, today=today(), is_staff=can_enter(STAFF))
    picture = queries.show_picture(web.store(), shown, wanted)
    if picture is None:
        raise NotFound("这个视图里没有可画的内容。")
    return queries.draw_picture(picture, address_of)


def _named(ending: str) -> dict[str, str]:
    kind = "attachment" if request.args.get("download") else "inline"
    return {"Content-Disposition": f'{kind}; filename="chainmatch-map.{ending}"'}
