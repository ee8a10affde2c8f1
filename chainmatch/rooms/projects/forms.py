"""Forms of the projects room."""

from datetime import date

from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import HiddenField, IntegerField, SelectField, StringField
from wtforms.validators import InputRequired, NumberRange, Optional, ValidationError

from chainmatch.fields import at_most
from chainmatch.filing import attachments
from chainmatch.forms import text
from chainmatch.i18n import mark
from chainmatch.rooms.projects.fields import (
    FILL_IN,
    HUNDRED,
    LONGEST_CODE,
    MOST_OF_A_ROLE,
    DayField,
    WanField,
    chosen,
    line,
    lines,
    several,
    stage_choice,
    stage_choices,
)
from chainmatch.rooms.projects.labels import AGREEMENTS, EVIDENCE, ROLES, STAGES
from chainmatch.rooms.projects.naming import written
from graph.domain.followup.stages import StageScheme
from graph.domain.projects.project import Project
from graph.domain.recommendation import Place
from graph.exchange.fields.codes import parse_code
from graph.messages import Message


class CardForm(FlaskForm):
    """What a project is."""

    version = HiddenField(default="0")
    name = line(mark("项目名称"), is_required=True)
    name_en = line(mark("英文名"))
    node = line(mark("链节点"), longest=LONGEST_CODE)
    region = SelectField(text(mark("落地区县")), [Optional()], validate_choice=False)
    host = several(mark("引资方"))
    investor = several(mark("投资方"))
    partner = several(mark("合作方"))
    event = line(mark("签约活动"))
    total = WanField(text(mark("总投资（万元）")))
    required = WanField(text(mark("约定到位（万元）")))
    required_by = DayField(text(mark("约定到位日期")), [Optional()])
    unit = line(mark("责任单位"))
    contact = line(mark("联络员"))
    leader = line(mark("包联领导"))
    summary = lines(mark("项目内容"))

    def offer_more(self) -> None:
        """Keep an empty field for one more enterprise of each role."""
        for name in PARTY_FIELDS:
            field = self[name]
            if len(field) < MOST_OF_A_ROLE and all(entry.data for entry in field):
                field.append_entry("")

    @classmethod
    def of(cls, project: Project) -> "CardForm":
        """Fill the form with a project."""
        parties = {
            role.value: [
                written(Place(each.code, each.name))
                for each in project.parties
                if each.role == role
            ]
            for role in ROLES
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
    """A project as it enters the ledger; ``request`` is the meeting request that led to it."""

    request = HiddenField(validators=[at_most(LONGEST_CODE)])
    code = line(mark("项目编号"), longest=60, is_required=True)
    stage = stage_choice(mark("当前阶段"), STAGES.stages)
    day = DayField(text(mark("进入该阶段的日期")), [InputRequired(FILL_IN)])
    agreement = chosen(mark("协议类型"), AGREEMENTS)
    amount = WanField(text(mark("签约金额（万元）")))

    def offer_stages(self, scheme: StageScheme) -> None:
        """Offer the stages as the office has them."""
        self.stage.choices = stage_choices(scheme.stages)

    def validate_code(self, field: StringField) -> None:
        """Refuse what is no code."""
        if isinstance(parse_code(field.data), Message):
            raise ValidationError(text(mark("编号的写法应是“方案:值”，或一个自编的编号。")))


class QuickForm(FlaskForm):
    """News of a project in a minute, from a phone: most of it is filled in, a photo may follow."""

    version = HiddenField(default="0")
    words = lines(mark("有什么进展"), is_required=True)
    progress = IntegerField(
        text(mark("形象进度（0–100，可不填）")),
        [Optional(), NumberRange(0, HUNDRED, text(mark("应在 0 到 100 之间。")))],
        render_kw={"inputmode": "numeric"},
    )
    day = DayField(text(mark("截至日期")), [InputRequired(FILL_IN)])
    file = FileField(text(mark("照片或材料（可不传）")), render_kw={"accept": attachments.ACCEPT})
    stage = stage_choice(mark("材料属于哪个阶段"), STAGES.stages)
    kind = chosen(mark("材料类型"), EVIDENCE)
