"""Forms of the conferences room."""

from dataclasses import replace

from flask_wtf import FlaskForm
from wtforms import (
    HiddenField,
    IntegerField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields import SelectChoice
from wtforms.validators import InputRequired, Length, NumberRange, Optional

from chainmatch.fields import DayField, at_most, no_control, one_line
from chainmatch.forms import ChoiceField, text
from chainmatch.i18n import mark
from chainmatch.rooms.conferences.labels import KINDS, LAYOUTS
from graph.domain.conference.conference import (
    MOST_CAP,
    MOST_TABLES,
    Conference,
    ConferenceKind,
)

LONGEST_NAME = 60
LONGEST_NOTE = 1000


def _line(label: str, *, needed: str = "") -> StringField:
    rules = [Length(max=LONGEST_NAME, message=text(mark("最多 60 个字。"))), no_control]
    return StringField(text(label), [InputRequired(text(needed)), *rules] if needed else rules)


def _whole(label: str, least: int, most: int) -> IntegerField:
    rule = NumberRange(least, most, text(mark("请填写范围内的整数。")))
    return IntegerField(text(label), [InputRequired(text(mark("请填写整数。"))), rule])


class ConferenceForm(FlaskForm):
    """What a conference is and when; times are the same each day."""

    version = HiddenField(default="1")
    kind = ChoiceField(
        text(mark("形式")),
        choices=[SelectChoice(kind.value, text(label)) for kind, label in KINDS.items()],
    )
    name = _line(mark("名称"), needed=mark("请填写名称。"))
    name_en = _line(mark("英文名称"))
    venue = _line(mark("场馆"), needed=mark("请填写场馆。"))
    address = _line(mark("地址"))
    starts_on = DayField(text(mark("开始日期")), [InputRequired(text(mark("请填写日期。")))])
    ends_on = DayField(text(mark("结束日期")), [InputRequired(text(mark("请填写日期。")))])
    opens = _line(mark("每天开始"), needed=mark("请填写时间。"))
    closes = _line(mark("每天结束"), needed=mark("请填写时间。"))
    breaks = _line(mark("休息"))
    slot_minutes = _whole(mark("每场（分钟）"), 5, 240)
    turn_minutes = _whole(mark("换场（分钟）"), 0, 60)
    cap = _whole(mark("每家最多会谈（场）"), 1, MOST_CAP)
    note = TextAreaField(text(mark("说明")), [at_most(LONGEST_NOTE), no_control])

    def read(self, before: Conference) -> Conference:
        """Return what was filled in, on top of what stood there."""
        texts = ("name", "name_en", "venue", "address", "opens", "closes", "breaks")
        version = self.version.data or ""
        return replace(
            before,
            kind=ConferenceKind(self.kind.data),
            version=int(version) if version.isdecimal() else 0,
            note=(self.note.data or "").strip(),
            starts_on=self.starts_on.data.isoformat() if self.starts_on.data else "",
            ends_on=self.ends_on.data.isoformat() if self.ends_on.data else "",
            slot_minutes=self.slot_minutes.data or 0,
            turn_minutes=self.turn_minutes.data or 0,
            cap=self.cap.data or 0,
            **{name: one_line(self[name].data) for name in texts},
        )


class NewConferenceForm(ConferenceForm):
    """The first steps: with halls and groups made by the way."""

    layout = ChoiceField(
        text(mark("谁和谁会谈")),
        choices=[SelectChoice(value, text(label)) for value, label in LAYOUTS.items()],
    )
    tables = _whole(mark("桌数"), 1, MOST_TABLES)


class HallForm(FlaskForm):
    """A hall and how many tables stand in it."""

    id = HiddenField()
    name = _line(mark("会场"), needed=mark("请填写会场名称。"))
    prefix = StringField(
        text(mark("桌号前缀")),
        [Length(max=4, message=text(mark("前缀最多 4 个字。"))), no_control],
    )
    tables = _whole(mark("桌数"), 1, MOST_TABLES)


class SessionForm(FlaskForm):
    """A themed session: its hall, its chain, its part of the time."""

    id = HiddenField()
    name = _line(mark("专场"), needed=mark("请填写专场名称。"))
    hall = ChoiceField(text(mark("会场")))
    chain = ChoiceField(text(mark("产业链")))
    starts = ChoiceField(text(mark("从")))
    ends = ChoiceField(text(mark("到")))


class GroupForm(FlaskForm):
    """A group of parties, and whom they may meet."""

    id = HiddenField()
    name = _line(mark("分组"), needed=mark("请填写分组名称。"))
    cap = IntegerField(
        text(mark("每家最多会谈（场）")),
        [Optional(), NumberRange(0, MOST_CAP, text(mark("请填写范围内的整数。")))],
    )
    meets = SelectMultipleField(text(mark("可与谁会谈")), validate_choice=False)
