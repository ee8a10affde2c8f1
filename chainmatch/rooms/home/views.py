"""Pages of the home room."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_login import current_user

from chainmatch import web
from chainmatch.rooms.home import queries


def page() -> ResponseReturnValue:
    """Show what the platform is and the published chains; needs no sign-in."""
    account = current_user.account if current_user.is_authenticated else None
    return render_template("home/page.html", home=queries.show_home(web.store(), account))
