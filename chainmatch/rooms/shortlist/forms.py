"""Forms of the shortlist room."""

from flask_wtf import FlaskForm
from wtforms import HiddenField, IntegerField, RadioField
from wtforms.fields import SelectChoice
from wtforms.validators import AnyOf, InputRequired, NumberRange, Optional

from chainmatch.fields import at_most
from chainmatch.forms import text
from chainmatch.i18n import mark
from chainmatch.wording.map_names import DISMISS_REASONS
from graph.domain.feedback import DismissReason, Shown

LONGEST_CODE = 400
LAST_RANK = 10_000
NO_REASON = mark("请选择不合适的原因。")
INCOMPLETE = mark("请求不完整或页面已过期，请刷新后重试。")


class JudgementForm(FlaskForm):
    """Who is judged, and where it stood in which list; ``next`` is the page to go back to."""

    partner = HiddenField(validators=[InputRequired(), at_most(LONGEST_CODE)])
    role = HiddenField(validators=[at_most(20)])
    version = HiddenField(validators=[at_most(60)])
    rank = IntegerField(validators=[Optional(), NumberRange(1, LAST_RANK)])
    next = HiddenField()

    @property
    def shown(self) -> Shown:
        """Where the partner stood."""
        return Shown(self.role.data or "", self.version.data or "", self.rank.data or 0)

    @property
    def problem(self) -> str:
        """What is wrong, in words; only the reason is for a person to fill in."""
        return NO_REASON if "reason" in self.errors else INCOMPLETE


class DismissForm(JudgementForm):
    """The same with the reason why a partner does not fit."""

    reason = RadioField(
        text(mark("原因")),
        [AnyOf(list(DismissReason), text(NO_REASON))],
        choices=[
            SelectChoice(reason.value, text(words)) for reason, words in DISMISS_REASONS.items()
        ],
        validate_choice=False,
    )
