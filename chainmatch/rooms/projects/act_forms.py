"""The small forms of a project's page: each does one thing."""

from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, IntegerField
from wtforms.validators import InputRequired, NumberRange, Optional

from chainmatch.forms import text
from chainmatch.i18n import mark
from chainmatch.rooms.projects.fields import (
    FILL_IN,
    HUNDRED,
    LONGEST_NAME,
    DayField,
    SignedWanField,
    WanField,
    chosen,
    line,
    lines,
    stage_choice,
    stage_choices,
)
from chainmatch.rooms.projects.labels import AGREEMENTS, DECISIONS, EVIDENCE, SIGNINGS, STAGES
from graph.domain.followup.stages import StageScheme
from graph.domain.projects.project import SigningKind


class ActForm(FlaskForm):
    """One of the small forms of a project's page; names begin with that of the form."""

    name = ""
    version = HiddenField(default="0")

    def __init__(self, **told: Any) -> None:
        super().__init__(prefix=self.name, **told)


class DatedForm(ActForm):
    """A form about something that happened on a day, likely today."""

    day = DayField(text(mark("日期")), [InputRequired(FILL_IN)])


class StageForm(DatedForm):
    """Move a project to a stage or out."""

    name = "stage"
    stage = stage_choice(mark("转入阶段"), (*STAGES.stages, *STAGES.exits))
    day = DayField(text(mark("日期")), [InputRequired(FILL_IN)])
    reason = lines(mark("说明（跳过阶段、退回和退出必填）"))
    agreement = chosen(mark("协议类型（首次签约必填）"), AGREEMENTS, untold=mark("还没有签约"))
    amount = WanField(text(mark("签约金额（万元）")))
    event = line(mark("签约活动"))

    def offer_stages(self, scheme: StageScheme) -> None:
        """Offer the stages as the office has them, and the ways out."""
        self.stage.choices = stage_choices((*scheme.stages, *scheme.exits))

    def leave_out_signing(self) -> None:
        """Ask for no agreement: the project was signed before."""
        for name in ("agreement", "amount", "event"):
            del self[name]


class OrderedForm(ActForm):
    """A form with the stages in their order, without the ways out."""

    stage = stage_choice(mark("阶段"), STAGES.stages)

    def offer_stages(self, scheme: StageScheme) -> None:
        """Offer the stages as the office has them."""
        self.stage.choices = stage_choices(scheme.stages)


class PlanForm(OrderedForm):
    """Plan a stage."""

    name = "plan"
    day = DayField(text(mark("计划日期（空着为取消）")), [Optional()])
    reason = lines(mark("调整原因"))


class ArrivalForm(DatedForm):
    """Funds that arrived."""

    name = "arrival"
    day = DayField(text(mark("到位日期")), [InputRequired(FILL_IN)])
    amount = SignedWanField(text(mark("金额（万元，冲减为负）")), [InputRequired(FILL_IN)])
    note = line(mark("备注"), longest=LONGEST_NAME)
    file = FileField(text(mark("到账凭证（可后补）")))


class SigningForm(DatedForm):
    """An upgrade or an increase."""

    name = "signing"
    kind = chosen(
        mark("类型"),
        {kind: SIGNINGS[kind] for kind in (SigningKind.UPGRADE, SigningKind.INCREASE)},
    )
    agreement = chosen(mark("协议类型"), AGREEMENTS)
    day = DayField(text(mark("日期")), [InputRequired(FILL_IN)])
    amount = WanField(text(mark("增加的金额（万元，升级不计）")))
    event = line(mark("活动"))


class ProblemForm(ActForm):
    """What stands in the way."""

    name = "problem"
    words = lines(mark("问题"), is_required=True)
    unit = line(mark("解决单位"))
    due = DayField(text(mark("解决期限")), [Optional()])


class SolutionForm(ActForm):
    """How a problem was solved."""

    name = "solution"
    solution = lines(mark("如何解决"), is_required=True)


class ReportForm(DatedForm):
    """News of a project."""

    name = "report"
    day = DayField(text(mark("截至日期")), [InputRequired(FILL_IN)])
    progress = IntegerField(
        text(mark("形象进度（0–100）")),
        [Optional(), NumberRange(0, HUNDRED, text(mark("应在 0 到 100 之间。")))],
    )
    words = lines(mark("进展"), is_required=True)


class ReviewForm(ActForm):
    """Whether a report counts."""

    name = "review"
    state = chosen(mark("审核"), DECISIONS)
    reason = lines(mark("退回原因"))


class EvidenceForm(OrderedForm):
    """A file that shows that a stage was reached."""

    name = "evidence"
    kind = chosen(mark("材料类型"), EVIDENCE)
    file = FileField(text(mark("文件")), [FileRequired(text(mark("请选择文件。")))])


FORMS = (
    StageForm,
    PlanForm,
    ArrivalForm,
    SigningForm,
    ProblemForm,
    SolutionForm,
    ReportForm,
    ReviewForm,
    EvidenceForm,
)
