"""The form of leaving."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, PasswordField
from wtforms.validators import InputRequired

from chainmatch.forms import text
from chainmatch.i18n import mark


class LeaveForm(FlaskForm):
    """The present password, and that it is meant."""

    password = PasswordField(
        text(mark("当前密码")), [InputRequired(text(mark("请输入当前密码。")))]
    )
    is_sure = BooleanField(
        text(mark("我已了解：注销后不能恢复")),
        [InputRequired(text(mark("请先勾选，确认已了解。")))],
    )
