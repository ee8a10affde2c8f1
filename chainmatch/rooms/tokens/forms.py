"""Forms of the tokens room."""

from flask_wtf import FlaskForm
from wtforms import IntegerField, RadioField, SelectMultipleField, StringField
from wtforms.validators import DataRequired, InputRequired, Length, NumberRange

from chainmatch.fields import no_control, one_line
from chainmatch.forms import text
from chainmatch.i18n import gettext, mark
from chainmatch.limits.api_limits import HIGHEST, LOWEST
from chainmatch.rooms.tokens.labels import SCOPES
from graph.domain.account import Account
from graph.domain.token import LIVES, LONGEST_NAME, Scope, scopes_of


class TokenForm(FlaskForm):
    """What a new token is called, what it opens, and for how long."""

    name = StringField(
        text(mark("用途")),
        [
            DataRequired(text(mark("请写明这个令牌的用途，例如“月度分析脚本”。"))),
            Length(max=LONGEST_NAME, message=text(mark("用途最多 60 个字。"))),
            no_control,
        ],
        filters=[one_line],
    )
    scopes = SelectMultipleField(
        text(mark("权限")),
        [DataRequired(text(mark("请至少选一项权限。")))],
        validate_choice=False,
    )
    days = RadioField(
        text(mark("有效期")),
        [InputRequired(text(mark("请选择有效期。")))],
        coerce=int,
        default=LIVES[1],
        validate_choice=False,
    )

    def offer(self, account: Account) -> None:
        """Offer what this person may give."""
        self.scopes.choices = [(each.value, gettext(SCOPES[each])) for each in scopes_of(account)]
        self.days.choices = [(days, gettext("%(days)s 天", days=days)) for days in LIVES]

    @property
    def chosen(self) -> list[Scope]:
        """The scopes that were ticked; others than ours are dropped."""
        return [each for each in Scope if each.value in (self.scopes.data or ())]


class LimitForm(FlaskForm):
    """How often a token may ask."""

    most = IntegerField(
        text(mark("每个令牌每分钟最多请求")),
        [
            InputRequired(text(mark("请填写 10 到 1,000,000 之间的整数。"))),
            NumberRange(LOWEST, HIGHEST, text(mark("请填写 10 到 1,000,000 之间的整数。"))),
        ],
    )
