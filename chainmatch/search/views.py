"""Pages of the search room."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from chainmatch import web
from chainmatch.formats import today
from chainmatch.search import addresses, labels, queries
from chainmatch.search.forms import SearchForm
from chainmatch.search.marking import marked
from graph.domain.clock import date_text


def page() -> ResponseReturnValue:
    """Show the enterprises that match, with filters and what else was found."""
    form = SearchForm(request.args)
    shown = queries.find_page(web.store(), form.wanted, web.page_number(), at=date_text(today()))
    template = "results" if web.wants_fragment() else "page"
    return render_template(
        f"search/{template}.html",
        form=form,
        shown=shown,
        labels=labels,
        marked=marked,
        addresses=addresses,
    )


def options() -> ResponseReturnValue:
    """Offer the best of each kind while somebody types."""
    form = SearchForm(request.args)
    offered = queries.find_options(web.store(), form.wanted, at=date_text(today()))
    return render_template("search/options.html", offered=offered, marked=marked)
