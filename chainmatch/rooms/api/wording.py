"""What a parameter or a field can be, in words: for errors and for the reference."""

from collections.abc import Mapping
from typing import Any

from chainmatch.i18n import gettext, listed

Schema = Mapping[str, Any]


def say_kind(schema: Schema, components: Mapping[str, Schema]) -> str:
    """Say what a value of this JSON schema is."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        inner = components[name]
        return say_kind(inner, components) if "enum" in inner else name
    if "anyOf" in schema:
        parts = [each for each in schema["anyOf"] if each.get("type") != "null"]
        return gettext("%(kind)s，可空", kind=say_kind(parts[0], components))
    if "enum" in schema:
        return gettext("以下之一：%(values)s", values=listed(map(str, schema["enum"])))
    if schema.get("type") == "array":
        return gettext("列表：%(kind)s", kind=say_kind(schema["items"], components))
    return _say_plain(schema)


def _say_plain(schema: Schema) -> str:
    kind = schema.get("type")
    if kind == "integer" and "maximum" in schema:
        return gettext(
            "%(least)s 到 %(most)s 之间的整数", least=schema["minimum"], most=schema["maximum"]
        )
    if schema.get("format") == "date":
        return gettext("日期，如 2026-06-30")
    if kind == "string" and "maxLength" in schema:
        return gettext("文字，最多 %(most)s 个字", most=schema["maxLength"])
    words = {
        "integer": gettext("整数"),
        "number": gettext("数值"),
        "boolean": gettext("true 或 false"),
        "object": gettext("对象"),
    }
    return words.get(str(kind), gettext("文字"))
