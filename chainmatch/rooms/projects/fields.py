"""Fields of the projects room: amounts in 万元, days, texts, choices."""

from typing import Any

from wtforms import FieldList, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired

from chainmatch import fields
from chainmatch.fields import at_most
from chainmatch.forms import text
from chainmatch.i18n import mark, pick
from graph.domain.clock import date_text
from graph.domain.followup.stages import Stage
from graph.exchange.fields.money import parse_wan, write_wan
from graph.messages import Message

LONGEST_NAME = 120
LONGEST_TEXT = 2000
LONGEST_CODE = 200
MOST_OF_A_ROLE = 20
HUNDRED = 100
FILL_IN = text(mark("请填写。"))


def stripped(value: str | None) -> str:
    """Take away the spaces around what was typed."""
    return (value or "").strip()


class WanField(StringField):
    """An amount in 万元; ``data`` is whole yuan, None where nothing was typed."""

    is_signed = False

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it. Raises ValueError with words for people."""
        typed = valuelist[0].strip() if valuelist else ""
        is_negative = self.is_signed and typed.startswith(("-", "－", "−"))
        yuan = parse_wan(typed[1:] if is_negative else typed) if typed else None
        if isinstance(yuan, Message):
            raise ValueError(text(mark("请填写以万元为单位的数字，最多四位小数。")))
        self.data = -yuan if is_negative and yuan else yuan

    def _value(self) -> str:
        if self.raw_data:
            return self.raw_data[0]
        if self.data is None:
            return ""
        return ("-" if self.data < 0 else "") + write_wan(abs(self.data))


class SignedWanField(WanField):
    """An amount that may be taken back."""

    is_signed = True


class DayField(fields.DayField):
    """A day; ``text`` is ISO, empty where none was given."""

    @property
    def text(self) -> str:
        """The day as it is stored."""
        return date_text(self.data) if self.data else ""


def line(label: str, *, longest: int = LONGEST_NAME, is_required: bool = False) -> StringField:
    """Make a field of one line."""
    validators: list[Any] = [DataRequired(FILL_IN)] if is_required else []
    return StringField(text(label), [*validators, at_most(longest)], filters=[stripped])


def lines(label: str, *, is_required: bool = False) -> TextAreaField:
    """Make a field of several lines."""
    validators: list[Any] = [DataRequired(FILL_IN)] if is_required else []
    return TextAreaField(text(label), [*validators, at_most(LONGEST_TEXT)], filters=[stripped])


def several(label: str) -> FieldList:
    """Make a field for the enterprises of a role, one on a line of its own each."""
    entry = line(label, longest=LONGEST_CODE)
    return FieldList(entry, text(label), max_entries=MOST_OF_A_ROLE)


def chosen(label: str, words: dict[Any, str], *, untold: str = "") -> SelectField:
    """Make a field with a closed choice; with ``untold`` it may be left out, or hold anything."""
    first = [SelectChoice("", text(untold))] if untold else []
    choices = [SelectChoice(each.value, text(word)) for each, word in words.items()]
    return SelectField(text(label), choices=[*first, *choices], validate_choice=not untold)


class StageName:
    """A stage's name, said when it is shown."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def __str__(self) -> str:
        return pick(self._stage.name, self._stage.name_en)

    def __html__(self) -> str:
        return str(self)


def stage_choice(label: str, stages: tuple[Stage, ...]) -> SelectField:
    """Make a field with stages to choose from."""
    return SelectField(text(label), choices=stage_choices(stages))


def stage_choices(stages: tuple[Stage, ...]) -> list[SelectChoice]:
    """List the stages that are used, to choose from."""
    return [SelectChoice(each.key, StageName(each)) for each in stages if each.used]
