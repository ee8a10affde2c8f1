"""Pages of the saved-searches room."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import MultiDict

from chainmatch import web
from chainmatch.choosing.search_form import keep_query
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.saved_searches import operations
from chainmatch.rooms.saved_searches.forms import SavedSearchForm
from graph.domain.clock import now
from graph.domain.saved_search import LONGEST_NAME, MOST_SEARCHES, MOST_WATCHED
from graph.errors import BadInput, Conflict
from graph.store.desk import saved_searches


def index() -> ResponseReturnValue:
    """List what the visitor keeps."""
    searches = saved_searches.list_searches(web.store(), current_user.account.email)
    return render_template(
        "saved_searches/index.html", searches=searches, most=MOST_SEARCHES, widest=MOST_WATCHED
    )


def new() -> ResponseReturnValue:
    """Keep the search that the address describes."""
    form = SavedSearchForm(data=None if request.method == "POST" else _suggested())
    if form.validate_on_submit():
        try:
            return _save(form)
        except Conflict as error:
            form.name.errors = [translate(error)]
    return render_template("saved_searches/new.html", form=form, most=MOST_SEARCHES)


def run(search_id: str) -> ResponseReturnValue:
    """Open the list of a search as it is today."""
    kept = saved_searches.find_search(web.store(), current_user.account.email, search_id)
    return redirect(f"{url_for('search.page')}?{kept.query}")


def change(search_id: str) -> ResponseReturnValue:
    """Rename a search and switch its alerts."""
    form = SavedSearchForm()
    if not form.validate():
        raise BadInput(str(next(iter(form.errors.values()))[0]))
    operations.change(
        web.store(),
        actor=current_user.account,
        search_id=search_id,
        name=form.name.data or "",
        alerts=bool(form.alerts.data),
    )
    flash(gettext("已保存。"))
    return redirect(url_for("saved_searches.index"))


def delete(search_id: str) -> ResponseReturnValue:
    """Forget a search."""
    operations.delete(web.store(), actor=current_user.account, search_id=search_id)
    flash(gettext("已删除保存的搜索。"))
    return redirect(url_for("saved_searches.index"))


def _save(form: SavedSearchForm) -> ResponseReturnValue:
    operations.save(
        web.store(),
        actor=current_user.account,
        name=form.name.data or "",
        query=form.query.data or "",
        alerts=bool(form.alerts.data),
        today=today(),
        now=now(),
    )
    flash(gettext("已保存搜索“%(name)s”。", name=form.name.data))
    return redirect(url_for("saved_searches.index"))


def _suggested() -> dict[str, object]:
    name = request.args.get("q", "")[:LONGEST_NAME]
    return {"name": name, "alerts": True, "query": keep_query(MultiDict(request.args))}
