"""Answers: JSON and CSV of the same rows, each with an ETag."""

import csv
import io
from collections.abc import Sequence
from dataclasses import fields
from hashlib import sha256
from typing import Any

import msgspec
from flask import Response, request

from chainmatch import web
from chainmatch.choosing.cursors import write_cursor
from chainmatch.i18n import HTML_LANGUAGES, current_language
from chainmatch.rooms.api.forms import Form
from chainmatch.rooms.api.resources import Resource, Slice
from graph.exchange.cells import join_list, neutralise, without_controls

JSON, CSV = "application/json", "text/csv"
MARK = "\ufeff"
"""By which Excel knows UTF-8."""
ETAG_SIGNS = 32


def answer_list(resource: Resource, found: Slice, form: Form | None) -> Response:
    """Answer a list in the form asked for; the next page is named in the body and as a Link."""
    cursor = write_cursor(found.after) if found.after is not None else None
    if (form or _accepted()) == Form.CSV:
        response = answer_bytes(write_csv(resource.row, found.rows), CSV)
        disposition = f'attachment; filename="{resource.name}.csv"'
        response.headers["Content-Disposition"] = disposition
    else:
        response = answer_bytes(msgspec.json.encode({"data": found.rows, "next": cursor}), JSON)
    if cursor is not None:
        response.headers["Link"] = f'<{web.address_with(cursor=cursor)}>; rel="next"'
    return response


def answer_record(record: Any) -> Response:
    """Answer one record."""
    return answer_bytes(msgspec.json.encode(record), JSON)


def answer_bytes(body: bytes, media_type: str) -> Response:
    """Answer with an ETag, or with 304 where the reader has just this already."""
    response = Response(body, mimetype=media_type)
    response.set_etag(sha256(body).hexdigest()[:ETAG_SIGNS])
    response.headers["Cache-Control"] = "private, no-cache"
    response.headers["Vary"] = "Authorization, Accept, Accept-Language"
    response.headers["Content-Language"] = HTML_LANGUAGES[current_language()]
    response.make_conditional(request)
    return response


def write_csv(row: type, rows: Sequence[Any]) -> bytes:
    """Write rows under the names of their fields; nothing that a spreadsheet would run.

    Lists of texts stand in one cell between ``；``, records within a record as JSON.
    """
    names = [each.name for each in fields(row)]
    file = io.StringIO()
    file.write(MARK)
    writer = csv.writer(file)
    writer.writerow(names)
    for each in rows:
        writer.writerow([_cell(getattr(each, name)) for name in names])
    return file.getvalue().encode()


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if not isinstance(value, str):
        plain = msgspec.to_builtins(value)
        is_texts = isinstance(plain, list | tuple) and all(isinstance(each, str) for each in plain)
        value = join_list(plain) if is_texts else msgspec.json.encode(plain).decode()
    return neutralise(without_controls(value))


def _accepted() -> Form:
    best = request.accept_mimetypes.best_match([JSON, CSV], default=JSON)
    return Form.CSV if best == CSV else Form.JSON
