"""Forms of the accounts room."""

from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, PasswordField
from wtforms.validators import InputRequired

from chainmatch.fields import at_most
from chainmatch.forms import text
from chainmatch.i18n import mark
from chainmatch.people.identity import LONGEST_PASSWORD
from chainmatch.people.new_password import NewPasswordMixin

PRESENT_PASSWORD = {"autocomplete": "current-password"}


class SignInForm(FlaskForm):
    """E-mail address and password."""

    email = EmailField(
        text(mark("邮箱")),
        [InputRequired(text(mark("请填写邮箱。"))), at_most(254)],
        render_kw={"autocomplete": "username"},
    )
    password = PasswordField(
        text(mark("密码")),
        [InputRequired(text(mark("请填写密码。"))), at_most(LONGEST_PASSWORD)],
        render_kw=PRESENT_PASSWORD,
    )
    next = HiddenField()


class PasswordForm(NewPasswordMixin, FlaskForm):
    """The present password and a new one, twice."""

    present = PasswordField(
        text(mark("当前密码")),
        [InputRequired(text(mark("请填写当前密码。"))), at_most(LONGEST_PASSWORD)],
        render_kw=PRESENT_PASSWORD,
    )
