"""The form of the exports room."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import AnyOf, Optional

from chainmatch.fields import DayField, at_most, not_after_today
from chainmatch.forms import text
from chainmatch.i18n import mark
from chainmatch.rooms.exports.labels import FORMS
from graph.domain.saved_view import LONGEST_STATE


class ExportForm(FlaskForm):
    """In which form the map, or a view of it, shall leave."""

    form = RadioField(
        text(mark("形式")),
        [AnyOf(list(FORMS), text(mark("请选择一种形式。")))],
        choices=[SelectChoice(name, text(words[0])) for name, words in FORMS.items()],
        default=next(iter(FORMS)),
        validate_choice=False,
    )
    at = DayField(text(mark("截至哪一天")), [Optional(), not_after_today])
    view = HiddenField(validators=[at_most(LONGEST_STATE)])
