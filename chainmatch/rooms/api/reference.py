"""The description of the interface, laid out for people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from chainmatch import problems
from chainmatch.i18n import gettext
from chainmatch.rooms.api.resources import ROOT
from chainmatch.rooms.api.wording import say_kind

Node = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """A parameter or a field: its name, what it can be, what it means."""

    name: str
    kind: str
    words: str
    is_required: bool = False
    is_record: bool = False


@dataclass(frozen=True)
class Entry:
    """An address with its parameters and what it answers."""

    name: str
    path: str
    summary: str
    scope: str
    is_list: bool
    record: str
    parameters: tuple[Line, ...]


@dataclass(frozen=True)
class Section:
    """The addresses that one scope opens."""

    scope: str
    words: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Reference:
    """The whole page; ``records`` by name, ``refusals`` by status with title and words."""

    title: str
    about: str
    sections: tuple[Section, ...]
    records: Mapping[str, tuple[Line, ...]]
    refusals: tuple[tuple[int, str, str], ...]


def read_document(document: Node) -> Reference:
    """Lay an OpenAPI document of ours out."""
    schemas = document["components"]["schemas"]
    entries = [_entry(path, each["get"], schemas) for path, each in document["paths"].items()]
    return Reference(
        document["info"]["title"],
        document["info"]["description"],
        tuple(
            Section(
                tag["name"],
                tag["description"],
                tuple(each for each in entries if each.scope == tag["name"]),
            )
            for tag in document["tags"]
        ),
        {
            name: tuple(_fields(schema, schemas))
            for name, schema in schemas.items()
            if "properties" in schema
        },
        tuple(
            (status, gettext(title), gettext(words))
            for status, (title, words) in problems.TITLES.items()
        ),
    )


def _entry(path: str, told: Node, schemas: Node) -> Entry:
    schema = told["responses"]["200"]["content"]["application/json"]["schema"]
    is_list = "properties" in schema
    row = schema["properties"]["data"]["items"] if is_list else schema
    return Entry(
        told["operationId"],
        ROOT + path,
        told["summary"],
        told["x-scope"],
        is_list,
        row["$ref"].rpartition("/")[2],
        tuple(
            Line(
                each["name"],
                say_kind(each["schema"], schemas),
                each["description"],
                each["required"],
            )
            for each in told["parameters"]
        ),
    )


def _fields(schema: Node, schemas: Node) -> Iterator[Line]:
    for name, each in schema["properties"].items():
        inner = each.get("items", each).get("$ref", "").rpartition("/")[2]
        is_record = bool(inner) and "properties" in schemas[inner]
        kind = inner if is_record else say_kind(each, schemas)
        yield Line(name, kind, each.get("description", ""), is_record=is_record)
