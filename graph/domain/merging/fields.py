"""Which value of two records stands, field by field, and what imports may say of it later."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graph.domain.codes import split_code


class Side(StrEnum):
    """Whose value stands."""

    STAYS = "stays"
    GOES = "goes"
    BOTH = "both"


@dataclass(frozen=True)
class Field:
    """Something that two records may say differently: properties that belong together."""

    name: str
    properties: tuple[str, ...]
    is_list: bool = False


FIELDS = (
    Field("name", ("name",)),
    Field("short_name", ("short_name",)),
    Field("name_en", ("name_en",)),
    Field("kind", ("kind",)),
    Field("credit_code", ("credit_code",)),
    Field("region", ("region",)),
    Field("size", ("size",)),
    Field("founded", ("founded",)),
    Field("certifications", ("certifications",), is_list=True),
    Field("services", ("services",), is_list=True),
    Field("market", ("market",)),
    Field("website", ("website",)),
    Field("summary", ("summary",)),
    Field("summary_en", ("summary_en",)),
    Field("position", ("longitude", "latitude", "datum")),
)
"""``region`` stands also for the place of the enterprise, which is a link."""
NAMES = ("name", "short_name", "name_en")
FORMER = "former_code"
"""In a row of an import: the code by which it named the record, where that is a former one."""
ANYBODY = "*"
"""Stands for a value that both records told: no import replaces it."""

_FIELD_OF = {name: field.name for field in FIELDS for name in field.properties}

Node = Mapping[str, Any]


def told(node: Node, field: Field) -> tuple[Any, ...]:
    """Return what a record says of a field; all empty where it says nothing."""
    if field.name == "credit_code":
        scheme, bare = split_code(str(node.get("code") or ""))
        return (_plain(node.get("credit_code")) or (bare if scheme == "uscc" else None),)
    return tuple(_plain(node.get(name)) for name in field.properties)


def differs(stays: Node, goes: Node, field: Field) -> bool:
    """Tell whether a person has to choose: both say something, and not the same."""
    one, other = told(stays, field), told(goes, field)
    return any(one) and any(other) and one != other


def preset(stays: Node, goes: Node, field: Field) -> Side:
    """Return what stands unless a person says otherwise: the one told, lists together."""
    if not any(told(stays, field)) and any(told(goes, field)):
        return Side.GOES
    return Side.BOTH if field.is_list and differs(stays, goes, field) else Side.STAYS


def choose_values(stays: Node, goes: Node, sides: Mapping[str, Side]) -> dict[str, Any]:
    """Return the properties of the record that stays which the merge changes.

    ``held_fields`` are ``<field> <code>``: only rows of that former code may change the field.
    """
    values: dict[str, Any] = {}
    own = set(_list(stays, "own_fields"))
    held = _held(stays)
    for field in FIELDS:
        side = sides.get(field.name, preset(stays, goes, field))
        if side is Side.STAYS:
            continue
        values |= _value(stays, goes, field, side)
        own = (own - {field.name}) | ({field.name} & set(_list(goes, "own_fields")))
        if differs(stays, goes, field):
            ruler = _held(goes).get(field.name) or str(goes["code"])
            held[field.name] = ANYBODY if side is Side.BOTH else ruler
    values["sources"] = list(dict.fromkeys([*_list(stays, "sources"), *_list(goes, "sources")]))
    values["own_fields"] = sorted(own)
    values["held_fields"] = sorted(f"{name} {ruler}" for name, ruler in held.items())
    codes = {*_list(stays, "former_codes"), *_list(goes, "former_codes"), goes["code"]}
    values["former_codes"] = sorted(codes)
    values["former_names"] = _former_names(stays, goes, values)
    return {name: new for name, new in values.items() if _plain(stays.get(name)) != _plain(new)}


def may_change(node: Node, name: str, former_code: str) -> bool:
    """Tell whether an import may give a record this property.

    ``former_code`` is that by which the row names the record, empty where it is the present one:
    a former one only adds what nobody told, and rules what was chosen from it.
    """
    ruler = _held(node).get(_FIELD_OF.get(name, name))
    if ruler is not None:
        return ruler == former_code
    return not former_code or _plain(node.get(name)) is None


def is_placed_by_another(node: Node) -> bool:
    """Tell whether a person took the place of a record from one that was merged into it."""
    return "region" in _held(node)


def _value(stays: Node, goes: Node, field: Field, side: Side) -> dict[str, Any]:
    if side is Side.GOES:
        values = zip(field.properties, told(goes, field), strict=True)
        return {name: list(v) if isinstance(v, tuple) else v for name, v in values}
    return {
        name: list(dict.fromkeys([*_list(stays, name), *_list(goes, name)]))
        for name in field.properties
    }


def _former_names(stays: Node, goes: Node, values: Mapping[str, Any]) -> list[str]:
    """List by what either was known and is not called any more, for search to find it."""
    present = {values.get(name, stays.get(name)) for name in NAMES}
    known = [
        *_list(stays, "former_names"),
        *_list(goes, "former_names"),
        *(node.get(name) for node in (stays, goes) for name in NAMES),
    ]
    return [name for name in dict.fromkeys(known) if name and name not in present]


def _held(node: Node) -> dict[str, str]:
    """Return who rules which field."""
    return dict(each.split(" ", 1) for each in _list(node, "held_fields"))


def _list(node: Node, name: str) -> list[Any]:
    return list(node.get(name) or ())


def _plain(value: Any) -> Any:
    """Fold what says nothing into None, and lists into what compares."""
    if isinstance(value, (list, tuple)):
        return tuple(value) or None
    return None if value == "" else value
