"""Pages of the sources room."""

from flask import render_template
from flask.typing import ResponseReturnValue

from chainmatch import web
from chainmatch.rooms.sources import labels, queries


def page() -> ResponseReturnValue:
    """Show how much of each kind is on the map, and from whom."""
    return render_template(
        "sources/page.html", parts=queries.show_parts(web.store()), labels=labels
    )
