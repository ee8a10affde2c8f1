"""Pages of the enterprises room."""

from flask import jsonify, render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.rooms.enterprises import labels, queries


def page(code: str) -> ResponseReturnValue:
    """Show one enterprise: facts, products, known partners, and a picture of what is around."""
    viewer = current_user.account
    profile = queries.show_profile(
        web.store(), code, at=web.asked_date(), number=web.page_number(), viewer=viewer
    )
    return render_template(
        "enterprises/page.html", profile=profile, labels=labels, address_of=queries.address_of
    )


def neighbourhood(code: str) -> ResponseReturnValue:
    """Give the picture its data as JSON."""
    return jsonify(queries.show_neighbourhood(web.store(), code, at=web.asked_date()))
