"""The interface as OpenAPI 3.1, made from the declarations that also answer."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import msgspec

from chainmatch import problems
from chainmatch.i18n import current_language, gettext
from chainmatch.rooms.api.forms import LONGEST_CODE
from chainmatch.rooms.api.labels import ABOUT, LIMITS, MERGED, SCOPES, STATUS, TITLE
from chainmatch.rooms.api.reading import COMPONENTS, schemas_of
from chainmatch.rooms.api.resources import ROOT, Resource

VERSION = "1.0.0"
IN_WORDS = frozenset({"description", "summary"})
"""Keys whose texts are said in the reader's language."""
PLACE = re.compile(r"<(?:\w+:)?(\w+)>")
CODE = r"^[^\s/\x00-\x1f\x7f]([^\x00-\x1f\x7f]*[^\s/\x00-\x1f\x7f])?$"
"""A code in an address: no control character, and no blank or slash at its ends."""
REFUSALS = (400, 401, 403, 404, 413, 415, 429, 500, 503)

Node = dict[str, Any]


def document_bytes(resources: tuple[Resource, ...]) -> bytes:
    """Return the document as JSON in the present language, made once a process."""
    return _encoded(resources, current_language())


def document(resources: tuple[Resource, ...]) -> Node:
    """Return the document in the present language."""
    return msgspec.json.decode(document_bytes(resources))


@cache
def _encoded(resources: tuple[Resource, ...], _language: str) -> bytes:
    return msgspec.json.encode(_in_words(_document(resources)), order="deterministic")


def _document(resources: tuple[Resource, ...]) -> Node:
    paths = {path_of(each): {"get": _operation(each)} for each in resources}
    return {
        "openapi": "3.1.0",
        "info": {"title": gettext(TITLE), "version": VERSION, "description": ABOUT},
        "servers": [{"url": ROOT}],
        "security": [{"token": []}],
        "tags": [{"name": each.value, "description": words} for each, words in SCOPES.items()],
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "schemas": dict(sorted(_schemas(resources).items())),
            "responses": {
                **{str(status): _refusal(status) for status in REFUSALS},
                "414": {"description": STATUS[414], "content": {"text/html": {}}},
            },
            "headers": {
                name: {"description": words, "schema": {"type": "integer"}}
                for name, words in {**LIMITS, MERGED: STATUS[MERGED]}.items()
            },
        },
    }


def path_of(resource: Resource) -> str:
    """Write a path as OpenAPI does: ``/chains/{code}``."""
    return PLACE.sub(r"{\1}", resource.path)


def _operation(resource: Resource) -> Node:
    return {
        "operationId": resource.name,
        "summary": resource.summary,
        "tags": [resource.scope.value],
        "parameters": [*_places(resource), *_parameters(resource)],
        "responses": {
            "200": _answer(resource),
            "304": {"description": STATUS[304], "headers": _numbers(resource)},
            **{str(each): {"$ref": f"#/components/responses/{each}"} for each in (*REFUSALS, 414)},
        },
        "x-scope": resource.scope.value,
    }


def _places(resource: Resource) -> Iterator[Node]:
    for name in PLACE.findall(resource.path):
        yield {
            "name": name,
            "in": "path",
            "required": True,
            "description": STATUS["code"],
            "schema": {"type": "string", "maxLength": LONGEST_CODE, "pattern": CODE},
        }


def _parameters(resource: Resource) -> Iterator[Node]:
    known, _, required = schemas_of(resource.asked)
    for name, told in known.items():
        schema = {key: value for key, value in told.items() if key != "description"}
        yield {
            "name": name,
            "in": "query",
            "required": name in required,
            "description": told["description"],
            "schema": schema,
        }


def _answer(resource: Resource) -> Node:
    row = {"$ref": COMPONENTS.format(name=resource.row.__name__)}
    if not resource.is_list:
        media = {"application/json": {"schema": row}}
        return _content(STATUS["record"], media, ("ETag",), resource)
    page = {
        "type": "object",
        "properties": {
            "data": {"type": "array", "items": row},
            "next": {"type": ["string", "null"], "description": STATUS["next"]},
        },
        "required": ["data", "next"],
        "additionalProperties": False,
    }
    media = {
        "application/json": {"schema": page},
        "text/csv": {"schema": {"type": "string"}},
    }
    return _content(STATUS["list"], media, ("ETag", "Link"), resource)


def _content(words: str, media: Node, texts: tuple[str, ...], resource: Resource) -> Node:
    told = {name: {"description": STATUS[name], "schema": {"type": "string"}} for name in texts}
    return {"description": words, "content": media, "headers": {**told, **_numbers(resource)}}


def _numbers(resource: Resource) -> Node:
    names = (*LIMITS, MERGED) if resource.days else LIMITS
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _refusal(status: int) -> Node:
    title, words = problems.TITLES[status]
    schema = {"$ref": COMPONENTS.format(name="Problem")}
    return {
        "description": f"{gettext(title)} · {gettext(words)}",
        "content": {problems.MEDIA_TYPE: {"schema": schema}},
    }


def _schemas(resources: tuple[Resource, ...]) -> Node:
    rows = [each.row for each in resources]
    _, found = msgspec.json.schema_components([*rows, problems.Problem], ref_template=COMPONENTS)
    for each in resources:
        found |= {
            name: schema
            for name, schema in schemas_of(each.asked)[1].items()
            if name != each.asked.__name__ and "enum" in schema
        }
    return {name: _closed(schema) for name, schema in found.items()}


def _closed(schema: Mapping[str, Any]) -> Node:
    """Leave out what is written for programmers; a record has its fields and no others."""
    kept = {key: value for key, value in schema.items() if key not in {"description", "title"}}
    return {**kept, "additionalProperties": False} if kept.get("type") == "object" else kept


def _in_words(node: Any) -> Any:
    if isinstance(node, Mapping):
        return {
            key: gettext(value) if key in IN_WORDS and isinstance(value, str) else _in_words(value)
            for key, value in node.items()
        }
    return [_in_words(each) for each in node] if isinstance(node, list | tuple) else node
