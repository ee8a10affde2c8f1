"""Pages of the recommendations room."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.formats import today
from chainmatch.rooms.recommendations import comparing, fragments, labels, queries
from chainmatch.rooms.recommendations.forms import ComparisonForm, FilterForm
from graph.domain.clock import date_text


def mine() -> ResponseReturnValue:
    """Show the partners of the enterprise that the signed-in person acts for."""
    code = current_user.account.enterprise
    if not code:
        return render_template("recommendations/choose.html")
    return _list(code)


def page(code: str) -> ResponseReturnValue:
    """Show the partners recommended to an enterprise."""
    return _list(code)


def compare(code: str) -> ResponseReturnValue:
    """Show the partners of an enterprise as two versions of the ranking order them."""
    models = web.config().models
    versions = comparing.list_versions(models)
    form = ComparisonForm(request.args)
    form.offer([version.name for version in versions if not version.is_for_rank])
    compared = comparing.compare(
        web.store(), code, form.wanted_role, form.versions, at=date_text(today()), models=models
    )
    return render_template(
        "recommendations/compare.html", form=form, compared=compared, versions=versions
    )


def _list(code: str) -> ResponseReturnValue:
    form = FilterForm(request.args)
    form.offer(
        queries.region_choices(web.store()),
        queries.chain_choices(web.store(), current_user.account),
    )
    shown = queries.find_page(
        web.store(),
        code,
        form.wish(at=date_text(today())),
        web.page_number(),
        own=current_user.account.enterprise,
        models=web.config().models,
    )
    template = "results" if web.wants_fragment() else "page"
    return render_template(
        f"recommendations/{template}.html",
        form=form,
        shown=shown,
        labels=labels,
        fragments=fragments,
        address_with=web.address_with,
    )
