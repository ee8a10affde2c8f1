"""Answers programs, and describes the interface to people and programs."""

from collections.abc import Callable

from flask import Response, g, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import RequestEntityTooLarge, UnsupportedMediaType

from chainmatch import former_codes, problems, web
from chainmatch.formats import today
from chainmatch.i18n import gettext
from chainmatch.map_day import merges_since
from chainmatch.rooms.api import gate, openapi, reference
from chainmatch.rooms.api.answers import answer_bytes, answer_list, answer_record
from chainmatch.rooms.api.labels import MERGED
from chainmatch.rooms.api.reading import BadParameters, read_form
from chainmatch.rooms.api.resources import Context, Resource, earliest_day
from graph.domain.clock import now


def answering(resource: Resource) -> Callable[..., ResponseReturnValue]:
    """Make the view of a resource: let in, read what is asked, answer."""

    def view(**place: str) -> ResponseReturnValue:
        try:
            return _answer(resource, place)
        except gate.Refused as refused:
            return problems.answer(refused.status, refused.detail, headers=refused.headers)
        except BadParameters as error:
            words = gettext("有 %(count)s 个参数不能用，没有执行。", count=len(error.errors))
            return problems.answer(400, words, errors=error.errors)

    view.__name__ = resource.name
    view.__doc__ = resource.summary
    view.rule = resource.allow  # type: ignore[attr-defined]
    return view


def _answer(resource: Resource, place: dict[str, str]) -> Response:
    _refuse_content()
    store = web.store()
    reader = gate.find_reader(store, _secret(), now=now())
    spent = gate.count(store, reader, now=now())
    g.limit_headers = gate.limit_headers(spent)
    if not spent.is_granted:
        raise gate.Refused(429)
    actor = gate.check_reader(reader, resource.scope, resource.allow)
    if former_codes.rewrite():
        place = request.view_args or place
    asked = read_form(resource.asked, request.args)
    context = Context(store, actor, today(), web.config().models)
    found = resource.read(context, asked, **place)
    is_list = resource.is_list
    response = answer_list(resource, found, asked.format) if is_list else answer_record(found)
    if resource.days:
        day = earliest_day(resource, asked)
        response.headers[MERGED] = str(merges_since(day) if day else 0)
    return response


def add_limits(response: Response) -> Response:
    """Say in every answer to a token how often it may still ask."""
    response.headers.update(g.get("limit_headers", {}))
    return response


def describe(resources: tuple[Resource, ...]) -> Callable[[], ResponseReturnValue]:
    """Make the view of the description that programs read."""

    def description() -> ResponseReturnValue:
        """Describe the interface in OpenAPI 3.1, in the reader's language."""
        return answer_bytes(openapi.document_bytes(resources), "application/json")

    return description


def refer(resources: tuple[Resource, ...]) -> Callable[[], ResponseReturnValue]:
    """Make the view of the page that people read."""

    def page() -> ResponseReturnValue:
        """Show the reference."""
        document = openapi.document(resources)
        shown = reference.read_document(document)
        return render_template("api/page.html", shown=shown, address=web.config().address)

    return page


def _secret() -> str:
    told = request.authorization
    return (told.token or "") if told is not None and told.type == "bearer" else ""


def _refuse_content() -> None:
    """Refuse what a reading request brings along: nobody would look at it."""
    size = request.content_length or 0
    if size > (web.current_app.config["MAX_CONTENT_LENGTH"] or size):
        raise RequestEntityTooLarge
    if size:
        raise UnsupportedMediaType
