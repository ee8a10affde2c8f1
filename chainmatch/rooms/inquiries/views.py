"""Pages of the inquiries room."""

import io
from dataclasses import asdict, replace
from typing import Any

from flask import current_app, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.i18n import gettext, translate
from chainmatch.rooms.inquiries import files, labels, operations, queries
from chainmatch.rooms.inquiries.forms import QueryForm
from chainmatch.rooms.inquiries.values import read_value, read_values, write_value, write_values
from graph.domain.clock import now
from graph.domain.inquiry import Answer, Chart, SavedQuery
from graph.errors import BadInput, ChainMatchError, Conflict, NotFound
from graph.inquiry import ask, check
from graph.schema import READABLE_LABELS, READABLE_LINKS
from graph.store.analyst import saved_queries


def index() -> ResponseReturnValue:
    """List the visitor's queries, those shared, and examples to start from."""
    kept = saved_queries.list_queries(web.store(), current_user.account.email)
    return render_template("inquiries/index.html", kept=kept, labels=labels)


def new() -> ResponseReturnValue:
    """Write a query, try it, keep it."""
    form = QueryForm(data=_example() if request.method == "GET" else None)
    if not form.validate_on_submit():
        return _editor(form)
    return _try(form) if "try" in request.form else _keep(form, "")


def page(query_id: str) -> ResponseReturnValue:
    """Show a query and, when asked to run it, what it finds with the values of the address."""
    query = _find(query_id)
    values, shown = _values(query), None
    parameters, problem = _parameters(query)
    if "run" in request.args and not problem:
        shown, problem = _run(query, values)
    return render_template(
        "inquiries/page.html",
        query=query,
        fields={name: write_value(values.get(name, "")) for name in parameters},
        shown=shown,
        problem=problem,
        labels=labels,
        can_change=operations.can_change(current_user.account, query),
        can_delete=operations.can_delete(current_user.account, query),
    )


def table(query_id: str, form: str) -> ResponseReturnValue:
    """Send all rows that a query finds as a file."""
    if form not in files.TYPES:
        raise NotFound("没有这种格式，可选 csv 或 xlsx。")
    query = _find(query_id)
    answer = _ask(query.text, _values(query))
    file = io.BytesIO(files.write(answer, form))
    name = f"{query.name}.{form}"
    return send_file(file, files.TYPES[form], as_attachment=True, download_name=name)


def edit(query_id: str) -> ResponseReturnValue:
    """Change a query of one's own."""
    query = _find(query_id)
    operations.check_own(current_user.account, query)
    form = QueryForm(data=None if request.method == "POST" else _filled(query))
    if not form.validate_on_submit():
        return _editor(form, query)
    return _try(form, query) if "try" in request.form else _keep(form, query_id)


def delete(query_id: str) -> ResponseReturnValue:
    """Forget a query."""
    operations.delete(web.store(), actor=current_user.account, query_id=query_id, now=now())
    flash(gettext("已删除查询。"))
    return redirect(url_for("inquiries.index"))


def _example() -> dict[str, Any] | None:
    """Fill the form from the example that the address names."""
    example = labels.EXAMPLES.get(request.args.get("from", ""))
    return _filled(replace(example, name=gettext(example.name))) if example else None


def _find(query_id: str) -> SavedQuery:
    return saved_queries.find_query(web.store(), query_id, reader=current_user.account.email)


def _values(query: SavedQuery) -> dict[str, Any]:
    """Return the values of the address where it has any, else those kept with the query."""
    given = {
        name.removeprefix("p."): read_value(value)
        for name, value in request.args.items()
        if name.startswith("p.") and value.strip()
    }
    return {**query.defaults, **given}


def _parameters(query: SavedQuery) -> tuple[tuple[str, ...], str]:
    """Name the parameters of a kept query, or say why it may be run no longer."""
    try:
        return check(query.text).parameters, ""
    except BadInput as error:
        return (), translate(error)


def _ask(text: str, values: dict[str, Any]) -> Answer:
    return ask(current_app.extensions["reader"], text, values)


def _run(query: SavedQuery, values: dict[str, Any]) -> tuple[queries.Shown | None, str]:
    try:
        return queries.show(_ask(query.text, values), query.chart), ""
    except (BadInput, Conflict) as error:
        return None, translate(error)


def _try(form: QueryForm, query: SavedQuery | None = None) -> ResponseReturnValue:
    shown, problem = _run(_read(form, ""), read_values(form.defaults.data or ""))
    return _editor(form, query, shown=shown, problem=problem)


def _keep(form: QueryForm, query_id: str) -> ResponseReturnValue:
    if not form.name.data:
        form.name.errors = [gettext("请给这条查询起个名称。")]
        return _editor(form)
    query = _read(form, query_id)
    save = operations.change if query_id else operations.create
    try:
        kept = save(web.store(), actor=current_user.account, query=query, now=now())
    except ChainMatchError as error:
        return _editor(form, query if query_id else None, problem=translate(error))
    flash(gettext("已保存查询“%(name)s”。", name=query.name))
    return redirect(url_for("inquiries.page", query_id=kept or query_id))


def _editor(
    form: QueryForm,
    query: SavedQuery | None = None,
    *,
    shown: queries.Shown | None = None,
    problem: str = "",
) -> ResponseReturnValue:
    html = render_template(
        "inquiries/edit.html",
        form=form,
        query=query,
        shown=shown,
        problem=problem,
        readable=(sorted(READABLE_LABELS), sorted(READABLE_LINKS)),
    )
    return html, 422 if form.errors or problem else 200


def _filled(query: SavedQuery) -> dict[str, Any]:
    return {**asdict(query), "chart": query.chart.value, "defaults": write_values(query.defaults)}


def _read(form: QueryForm, query_id: str) -> SavedQuery:
    return SavedQuery(
        id=query_id,
        name=form.name.data or "",
        text=form.text.data or "",
        note=form.note.data or "",
        defaults=read_values(form.defaults.data or ""),
        chart=Chart(form.chart.data),
        is_shared=bool(form.is_shared.data),
        version=form.seen,
    )
