"""The form of the exports room."""

from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import AnyOf, Length, Optional

from chainmatch.forms import text
from chainmatch.i18n import gettext, mark
from chainmatch.rooms.exports.labels import FORMS
from graph.domain.saved_view import LONGEST_STATE


class DayField(DateField):
    """A day that says how it is to be written."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it. Raises ValueError with words for people."""
        try:
            super().process_formdata(valuelist)
        except ValueError as error:
            raise ValueError(gettext("日期应写成 2026-06-30 的样子。")) from error


class ExportForm(FlaskForm):
    """In which form the map, or a view of it, shall leave."""

    form = RadioField(
        text(mark("形式")),
        [AnyOf(list(FORMS), text(mark("请选择一种形式。")))],
        choices=[SelectChoice(name, text(words[0])) for name, words in FORMS.items()],
        default=next(iter(FORMS)),
        validate_choice=False,
    )
    at = DayField(text(mark("截至哪一天")), [Optional()])
    view = HiddenField(validators=[Length(max=LONGEST_STATE)])
