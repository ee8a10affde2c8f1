"""Sentences meant for a person, written in Chinese and translated where they are shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Message:
    """A sentence with named values, for example ``Message("第 %(row)s 行", {"row": 3})``.

    ``template`` is the Chinese original and the key of its translation; ``values`` fill its
    ``%(name)s`` places, a tuple those that are listed in one; ``Message()`` says nothing. ``str()``
    gives the Chinese; the web and the command line translate.
    """

    template: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    def __str__(self) -> str:
        values = {name: _listed(value) for name, value in self.values.items()}
        return self.template % values if values else self.template


def _listed(value: Any) -> Any:
    return "、".join(map(str, value)) if isinstance(value, tuple) else value


def message(template: str, /, **values: Any) -> Message:
    """Build a Message; translators' tools look for this name (its first argument is the key)."""
    return Message(template, values)
