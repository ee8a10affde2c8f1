"""Values of parameters as people type them: one ``name = value`` a line."""

import json
import re
from typing import Any

from chainmatch.i18n import gettext

LINE = re.compile(r"\$?(?P<name>[^\W\d]\w*)\s*=\s*(?P<value>.*)")


def read_values(text: str) -> dict[str, Any]:
    """Read the lines: numbers are numbers, ``"12"`` in quotes is text, anything else is text.

    Raises ValueError with words for people.
    """
    values = {}
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        found = LINE.fullmatch(line.strip())
        if found is None:
            words = gettext(
                "第 %(number)s 行请写成“名称 = 值”，例如 node = 液压泵。", number=number
            )
            raise ValueError(words)
        values[found["name"]] = read_value(found["value"])
    return values


def read_value(text: str) -> Any:
    """Read one value: a number, true or false, a quoted text; else the text itself."""
    text = text.strip()
    try:
        value = json.loads(text, parse_constant=str)
    except ValueError:
        return text
    return value if isinstance(value, str | int | float) else text


def write_values(values: dict[str, Any]) -> str:
    """Write values as ``read_values`` reads them."""
    return "\n".join(f"{name} = {write_value(value)}" for name, value in values.items())


def write_value(value: Any) -> str:
    """Write one value; a text that would be read as a number gets quotes."""
    if isinstance(value, str) and read_value(value) == value:
        return value
    return json.dumps(value, ensure_ascii=False)
