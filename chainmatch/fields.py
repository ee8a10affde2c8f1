"""Fields read by the rules that spreadsheets are read by, and forms that name a version."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from chainmatch.forms import text
from chainmatch.i18n import gettext, mark, translate
from chainmatch.known_days import known_day
from graph.errors import BadInput
from graph.exchange.cells import find_control
from graph.messages import Message

LONGEST_LINE = 120
LONGEST_VERSION = 9
TOO_LONG = text(mark("内容太长，请写短一些。"))


class ParsedField(StringField):
    """A text read by the rule that spreadsheets are read by; ``data`` is None where it is empty."""

    def __init__(
        self,
        label: Any,
        *,
        parse: Callable[[str], Any],
        write: Callable[[Any], str] = str,
        **settings: Any,
    ) -> None:
        super().__init__(label, **settings)
        self._parse = parse
        self._write = write

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it. Raises ValueError with words for people."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = None
        read = self._parse(typed) if typed else None
        if isinstance(read, Message):
            raise ValueError(translate(read))
        self.data = read

    def _value(self) -> str:
        if self.raw_data:
            return self.raw_data[0]
        return self._write(self.data) if self.data is not None else ""


class DayField(DateField):
    """A day; says in the reader's language how one is written."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it. Raises ValueError with words for people."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(gettext("日期应写成 2026-06-30 的样子。")) from error


def not_after_today(form: Any, field: Any) -> None:
    """Refuse a day for which nothing can have been known yet. Raises ValidationError."""
    try:
        if field.data:
            known_day(field.data)
    except BadInput as error:
        raise ValidationError(translate(error)) from error


def at_most(longest: int) -> Length:
    """Refuse what is longer, in the reader's language; the browser is told the same."""
    return Length(max=longest, message=TOO_LONG)


def version_field(form: Mapping[str, str]) -> int:
    """Return the version that a form without a class of its own names. Raises BadInput."""
    given = form.get("version", "")
    if not given.isdecimal() or len(given) > LONGEST_VERSION:
        raise BadInput("请求不完整或页面已过期，请刷新后重试。")
    return int(given)


def one_line(value: str | None) -> str:
    """Take away what a line does not hold: breaks, and spaces around."""
    return " ".join((value or "").split())


def no_control(form: Any, field: Any) -> None:
    """Refuse invisible characters that no file could carry on. Raises ValidationError."""
    if code := find_control(field.data or ""):
        words = gettext("含有不可见的控制字符 %(code)s，请删除", code=code)
        raise ValidationError(words)


def stripped(value: str | None) -> str:
    """Take away the spaces around what was typed."""
    return (value or "").strip()


def written(value: str | None) -> str:
    """Return a text of several lines as it is kept: without spaces around, lines ended alike."""
    return stripped(value).replace("\r\n", "\n")


def line(label: str, longest: int = LONGEST_LINE, *validators: Any, **settings: Any) -> StringField:
    """Make a field of one line."""
    return StringField(
        text(label),
        [*validators, no_control, at_most(longest)],
        filters=[one_line],
        **settings,
    )


def lines(label: str, longest: int) -> TextAreaField:
    """Make a field of several lines."""
    return TextAreaField(text(label), [no_control, at_most(longest)], filters=[written])


class VersionedForm(FlaskForm):
    """A form that names the version it was filled from."""

    version = HiddenField(default="0")

    @property
    def seen(self) -> int:
        """The version that was shown; none that ever stood where somebody typed it."""
        given = self.version.data or ""
        return int(given) if given.isdecimal() and len(given) <= LONGEST_VERSION else -1
