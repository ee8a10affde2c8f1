"""Addresses of a search with something taken out of them: every view can be sent to a colleague."""

from collections.abc import Iterable
from urllib.parse import urlencode

from flask import request, url_for

Pairs = Iterable[tuple[str, str]]


def without(name: str, value: str) -> str:
    """Return this search without one value of a filter, from its first page."""
    return _address(pair for pair in _pairs() if pair != (name, value))


def without_filters() -> str:
    """Return this search with nothing but its words."""
    return _address(pair for pair in _pairs() if pair[0] == "q")


def without_words() -> str:
    """Return this search with its filters but without its words."""
    return _address(pair for pair in _pairs() if pair[0] != "q")


def same_search() -> dict[str, list[str]]:
    """Return this search as arguments of another address, without its page."""
    return {name: request.args.getlist(name) for name in request.args if name != "page"}


def in_region(code: str) -> str:
    """Return the list of this search's enterprises in one region."""
    others = {name: told for name, told in same_search().items() if name != "region"}
    return url_for("search.page", **{**others, "region": [code]})


def _pairs() -> list[tuple[str, str]]:
    return [pair for pair in request.args.items(multi=True) if pair[0] != "page"]


def _address(pairs: Pairs) -> str:
    query = urlencode(list(pairs))
    return f"{request.path}?{query}" if query else request.path
