"""Forms of the orders room."""

from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import DataRequired

from chainmatch.fields import at_most
from chainmatch.forms import text
from chainmatch.i18n import mark

LONGEST_ANSWER = 2000


class AnswerForm(FlaskForm):
    """What the unit says it does."""

    answer = TextAreaField(
        text(mark("整改措施和完成时间")),
        [DataRequired(text(mark("请填写。"))), at_most(LONGEST_ANSWER)],
        filters=[lambda value: (value or "").strip()],
    )
