"""Forms of the registration room."""

import re
from typing import Any
from unicodedata import normalize
from uuid import uuid4

from flask_wtf import FlaskForm
from wtforms import EmailField, HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Email, Length, Regexp, ValidationError

from chainmatch.fields import no_control
from chainmatch.forms import text
from chainmatch.i18n import mark
from chainmatch.people.new_password import NewPasswordMixin
from graph.domain.credit_code import LENGTH, is_credit_code

CLAIM_ID = re.compile(r"[0-9a-f]{32}")
LONGEST_NAME = 60
LONGEST_ENTERPRISE = 200
LONGEST_NOTE = 500


def plain(value: str | None) -> str:
    """Write full-width letters and figures as usual ones, without spaces around."""
    return normalize("NFKC", value or "").strip()


def plain_code(value: str | None) -> str:
    """Write a credit code as the standard does: capitals, no spaces or hyphens."""
    return re.sub(r"[\s-]", "", normalize("NFKC", value or "")).upper()


def right_code(_form: Any, field: Any) -> None:
    """Refuse a credit code with a slip of the pen. Raises ValidationError in words."""
    if len(field.data) != LENGTH:
        raise ValidationError(text(mark("统一社会信用代码是 18 位，请核对营业执照。")))
    if not is_credit_code(field.data):
        raise ValidationError(text(mark("统一社会信用代码的校验位不对，请逐位核对营业执照。")))


class ClaimForm(FlaskForm):
    """Which enterprise; ``id`` makes a second click on the button the same claim."""

    id = HiddenField(
        default=lambda: uuid4().hex,
        validators=[Regexp(CLAIM_ID, message=text(mark("请求不完整或页面已过期，请刷新后重试。")))],
    )
    credit_code = StringField(
        text(mark("统一社会信用代码")),
        [DataRequired(text(mark("请填写统一社会信用代码。"))), right_code],
        filters=[plain_code],
        render_kw={"maxlength": 30, "autocomplete": "off", "spellcheck": "false"},
    )
    name = StringField(
        text(mark("企业名称")),
        [
            DataRequired(text(mark("请填写企业名称。"))),
            no_control,
            Length(min=2, max=LONGEST_ENTERPRISE, message=text(mark("请填写企业全称。"))),
        ],
        filters=[plain],
        render_kw={"autocomplete": "organization"},
    )
    note = TextAreaField(
        text(mark("补充说明（选填）")),
        [no_control, Length(max=LONGEST_NOTE, message=text(mark("说明最多 500 字。")))],
        filters=[plain],
        render_kw={"rows": 2},
    )


class RegistrationForm(NewPasswordMixin, ClaimForm):
    """A person with a password, and the enterprise to act for."""

    person = StringField(
        text(mark("姓名")),
        [
            DataRequired(text(mark("请填写姓名。"))),
            no_control,
            Length(max=LONGEST_NAME, message=text(mark("姓名最多 60 字。"))),
        ],
        filters=[plain],
        render_kw={"autocomplete": "name"},
    )
    email = EmailField(
        text(mark("邮箱")),
        [
            DataRequired(text(mark("请填写邮箱。"))),
            Length(max=254, message=text(mark("这不是有效的邮箱地址。"))),
            Email(text(mark("这不是有效的邮箱地址。"))),
        ],
        filters=[lambda value: (value or "").strip().lower()],
        render_kw={"autocomplete": "username"},
    )
