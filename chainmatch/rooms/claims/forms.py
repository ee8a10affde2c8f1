"""Forms of the claims room."""

from flask_wtf import FlaskForm
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from chainmatch.fields import no_control
from chainmatch.forms import text
from chainmatch.i18n import mark

LONGEST_REASON = 300


class RefusalForm(FlaskForm):
    """Why a claim is turned down, in words that the applicant reads."""

    reason = TextAreaField(
        text(mark("退回原因")),
        [
            DataRequired(text(mark("请写明原因，申请人会看到。"))),
            no_control,
            Length(max=LONGEST_REASON, message=text(mark("原因最多 300 字。"))),
        ],
        filters=[lambda value: (value or "").strip()],
        render_kw={"rows": 3},
    )
