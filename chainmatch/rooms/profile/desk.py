"""What the pages of this room share: whose page it is, its addresses, its forms."""

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.rooms.profile import labels, operations
from graph.domain.enterprise import Enterprise


def asked_enterprise() -> str:
    """Return the code of the enterprise that the address names, or one's own."""
    asked = request.args.get("enterprise", "")
    return operations.enterprise_of(web.store(), current_user.account, asked)


def address(endpoint: str, code: str, **values: str) -> str:
    """Return an address of this room for an enterprise; one's own needs no naming."""
    named = {} if code == current_user.account.enterprise else {"enterprise": code}
    return url_for(f"profile.{endpoint}", **named, **values)


def form_page(
    template: str,
    enterprise: Enterprise,
    *,
    problem: str = "",
    errors: object = None,
    **values: object,
) -> ResponseReturnValue:
    """Show a form of this room; 422 where something is wrong with what was sent."""
    html = render_template(
        template,
        enterprise=enterprise,
        problem=problem,
        labels=labels,
        address=address,
        **values,
    )
    return html, 422 if problem or errors else 200
