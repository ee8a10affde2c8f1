"""Pages of the changes room."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from chainmatch import web
from chainmatch.filing.row_files import send_rows
from chainmatch.rooms.changes import labels, queries
from chainmatch.rooms.changes.wanted import OBJECTS, read_asked


def index() -> ResponseReturnValue:
    """List who changed what of the map, narrowed by the address."""
    asked = read_asked(request.args)
    return render_template(
        "changes/index.html",
        shown=queries.list_lines(web.store(), asked, web.page_number()),
        asked=asked,
        objects=OBJECTS,
        labels=labels,
        address_with=web.address_with,
    )


def table(form: str) -> ResponseReturnValue:
    """Send all changes that the address asks for as CSV or XLSX."""
    asked = read_asked(request.args)
    return send_rows(queries.stream_rows(web.store(), asked), "map-changes", form)
