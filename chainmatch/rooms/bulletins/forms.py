"""Forms of the bulletins room."""

from collections.abc import Mapping

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, InputRequired, Optional

from chainmatch.fields import DayField, at_most
from chainmatch.forms import ChoiceField, text
from chainmatch.i18n import mark
from chainmatch.rooms.bulletins.labels import AUDIENCES
from chainmatch.rooms.bulletins.operations import LONGEST_TEXT
from graph.domain.bulletin import TEXTS, Bulletin

FILL_IN = text(mark("请填写。"))


class NewForm(FlaskForm):
    """As of which day a bulletin is drafted."""

    day = DayField(text(mark("数据截至")), [InputRequired(FILL_IN)])
    reason = StringField(text(mark("更正原因")), [Optional(), at_most(LONGEST_TEXT)])


def _lines(label: str) -> TextAreaField:
    return TextAreaField(text(label), [at_most(LONGEST_TEXT)])


class TextsForm(FlaskForm):
    """What people write."""

    version = HiddenField(default="0")
    title = StringField(text(mark("标题")), [DataRequired(FILL_IN), at_most(120)])
    opening = _lines(mark("总体情况"))
    ranking = _lines(mark("区县排名"))
    moved = _lines(mark("本期进展"))
    late = _lines(mark("逾期与风险"))
    closing = _lines(mark("下一步要求"))

    @classmethod
    def of(cls, bulletin: Bulletin) -> "TextsForm":
        """Fill the form with a draft."""
        return cls(data={**bulletin.texts, "version": str(bulletin.version)})

    @property
    def texts(self) -> Mapping[str, str]:
        """What was typed, lines ended alike."""
        return {name: (self[name].data or "").replace("\r\n", "\n") for name in TEXTS}


class DecisionForm(FlaskForm):
    """Approve for whom, or send back why."""

    version = HiddenField(default="0")
    audience = ChoiceField(
        text(mark("谁可以看")),
        choices=[SelectChoice(key.value, text(word)) for key, word in AUDIENCES.items()],
    )
    reason = TextAreaField(text(mark("退回原因")), [at_most(LONGEST_TEXT)])
