"""The two fields of every form that sets a password."""

from wtforms import PasswordField
from wtforms.validators import EqualTo, InputRequired, Length

from chainmatch.forms import text
from chainmatch.i18n import mark
from chainmatch.people.identity import LONGEST_PASSWORD, SHORTEST_PASSWORD


class NewPasswordMixin:
    """A new password, twice."""

    password = PasswordField(
        text(mark("新密码")),
        [
            InputRequired(text(mark("请填写新密码。"))),
            Length(
                min=SHORTEST_PASSWORD,
                max=LONGEST_PASSWORD,
                message=text(mark("新密码至少要有 10 个字符。")),
            ),
        ],
        render_kw={"autocomplete": "new-password"},
    )
    again = PasswordField(
        text(mark("再输一次新密码")),
        [EqualTo("password", text(mark("两次输入的新密码不一致。")))],
        render_kw={"autocomplete": "new-password"},
    )
