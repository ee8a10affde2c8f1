"""Reads the parameters of a request into the form that declares them; what is odd is refused."""

import re
from collections.abc import Mapping
from dataclasses import fields
from functools import cache
from typing import Any, TypeVar

import msgspec
from werkzeug.datastructures import MultiDict

from chainmatch.i18n import gettext, translate
from chainmatch.known_days import known_day
from chainmatch.problems import Fault
from chainmatch.rooms.api.wording import Schema, say_kind
from graph.errors import BadInput

Form = TypeVar("Form")

COMPONENTS = "#/components/schemas/{name}"
DAY = "at"
"""The parameter that says as of which day the map is read."""
_PLACE = re.compile(r"\$\.(\w+)")
_BOOLEANS = frozenset({"true", "false"})


class BadParameters(Exception):
    """Parameters that cannot be used: each by name, with what it should be."""

    def __init__(self, errors: list[Fault]) -> None:
        self.errors = errors
        super().__init__(str(errors))


@cache
def schemas_of(form: type) -> tuple[Mapping[str, Schema], Mapping[str, Schema], frozenset[str]]:
    """Return the schemas of a form's fields, all that they refer to, and what must be told.

    A parameter is there or it is not: the null of what may be left out is no value to send.
    """
    _, components = msgspec.json.schema_components([form], ref_template=COMPONENTS)
    whole = components[form.__name__]
    told = {name: _without_null(each) for name, each in whole["properties"].items()}
    return told, components, frozenset(whole["required"])


def read_form(form: type[Form], told: MultiDict[str, str]) -> Form:
    """Read parameters from an address. Raises BadParameters, naming each that is wrong."""
    known, _, required = schemas_of(form)
    errors = [Fault(name, gettext("没有这个参数。")) for name in told if name not in known]
    errors += [
        Fault(name, gettext("缺少这个参数。")) for name in sorted(required) if name not in told
    ]
    values: dict[str, Any] = {}
    for name in [each.name for each in fields(form) if each.name in told]:  # type: ignore[arg-type]
        texts = told.getlist(name)
        if _is_odd(known[name], texts):
            errors.append(_bad_value(form, name))
        values[name] = texts if known[name].get("type") == "array" else texts[0]
    if errors:
        raise BadParameters(errors)
    try:
        read = msgspec.convert(values, form, strict=False)
    except msgspec.ValidationError as error:
        place = _PLACE.search(str(error))
        raise BadParameters([_bad_value(form, place.group(1) if place else "")]) from error
    _check_day(read)
    return read


def _check_day(read: Any) -> None:
    """Refuse to read the map as of a day that has not come. Raises BadParameters."""
    day = getattr(read, DAY, None)
    if day is None or getattr(read, "looks_ahead", False):
        return
    try:
        known_day(day)
    except BadInput as error:
        raise BadParameters([Fault(DAY, translate(error))]) from error


def _without_null(schema: Schema) -> Schema:
    """Drop the null branch and the default that says the same as leaving out."""
    kept = {name: value for name, value in schema.items() if name not in {"anyOf", "default"}}
    parts = [each for each in schema.get("anyOf", ()) if each.get("type") != "null"]
    if parts:
        kept = {**parts[0], **kept}
    if schema.get("default") not in (None, "", ()):
        kept["default"] = schema["default"]
    return kept


def _is_odd(schema: Schema, texts: list[str]) -> bool:
    """Tell what msgspec would let pass: several values for one, other spellings of yes and no."""
    if schema.get("type") == "boolean":
        return len(texts) > 1 or texts[0] not in _BOOLEANS
    is_text = schema.get("type") == "string" and "format" not in schema
    return schema.get("type") != "array" and (
        len(texts) > 1 or (not is_text and texts[0].strip().lower() in {"", "null"})
    )


def _bad_value(form: type, name: str) -> Fault:
    known, components, _ = schemas_of(form)
    kind = say_kind(known[name], components) if name in known else ""
    return Fault(name, gettext("这个参数应为：%(kind)s。", kind=kind))
