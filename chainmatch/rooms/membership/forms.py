"""Forms of the membership room."""

from flask_wtf import FlaskForm
from wtforms import BooleanField, EmailField, HiddenField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired, Email, Length

from chainmatch.fields import no_control
from chainmatch.forms import ChoiceField, text
from chainmatch.i18n import mark
from chainmatch.people.new_password import NewPasswordMixin
from chainmatch.wording.roles import MEMBERSHIPS
from graph.domain.account import Membership


class InvitationForm(FlaskForm):
    """Whom to invite, as what, and whether by mail."""

    enterprise = HiddenField()
    email = EmailField(
        text(mark("邮箱")),
        [
            DataRequired(text(mark("请填写邮箱。"))),
            Length(max=254, message=text(mark("这不是有效的邮箱地址。"))),
            Email(text(mark("这不是有效的邮箱地址。"))),
        ],
        filters=[lambda value: (value or "").strip().lower()],
        render_kw={"autocomplete": "off"},
    )
    membership = ChoiceField(
        text(mark("身份")),
        choices=[SelectChoice(each.value, text(label)) for each, label in MEMBERSHIPS.items()],
        default=Membership.MEMBER.value,
    )
    by_mail = BooleanField(text(mark("同时发送邮件")), default=True)


class JoinForm(NewPasswordMixin, FlaskForm):
    """The account of a person who was invited and has none yet."""

    name = StringField(
        text(mark("姓名")),
        [
            DataRequired(text(mark("请填写姓名。"))),
            no_control,
            Length(max=60, message=text(mark("姓名最多 60 字。"))),
        ],
        filters=[lambda value: (value or "").strip()],
        render_kw={"autocomplete": "name"},
    )
