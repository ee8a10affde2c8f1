"""What every room's views stand on: the URL table, the store, fragments, paging."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import ceil
from urllib.parse import quote, urlencode, urlsplit

from flask import Blueprint, current_app, request

from chainmatch.access import Rule, guarded
from chainmatch.config import Config
from chainmatch.known_days import read_day
from graph.store import Store

PATH_SIGNS = "!$&'()*+,/:;=@"
"""What may stand in a path unencoded (RFC 3986, section 3.3), as Werkzeug writes it too."""


class Room(Blueprint):
    """A blueprint whose table names, for each address, who may enter."""

    def get(self, url: str, name: str, view: Callable, *, allow: Rule) -> None:  # type: ignore[override]
        """Add a page that only reads."""
        self.add_url_rule(url, name, guarded(allow, view), methods=["GET"])

    def post(self, url: str, name: str, view: Callable, *, allow: Rule) -> None:  # type: ignore[override]
        """Add an action that writes."""
        self.add_url_rule(url, name, guarded(allow, view), methods=["POST"])

    def form(self, url: str, name: str, view: Callable, *, allow: Rule) -> None:
        """Add a page with a form that posts back to its own address."""
        self.add_url_rule(url, name, guarded(allow, view), methods=["GET", "POST"])


def store() -> Store:
    """Return the graph of this site."""
    return current_app.extensions["store"]


def config() -> Config:
    """Return the settings of this site."""
    return current_app.extensions["config"]


def wants_fragment() -> bool:
    """Tell whether htmx asked for a part of the page and not for the whole."""
    return request.headers.get("HX-Request") == "true" and "HX-History-Restore-Request" not in (
        request.headers
    )


def local_path(target: str | None, fallback: str) -> str:
    """Return ``target`` if it stays on this site, else ``fallback`` (no open redirects)."""
    if not target or "\\" in target:
        return fallback
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or not target.startswith("/") or target.startswith("//"):
        return fallback
    return target


@dataclass(frozen=True)
class Page:
    """One page of a longer list: ``number`` from 1, ``size`` rows a page, ``total`` rows in all.

    A number beyond the end, of an old address, stands for the last page.
    """

    number: int
    size: int
    total: int

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", min(self.number, self.last))

    @property
    def last(self) -> int:
        """Number of the last page, at least 1."""
        return max(1, ceil(self.total / self.size))

    @property
    def offset(self) -> int:
        """Rows before this page."""
        return (self.number - 1) * self.size

    @property
    def near(self) -> list[int]:
        """Numbers to offer around this page."""
        return list(range(max(1, self.number - 2), min(self.last, self.number + 2) + 1))

    @staticmethod
    def link(number: int) -> str:
        """Return this address with another page number."""
        return address_with(page=number)


def page_number() -> int:
    """Read ``?page=``; anything odd is page 1."""
    text = request.args.get("page", "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 7 else 1


def asked_date() -> date:
    """Read ``?at=``: the day for which the map is read, today if none. Raises BadInput."""
    return read_day(request.args.get("at", ""))


def own_path() -> str:
    """Return the present path as links must write it: a code may hold ``#``, ``?`` or ``%``."""
    return quote(request.path, safe=PATH_SIGNS)


def own_address() -> str:
    """Return the present address, path and query, to come back to."""
    query = request.query_string.decode("ascii", "ignore")
    return f"{own_path()}?{query}" if query else own_path()


def address_with(**changes: object) -> str:
    """Return the present address with some query values changed; None takes one away."""
    kept = [(key, value) for key, value in request.args.items(multi=True) if key not in changes]
    added = [(key, str(value)) for key, value in changes.items() if value is not None]
    query = urlencode(kept + added)
    return f"{own_path()}?{query}" if query else own_path()
