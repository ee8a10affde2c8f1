"""Old addresses: the code of a merged enterprise means, wherever it stands, the one that stayed."""

from flask import Flask, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user
from werkzeug.datastructures import ImmutableMultiDict

from chainmatch import problems, web
from chainmatch.whatif.scenario import ARROW
from graph.domain.explored import PointKind
from graph.store.merging import find_present_code

PLACES = frozenset({"recommendations.page", "recommendations.compare"})
"""Pages that have a code in their path; that of an enterprise's own page asks by itself."""
EXPLORED = frozenset({"centre", "open", "to"})
PARAMETERS = {
    "whatif.page": frozenset({"enterprise", "trade"}),
    "requests.new": frozenset({"to"}),
    "search.page": frozenset({"q"}),
    "explorer.page": EXPLORED,
    "explorer.svg": EXPLORED,
    "explorer.png": EXPLORED,
    "api.links": frozenset({"start", "end"}),
}
"""Parameters that may hold a code, alone, as the key of a point, or as an end of a trade."""
POINT = f"{PointKind.ENTERPRISE}:"


def init_app(app: Flask) -> None:
    """Let former codes lead on before a page is read; programs are let in first (api.views)."""
    app.before_request(_lead_on)


def present(text: str) -> str:
    """Return a text with the present codes in place of former ones."""
    if ARROW in text:
        return ARROW.join(map(present, text.split(ARROW)))
    key, code = (POINT, text[len(POINT) :]) if text.startswith(POINT) else ("", text)
    return key + (find_present_code(web.store(), code) or code)


def rewrite_parameters() -> None:
    """Let the parameters of this request name present records."""
    names = PARAMETERS.get(request.endpoint or "", frozenset())
    if names & request.args.keys():
        request.args = ImmutableMultiDict(
            (name, present(text) if name in names and text else text)
            for name, text in request.args.items(multi=True)
        )


def _lead_on() -> ResponseReturnValue | None:
    is_asked = request.method == "GET" and request.endpoint in (PLACES | PARAMETERS.keys())
    if not is_asked or problems.is_program() or not current_user.is_authenticated:
        return None
    rewrite_parameters()
    if request.endpoint not in PLACES:
        return None
    place = request.view_args or {}
    code = present(place["code"])
    if code == place["code"]:
        return None
    moved = {**place, "code": code}
    return redirect(url_for(request.endpoint, **moved, **request.args.to_dict(flat=False)))
