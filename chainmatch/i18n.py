"""Two languages: the code speaks Chinese, ``translations/en/*.po`` hold the English."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

from graph.domain.recommendation import Place
from graph.errors import ChainMatchError
from graph.messages import Message

LANGUAGES = {"zh": "中文", "en": "English"}
DEFAULT_LANGUAGE = "zh"
HTML_LANGUAGES = {"zh": "zh-CN", "en": "en"}
PLACES = re.compile(r"%\((\w+)\)[sd]")
MANY = 2
"""The number of a sentence that counts nothing."""
CATALOGUES = Path(__file__).parent / "translations"

_language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)


def current_language() -> str:
    """Return the language of the reader at hand: ``zh`` or ``en``."""
    return _language.get()


def use_language(language: str) -> None:
    """Speak this language from here on (in this request or command)."""
    _language.set(language if language in LANGUAGES else DEFAULT_LANGUAGE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for the length of a block."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def gettext(text: str, /, **values: Any) -> str:
    """Translate a Chinese sentence and fill its ``%(name)s`` places."""
    translated = in_number(text, values)
    return translated % values if values else translated


def in_number(text: str, values: Mapping[str, Any]) -> str:
    """Translate a Chinese sentence, singular or plural after its first whole number; fill nothing.

    Chinese has no plural, so only a catalogue that needs one states it, with ``msgid_plural``.
    """
    counts = (str(values.get(name, "")).replace(",", "") for name in PLACES.findall(text))
    count = next((int(one) for one in counts if one.isdecimal()), MANY)
    catalogue = translations(current_language())
    said = catalogue.ngettext(text, text, count)
    return said if said != text else catalogue.gettext(text)


_ = gettext


def mark(text: str) -> str:
    """Mark a sentence for translation where it is shown later (labels, constants)."""
    return text


def translate(message: Message | ChainMatchError) -> str:
    """Say a Message, or an error's, in the reader's language."""
    if isinstance(message, ChainMatchError):
        message = message.message
    if not message.template:
        return ""  # gettext("") would return the catalogue's header
    values = {name: _inner(value) for name, value in message.values.items()}
    return gettext(message.template, **values)


def _inner(value: Any) -> Any:
    """Say what stands in a message: a Message, a named record by its name, several in a row."""
    if isinstance(value, Message):
        return translate(value)
    if isinstance(value, Place):
        return pick(value.name, value.name_en)
    if isinstance(value, tuple):
        return listed(str(_inner(each)) for each in value)
    return value


def listed(words: Iterable[str]) -> str:
    """Write words in a row, with the comma of the reader's language."""
    return gettext("、").join(words)


@cache
def translations(language: str) -> NullTranslations:
    """Load every catalogue of a language as one; Chinese needs none."""
    if language == DEFAULT_LANGUAGE:
        return NullTranslations()
    merged: Translations | None = None
    for path in sorted((CATALOGUES / language).glob("*.po")):
        merged = _load(path) if merged is None else merged.merge(_load(path))
    return merged or NullTranslations()


def _load(path: Path) -> Translations:
    with path.open(encoding="utf-8") as file:
        catalogue = read_po(file)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def pick(chinese: str, english: str) -> str:
    """Choose between a record's Chinese and English text; either stands in for the other."""
    return (english or chinese) if current_language() == "en" else (chinese or english)
