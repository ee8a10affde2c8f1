"""Fields of forms that read what is typed by the rules that spreadsheets are read by."""

from collections.abc import Callable
from typing import Any

from wtforms import StringField
from wtforms.validators import ValidationError

from chainmatch.i18n import gettext, translate
from graph.exchange.cells import find_control
from graph.messages import Message


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


def one_line(value: str | None) -> str:
    """Take away what a line does not hold: breaks, and spaces around."""
    return " ".join((value or "").split())


def no_control(form: Any, field: Any) -> None:
    """Refuse invisible characters that no file could carry on. Raises ValidationError."""
    if code := find_control(field.data or ""):
        words = gettext("含有不可见的控制字符 %(code)s，请删除", code=code)
        raise ValidationError(words)
