"""Forms of the settings room."""

from flask_wtf import FlaskForm
from wtforms import SelectField, StringField
from wtforms.validators import InputRequired, Length

from chainmatch.forms import text
from chainmatch.i18n import LANGUAGES, mark
from chainmatch.roles import ROLES

LONGEST_NAME = 60


class CityForm(FlaskForm):
    """What the city and its platform are called."""

    name = StringField(
        text(mark("城市名称")),
        [InputRequired(text(mark("请填写城市名称。"))), Length(max=LONGEST_NAME)],
    )
    name_en = StringField(text(mark("城市英文名称")), [Length(max=LONGEST_NAME)])
    platform = StringField(
        text(mark("平台名称")),
        [InputRequired(text(mark("请填写平台名称。"))), Length(max=LONGEST_NAME)],
    )
    platform_en = StringField(text(mark("平台英文名称")), [Length(max=LONGEST_NAME)])


class AccountForm(FlaskForm):
    """A new account; its first password is made by the system."""

    email = StringField(
        text(mark("邮箱")), [InputRequired(text(mark("请填写邮箱。"))), Length(max=254)]
    )
    name = StringField(
        text(mark("姓名")),
        [InputRequired(text(mark("请填写姓名。"))), Length(max=LONGEST_NAME)],
    )
    role = SelectField(
        text(mark("角色")), choices=[(role.value, text(label)) for role, label in ROLES.items()]
    )
    enterprise = StringField(text(mark("企业编码")), [Length(max=200)])
    locale = SelectField(text(mark("语言")), choices=list(LANGUAGES.items()))


class AdministratorForm(FlaskForm):
    """The first administrator of one's own, before the demo accounts go."""

    email = AccountForm.email
    name = AccountForm.name


class EmptyForm(FlaskForm):
    """A button: nothing but the proof that the page was ours."""
