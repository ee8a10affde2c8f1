"""The form of a saved search."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, HiddenField, StringField
from wtforms.validators import DataRequired, Length

from chainmatch.fields import no_control, one_line
from chainmatch.forms import text
from chainmatch.i18n import mark
from graph.domain.saved_search import LONGEST_NAME, LONGEST_QUERY

TOO_LONG = mark("搜索条件太多，保存不下，请减少一些。")


class SavedSearchForm(FlaskForm):
    """Its name, and whether its owner wants to hear of news."""

    name = StringField(
        text(mark("名称")),
        [
            DataRequired(text(mark("请给这个搜索起个名称。"))),
            Length(max=LONGEST_NAME, message=text(mark("名称最多 60 个字。"))),
            no_control,
        ],
        filters=[one_line],
    )
    alerts = BooleanField(text(mark("有新企业时提醒我")))
    query = HiddenField(validators=[Length(max=LONGEST_QUERY, message=text(TOO_LONG))])
