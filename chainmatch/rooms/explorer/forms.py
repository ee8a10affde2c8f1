"""The form under whose name a view is kept."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from wtforms.validators import DataRequired, Length

from chainmatch.fields import at_most, no_control, one_line
from chainmatch.forms import text
from chainmatch.i18n import mark
from graph.domain.saved_view import LONGEST_NAME, LONGEST_STATE


class NameForm(FlaskForm):
    """A name, and the state of the view."""

    name = StringField(
        text(mark("名称")),
        [
            DataRequired(text(mark("请给这个视图起个名称。"))),
            Length(max=LONGEST_NAME, message=text(mark("名称最多 60 个字。"))),
            no_control,
        ],
        filters=[one_line],
    )
    state = HiddenField(validators=[at_most(LONGEST_STATE)])
