"""Addresses of a search with something taken out of them: every view can be sent to a colleague."""

from collections.abc import Iterable
from urllib.parse import urlencode

from flask import request

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


def _pairs() -> list[tuple[str, str]]:
    return [pair for pair in request.args.items(multi=True) if pair[0] != "page"]


def _address(pairs: Pairs) -> str:
    query = urlencode(list(pairs))
    return f"{request.path}?{query}" if query else request.path
