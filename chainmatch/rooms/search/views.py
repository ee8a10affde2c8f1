"""Pages of the search room."""

from flask import render_template, request
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.choosing.search_form import DISTANCES, SearchForm
from chainmatch.choosing.search_scope import check_scope
from chainmatch.formats import count, today
from chainmatch.rooms.search import addresses, labels, queries
from chainmatch.rooms.search.bounds import limit_chips
from chainmatch.rooms.search.district_view import show_districts
from chainmatch.rooms.search.marking import marked
from graph.domain.clock import date_text


def page() -> ResponseReturnValue:
    """Show the enterprises that match, with filters and what else was found."""
    form, account = SearchForm(request.args), current_user.account
    wanted = form.wanted_by(account.enterprise)
    shown = queries.find_page(
        web.store(), wanted, web.page_number(), at=date_text(today()), viewer=account
    )
    template = "results" if web.wants_fragment() else "page"
    return render_template(
        f"search/{template}.html",
        asked=wanted,
        distances=DISTANCES,
        shown=shown,
        labels=labels,
        marked=marked,
        addresses=addresses,
        same_search=addresses.same_search,
        limit_chips=limit_chips,
    )


def district_map() -> ResponseReturnValue:
    """Show where the enterprises of a search stand, district by district."""
    form, account = SearchForm(request.args), current_user.account
    wanted = form.wanted_by(account.enterprise)
    check_scope(web.store(), wanted.limits, account)
    shown = show_districts(web.store(), wanted, at=date_text(today()))
    return render_template(
        "search/map.html",
        asked=wanted,
        shown=shown,
        addresses=addresses,
        region_links={code: addresses.in_region(code) for code in shown.codes},
        say=count,
    )


def options() -> ResponseReturnValue:
    """Offer the best of each kind while somebody types."""
    form = SearchForm(request.args)
    offered = queries.find_options(
        web.store(), form.wanted_by(""), at=date_text(today()), viewer=current_user.account
    )
    return render_template("search/options.html", offered=offered, marked=marked)
