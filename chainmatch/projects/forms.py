"""Forms of the projects room. Amounts are typed in 万元 and kept in whole yuan."""

from datetime import date
from typing import Any

from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import DateField, HiddenField, IntegerField, SelectField, StringField, TextAreaField
from wtforms.fields import SelectChoice
from wtforms.validators import (
    DataRequired,
    InputRequired,
    Length,
    NumberRange,
    Optional,
    ValidationError,
)

from chainmatch.forms import text
from chainmatch.i18n import mark, pick
from chainmatch.projects.labels import AGREEMENTS, DECISIONS, EVIDENCE, ROLES, SIGNINGS, STAGES
from chainmatch.projects.naming import written
from graph.domain.clock import date_text
from graph.domain.followup.stages import Stage
from graph.domain.projects.project import Project, SigningKind
from graph.domain.recommendation import Place
from graph.exchange.fields.codes import parse_code
from graph.exchange.fields.money import parse_wan, write_wan
from graph.messages import Message

LONGEST_NAME = 120
LONGEST_TEXT = 2000
LONGEST_CODE = 200
HUNDRED = 100
FILL_IN = text(mark("请填写。"))


def stripped(value: str | None) -> str:
    """Take away the spaces around what was typed."""
    return (value or "").strip()


class WanField(StringField):
    """An amount in 万元; ``data`` is whole yuan, None where nothing was typed."""

    is_signed = False

    def process_formdata(self, valuelist: list[str]) -> None:
        """Read it. Raises ValueError with words for people."""
        typed = valuelist[0].strip() if valuelist else ""
        is_negative = self.is_signed and typed.startswith(("-", "－", "−"))
        yuan = parse_wan(typed[1:] if is_negative else typed) if typed else None
        if isinstance(yuan, Message):
            raise ValueError(text(mark("请填写以万元为单位的数字，最多四位小数。")))
        self.data = -yuan if is_negative and yuan else yuan

    def _value(self) -> str:
        if self.raw_data:
            return self.raw_data[0]
        if self.data is None:
            return ""
        return ("-" if self.data < 0 else "") + write_wan(abs(self.data))


class SignedWanField(WanField):
    """An amount that may be taken back."""

    is_signed = True


class DayField(DateField):
    """A day; ``text`` is ISO, empty where none was given."""

    @property
    def text(self) -> str:
        """The day as it is stored."""
        return date_text(self.data) if self.data else ""


def _line(label: str, *, longest: int = LONGEST_NAME, is_required: bool = False) -> StringField:
    validators: list[Any] = [DataRequired(FILL_IN)] if is_required else []
    return StringField(text(label), [*validators, Length(max=longest)], filters=[stripped])


def _lines(label: str, *, is_required: bool = False) -> TextAreaField:
    validators: list[Any] = [DataRequired(FILL_IN)] if is_required else []
    return TextAreaField(text(label), [*validators, Length(max=LONGEST_TEXT)], filters=[stripped])


def _chosen(label: str, words: dict[Any, str], *, untold: str = "") -> SelectField:
    first = [SelectChoice("", text(untold))] if untold else []
    choices = [SelectChoice(each.value, text(word)) for each, word in words.items()]
    return SelectField(text(label), choices=[*first, *choices])


class StageName:
    """A stage's name, said when it is shown."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def __str__(self) -> str:
        return pick(self._stage.name, self._stage.name_en)

    def __html__(self) -> str:
        return str(self)


def _stages(label: str, stages: tuple[Stage, ...]) -> SelectField:
    return SelectField(
        text(label), choices=[SelectChoice(each.key, StageName(each)) for each in stages]
    )


class CardForm(FlaskForm):
    """What a project is."""

    version = HiddenField(default="0")
    name = _line(mark("项目名称"), is_required=True)
    name_en = _line(mark("英文名"))
    node = _line(mark("链节点"), longest=LONGEST_CODE)
    region = SelectField(text(mark("落地区县")), [Optional()], validate_choice=False)
    host = _line(mark("引资方"), longest=LONGEST_CODE)
    investor = _line(mark("投资方"), longest=LONGEST_CODE)
    partner = _line(mark("合作方"), longest=LONGEST_CODE)
    event = _line(mark("签约活动"))
    total = WanField(text(mark("总投资（万元）")))
    required = WanField(text(mark("约定到位（万元）")))
    required_by = DayField(text(mark("约定到位日期")), [Optional()])
    unit = _line(mark("责任单位"))
    contact = _line(mark("联络员"))
    leader = _line(mark("包联领导"))
    summary = _lines(mark("项目内容"))

    @classmethod
    def of(cls, project: Project) -> "CardForm":
        """Fill the form with a project."""
        parties = {
            party.role.value: written(Place(party.code, party.name)) for party in project.parties
        }
        values = {name: getattr(project, name) for name in CARD_FIELDS}
        day = project.required_by
        return cls(
            data={
                **values,
                **parties,
                "version": str(project.version),
                "total": project.total or None,
                "required": project.required or None,
                "required_by": date.fromisoformat(day) if day else None,
                "node": written(project.node),
                "region": project.region.code if project.region else "",
            }
        )


CARD_FIELDS = ("name", "name_en", "event", "unit", "contact", "leader", "summary")
PARTY_FIELDS = tuple(ROLES)


class NewForm(CardForm):
    """A project as it enters the ledger."""

    code = _line(mark("项目编号"), longest=60, is_required=True)
    stage = _stages(mark("当前阶段"), STAGES.stages)
    day = DayField(text(mark("进入该阶段的日期")), [InputRequired(FILL_IN)])
    agreement = _chosen(mark("协议类型"), AGREEMENTS)
    amount = WanField(text(mark("签约金额（万元）")))

    def validate_code(self, field: StringField) -> None:
        """Refuse what is no code."""
        if isinstance(parse_code(field.data), Message):
            raise ValidationError(text(mark("编号的写法应是“方案:值”，或一个自编的编号。")))


class ActForm(FlaskForm):
    """One of the small forms of a project's page; names begin with that of the form."""

    name = ""
    version = HiddenField(default="0")

    def __init__(self, **told: Any) -> None:
        super().__init__(prefix=self.name, **told)


class StageForm(ActForm):
    """Move a project to a stage or out."""

    name = "stage"
    stage = _stages(mark("转入阶段"), (*STAGES.stages, *STAGES.exits))
    day = DayField(text(mark("日期")), [InputRequired(FILL_IN)])
    reason = _lines(mark("说明（跳过阶段、退回和退出必填）"))


class PlanForm(ActForm):
    """Plan a stage."""

    name = "plan"
    stage = _stages(mark("阶段"), STAGES.stages)
    day = DayField(text(mark("计划日期（空着为取消）")), [Optional()])
    reason = _lines(mark("调整原因"))


class ArrivalForm(ActForm):
    """Funds that arrived."""

    name = "arrival"
    day = DayField(text(mark("到位日期")), [InputRequired(FILL_IN)])
    amount = SignedWanField(text(mark("金额（万元，冲减为负）")), [InputRequired(FILL_IN)])
    note = _line(mark("备注"), longest=LONGEST_NAME)


class SigningForm(ActForm):
    """An upgrade or an increase."""

    name = "signing"
    kind = _chosen(
        mark("类型"),
        {kind: SIGNINGS[kind] for kind in (SigningKind.UPGRADE, SigningKind.INCREASE)},
    )
    agreement = _chosen(mark("协议类型"), AGREEMENTS)
    day = DayField(text(mark("日期")), [InputRequired(FILL_IN)])
    amount = WanField(text(mark("增加的金额（万元，升级不计）")))
    event = _line(mark("活动"))


class ProblemForm(ActForm):
    """What stands in the way."""

    name = "problem"
    words = _lines(mark("问题"), is_required=True)
    unit = _line(mark("解决单位"))
    due = DayField(text(mark("解决期限")), [Optional()])


class SolutionForm(ActForm):
    """How a problem was solved."""

    name = "solution"
    solution = _lines(mark("如何解决"), is_required=True)


class ReportForm(ActForm):
    """News of a project."""

    name = "report"
    day = DayField(text(mark("截至日期")), [InputRequired(FILL_IN)])
    progress = IntegerField(
        text(mark("形象进度（0–100）")),
        [Optional(), NumberRange(0, HUNDRED, text(mark("应在 0 到 100 之间。")))],
    )
    words = _lines(mark("进展"), is_required=True)


class ReviewForm(ActForm):
    """Whether a report counts."""

    name = "review"
    state = _chosen(mark("审核"), DECISIONS)
    reason = _lines(mark("退回原因"))


class EvidenceForm(ActForm):
    """A file that shows that a stage was reached."""

    name = "evidence"
    stage = _stages(mark("阶段"), STAGES.stages)
    kind = _chosen(mark("材料类型"), EVIDENCE)
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
