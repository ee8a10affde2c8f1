"""Messages as they are stored: template and values apart, so that each reader's language can say
them later.
"""

import json
from typing import Any

from graph.domain.recommendation import Place
from graph.messages import Message

PLAIN = (str, int, float, bool, type(None))


def message_to_json(message: Message) -> str:
    """Write a Message; a value other than text, number, Message, Place and a tuple of these is
    kept as its text.
    """
    return json.dumps(_written(message), ensure_ascii=False)


def message_from_json(text: str) -> Message:
    """Read what ``message_to_json`` wrote; an empty text is the empty Message."""
    return _read(json.loads(text)) if text else Message()


def _written(message: Message) -> dict[str, Any]:
    values = {name: _value(value) for name, value in message.values.items()}
    return {"template": message.template, "values": values}


def _value(value: Any) -> Any:
    if isinstance(value, Message):
        return _written(value)
    if isinstance(value, Place):
        return {"place": [value.code, value.name, value.name_en]}
    if isinstance(value, tuple):
        return [_value(each) for each in value]
    return value if isinstance(value, PLAIN) else str(value)


def _read(written: dict[str, Any]) -> Message:
    values = {name: _inner(value) for name, value in written["values"].items()}
    return Message(written["template"], values)


def _inner(written: Any) -> Any:
    if isinstance(written, list):
        return tuple(_inner(each) for each in written)
    if not isinstance(written, dict):
        return written
    return Place(*written["place"]) if "place" in written else _read(written)
