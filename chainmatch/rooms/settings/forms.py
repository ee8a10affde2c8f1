"""Forms of the settings room."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from wtforms.fields import SelectChoice
from wtforms.validators import DataRequired

from chainmatch.fields import at_most
from chainmatch.forms import ChoiceField, text
from chainmatch.i18n import LANGUAGES, mark
from chainmatch.wording.roles import GIVEN, ROLES

LONGEST_NAME = 60


def stripped(value: str | None) -> str:
    """Take away the spaces around what was typed."""
    return (value or "").strip()


class CityForm(FlaskForm):
    """What the city and its platform are called; ``seen`` marks what the form was filled from."""

    seen = HiddenField()
    name = StringField(
        text(mark("城市名称")),
        [DataRequired(text(mark("请填写城市名称。"))), at_most(LONGEST_NAME)],
        filters=[stripped],
    )
    name_en = StringField(text(mark("城市英文名称")), [at_most(LONGEST_NAME)], filters=[stripped])
    platform = StringField(
        text(mark("平台名称")),
        [DataRequired(text(mark("请填写平台名称。"))), at_most(LONGEST_NAME)],
        filters=[stripped],
    )
    platform_en = StringField(
        text(mark("平台英文名称")), [at_most(LONGEST_NAME)], filters=[stripped]
    )


class AccountForm(FlaskForm):
    """A new account; its first password is made by the system."""

    email = StringField(
        text(mark("邮箱")),
        [DataRequired(text(mark("请填写邮箱。"))), at_most(254)],
        filters=[stripped],
    )
    name = StringField(
        text(mark("姓名")),
        [DataRequired(text(mark("请填写姓名。"))), at_most(LONGEST_NAME)],
        filters=[stripped],
    )
    role = ChoiceField(
        text(mark("角色")),
        choices=[SelectChoice(role.value, text(ROLES[role])) for role in GIVEN],
    )
    enterprise = StringField(text(mark("企业编码")), [at_most(200)], filters=[stripped])
    unit = StringField(
        text(mark("所代表的责任单位")),
        [at_most(120)],
        filters=[stripped],
        render_kw={"list": "units", "autocomplete": "off"},
    )
    locale = ChoiceField(
        text(mark("语言")), choices=[SelectChoice(*item) for item in LANGUAGES.items()]
    )


class AdministratorForm(FlaskForm):
    """The first administrator of one's own, before the demo accounts go."""

    email = AccountForm.email
    name = AccountForm.name


class EmptyForm(FlaskForm):
    """A button: nothing but the proof that the page was ours."""
