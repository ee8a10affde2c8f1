"""Taking a person out of what is kept: e-mail, name and phones give way to 已注销用户.

Personal Information Protection Law of the PRC (PIPL), articles 15 and 47.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

STAND_IN = "已注销用户"
SHORTEST_NAME = 2
TECHNICAL = frozenset({"role", "verb", "state", "kind", "source", "locale", "path", "membership"})
"""Properties that hold words of our own: a person's name never stands there."""


@dataclass(frozen=True)
class Person:
    """Who is taken out; ``alias`` stands in, the same for all that this person did."""

    email: str
    name: str
    alias: str
    phones: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Write it for a job."""
        return {
            "email": self.email,
            "name": self.name,
            "alias": self.alias,
            "phones": list(self.phones),
        }

    @staticmethod
    def of_json(told: Mapping[str, Any]) -> "Person":
        """Read what ``as_json`` wrote."""
        return Person(told["email"], told["name"], told["alias"], tuple(told["phones"]))


def make_alias(token: str) -> str:
    """Name a person who has left, so that the acts of two are not taken for one's."""
    return f"{STAND_IN}-{token[:6]}"


class Eraser:
    """Replaces what tells of a person in the properties of nodes."""

    def __init__(self, person: Person) -> None:
        self._alias = person.alias
        certain = [re.escape(each) for each in (person.email, *person.phones) if each]
        self._certain = re.compile("|".join(certain) or r"(?!)", re.IGNORECASE)
        self._name = person.name.strip()
        self._in_text = _name_pattern(self._name)

    def changes(self, properties: Mapping[str, Any], key: str) -> dict[str, Any]:
        """Return the properties that have to change, with their new values; never the key."""
        found = {
            name: self._clean(value, name)
            for name, value in properties.items()
            if name != key and not isinstance(value, bool | int | float)
        }
        return {name: value for name, value in found.items() if value != properties[name]}

    def _clean(self, value: Any, name: str) -> Any:
        if isinstance(value, list):
            return [self._clean(each, name) for each in value]
        if isinstance(value, dict):
            return {key: self._clean(each, key) for key, each in value.items()}
        if not isinstance(value, str):
            return value
        return self._clean_json(value) or self._clean_text(value, name)

    def _clean_text(self, text: str, name: str) -> str:
        text = self._certain.sub(self._alias, text)
        return text if name in TECHNICAL else self._in_text.sub(self._alias, text)

    def _clean_json(self, text: str) -> str:
        """Clean the values of a JSON text and leave its keys; an empty text where it is none."""
        if text[:1] not in {"{", "["}:
            return ""
        try:
            told = json.loads(text)
        except ValueError:
            return ""
        cleaned = self._clean(told, "")
        return text if cleaned == told else json.dumps(cleaned, ensure_ascii=False)


def _name_pattern(name: str) -> re.Pattern[str]:
    """Match a name wherever it stands; a Latin one only as whole words."""
    if len(name) < SHORTEST_NAME:
        return re.compile(r"(?!)")
    whole = re.escape(name)
    return re.compile(rf"(?<!\w){whole}(?!\w)" if name.isascii() else whole)
