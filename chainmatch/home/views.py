"""Pages of the home room."""

from flask import render_template
from flask.typing import ResponseReturnValue


def page() -> ResponseReturnValue:
    """Show what the platform is and the published chains; needs no sign-in."""
    return render_template("home/page.html")
