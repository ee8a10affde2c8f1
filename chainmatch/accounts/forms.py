"""Forms of the accounts room."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, PasswordField, StringField
from wtforms.validators import EqualTo, InputRequired, Length

from chainmatch.accounts.operations import SHORTEST_PASSWORD
from chainmatch.forms import text
from chainmatch.i18n import mark


class SignInForm(FlaskForm):
    """E-mail address and password."""

    email = StringField(
        text(mark("邮箱")), [InputRequired(text(mark("请填写邮箱。"))), Length(max=254)]
    )
    password = PasswordField(
        text(mark("密码")), [InputRequired(text(mark("请填写密码。"))), Length(max=1024)]
    )
    next = HiddenField()


class PasswordForm(FlaskForm):
    """The present password and a new one, twice."""

    present = PasswordField(
        text(mark("当前密码")), [InputRequired(text(mark("请填写当前密码。"))), Length(max=1024)]
    )
    password = PasswordField(
        text(mark("新密码")),
        [
            InputRequired(text(mark("请填写新密码。"))),
            Length(
                min=SHORTEST_PASSWORD, max=1024, message=text(mark("新密码至少要有 10 个字符。"))
            ),
        ],
    )
    again = PasswordField(
        text(mark("再输一次新密码")),
        [EqualTo("password", text(mark("两次输入的新密码不一致。")))],
    )
