"""Forms of the recovery room."""

from flask_wtf import FlaskForm
from wtforms import EmailField
from wtforms.validators import InputRequired

from chainmatch.fields import at_most
from chainmatch.forms import text
from chainmatch.i18n import mark
from chainmatch.people.new_password import NewPasswordMixin


class ForgotForm(FlaskForm):
    """The address to which the link goes."""

    email = EmailField(
        text(mark("邮箱")),
        [InputRequired(text(mark("请填写邮箱。"))), at_most(254)],
        render_kw={"autocomplete": "username"},
    )


class ResetForm(NewPasswordMixin, FlaskForm):
    """A new password, twice."""
