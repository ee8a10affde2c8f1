"""Former codes: wherever a request names a merged enterprise, the one that stayed is meant.

This is the one place of the site where it does: before a page or an answer is made, what the
request names is brought up to date. Rooms need not ask for former codes themselves.
"""

import re
from collections.abc import Iterator, Mapping

from flask import Flask, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import ImmutableMultiDict, MultiDict

from chainmatch import problems, web
from graph.domain.codes import ARROW, bracketed_code
from graph.domain.explored import PointKind
from graph.store.merging import find_present_codes

PLACES = frozenset(
    {
        "api.enterprise",
        "api.recommendations",
        "enterprises.neighbourhood",
        "enterprises.page",
        "membership.of",
        "recommendations.compare",
        "recommendations.page",
    }
)
"""Addresses that have the code of an enterprise in their path."""
NAMES = frozenset(
    {
        "asker", "centre", "code", "end", "enterprise", "host", "investor", "name", "open",
        "origin", "other", "owner", "partner", "q", "record", "start", "to", "trade",
    }
)  # fmt: skip
"""Parameters and fields, on any page, that may hold the code of an enterprise: alone, as people
write it (``名称 [编码]``), as the key of a point of the map, or as an end of a trade."""
KEPT = frozenset({"api.changes", "changes", "duplicates"})
"""Rooms and addresses that are about former codes themselves: what was merged and when."""
POINT = f"{PointKind.ENTERPRISE}:"
NUMBER = re.compile(r"-\d+$")
"""By which a form tells its several fields of one name apart."""

Present = Mapping[str, str]


def init_app(app: Flask) -> None:
    """Let former codes lead on before a page is read; programs are let in first (api.views)."""
    app.before_request(_lead_on)


def rewrite() -> bool:
    """Let this request name present records; True where the record in its path is another now."""
    if KEPT & {request.endpoint, request.blueprint}:
        return False
    codes = _named()
    now = find_present_codes(web.store(), sorted(codes)) if codes else {}
    if not now:
        return False
    request.args, request.form = _renamed(request.args, now), _renamed(request.form, now)
    if _place() not in now:
        return False
    request.view_args = {**(request.view_args or {}), "code": now[_place()]}
    return True


def _lead_on() -> ResponseReturnValue | None:
    """Lead on who is signed in, or sends a form; a stranger who only asks is told nothing."""
    if request.endpoint is None or problems.is_program() or not _named():
        return None
    is_sent = request.method == "POST"
    if not is_sent and not current_user.is_authenticated:  # looks in the graph: /healthz must not
        return None
    if not rewrite() or is_sent:
        return None
    asked = request.args.to_dict(flat=False)
    return redirect(url_for(request.endpoint, **(request.view_args or {}), **asked))


def _place() -> str:
    """Return the code in the path, or nothing."""
    return (request.view_args or {}).get("code", "") if request.endpoint in PLACES else ""


def _named() -> set[str]:
    """Return all that may be the code of an enterprise in this request."""
    return {_place(), *_codes_in(request.args), *_codes_in(request.form)} - {""}


def _codes_in(told: MultiDict[str, str]) -> Iterator[str]:
    for name, text in told.items(multi=True):
        if _may_name(name):
            yield from (code for code in map(_code_of, text.split(ARROW)) if ":" in code)


def _renamed(told: MultiDict[str, str], now: Present) -> ImmutableMultiDict[str, str]:
    return ImmutableMultiDict(
        (name, _present(text, now) if _may_name(name) else text)
        for name, text in told.items(multi=True)
    )


def _present(text: str, now: Present) -> str:
    return ARROW.join(_present_part(part, now) for part in text.split(ARROW))


def _present_part(part: str, now: Present) -> str:
    code = _code_of(part)
    if code not in now:
        return part
    before, _, after = part.rpartition(code)
    return before + now[code] + after


def _code_of(part: str) -> str:
    """Return the code in what was sent: that of a point, in brackets, else all of it."""
    part = part.strip()
    return part[len(POINT) :] if part.startswith(POINT) else bracketed_code(part) or part


def _may_name(name: str) -> bool:
    return NUMBER.sub("", name) in NAMES
