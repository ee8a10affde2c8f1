"""What the interface answers about partners, conferences and projects."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from chainmatch.i18n import mark
from chainmatch.rooms.api.shapes import Code, Count, English, Name, Texts
from graph.domain.conference.conference import ConferenceKind
from graph.domain.conference.phases import Phase

Yuan = Annotated[int, Meta(ge=0)]


@dataclass(frozen=True)
class Step:
    """One link of a reason, walked from one record to the next."""

    link: Annotated[str, Meta(description=mark("关系的类型"))]
    forward: Annotated[bool, Meta(description=mark("是否顺着关系的方向"))]
    start: Annotated[str, Meta(description=mark("起点的编码"))]
    start_name: Annotated[str, Meta(description=mark("起点的名称"))]
    end: Annotated[str, Meta(description=mark("终点的编码"))]
    end_name: Annotated[str, Meta(description=mark("终点的名称"))]
    source: Annotated[str, Meta(description=mark("来源"))]
    as_of: Annotated[str, Meta(description=mark("来源的日期"))]
    confidence: Annotated[float, Meta(description=mark("可信度，0 到 1"))]


@dataclass(frozen=True)
class Reason:
    """A path from the one who asks to the partner."""

    route: Annotated[str, Meta(description=mark("路径的类型"))]
    strength: Annotated[float, Meta(description=mark("强度，0 到 1"))]
    steps: Annotated[tuple[Step, ...], Meta(description=mark("路径的每一步"))]


@dataclass(frozen=True)
class Recommendation:
    """A recommended partner, best first, with score and reasons."""

    rank: Annotated[int, Meta(ge=1, description=mark("名次"))]
    code: Code
    name: Name
    name_en: English
    score: Annotated[float, Meta(description=mark("得分，0 到 1"))]
    region: Annotated[str, Meta(description=mark("所在地区编码"))]
    size: Annotated[str, Meta(description=mark("规模：large、medium、small、micro，未填为空"))]
    is_known: Annotated[bool, Meta(description=mark("是否已有往来"))]
    is_newcomer: Annotated[bool, Meta(description=mark("是否因轮到新企业而列在此处"))]
    version: Annotated[str, Meta(description=mark("排序所用的版本"))]
    reasons: Annotated[tuple[Reason, ...], Meta(description=mark("理由"))]


@dataclass(frozen=True)
class Conference:
    """The public facts of a conference."""

    code: Code
    name: Name
    name_en: English
    kind: Annotated[ConferenceKind, Meta(description=mark("活动的类型"))]
    phase: Annotated[Phase, Meta(description=mark("所处的阶段"))]
    venue: Annotated[str, Meta(description=mark("会场"))]
    address: Annotated[str, Meta(description=mark("地址"))]
    starts_on: Annotated[str, Meta(description=mark("开始日期"))]
    ends_on: Annotated[str, Meta(description=mark("结束日期"))]
    opens: Annotated[str, Meta(description=mark("每天开始的时间"))]
    closes: Annotated[str, Meta(description=mark("每天结束的时间"))]
    slot_minutes: Annotated[Count, Meta(description=mark("每场会谈的分钟数"))]
    is_timetable_out: Annotated[bool, Meta(description=mark("时间表是否已公布"))]


@dataclass(frozen=True)
class Meeting:
    """A meeting of a published timetable."""

    day: Annotated[str, Meta(description=mark("日期"))]
    starts: Annotated[str, Meta(description=mark("开始时间（北京时间）"))]
    ends: Annotated[str, Meta(description=mark("结束时间（北京时间）"))]
    table: Annotated[str, Meta(description=mark("桌号"))]
    session: Annotated[str, Meta(description=mark("专场"))]
    a: Annotated[str, Meta(description=mark("一方企业的编码"))]
    a_name: Annotated[str, Meta(description=mark("一方企业的名称"))]
    b: Annotated[str, Meta(description=mark("另一方企业的编码"))]
    b_name: Annotated[str, Meta(description=mark("另一方企业的名称"))]


@dataclass(frozen=True)
class Project:
    """A signed project as it stood on a day; amounts in whole yuan."""

    code: Code
    name: Name
    name_en: English
    stage: Annotated[str, Meta(description=mark("阶段"))]
    since: Annotated[str, Meta(description=mark("进入这个阶段的日期"))]
    light: Annotated[str, Meta(description=mark("亮灯：green、yellow、red、off、none"))]
    light_reasons: Annotated[Texts, Meta(description=mark("亮灯的原因"))]
    agreement: Annotated[str, Meta(description=mark("协议的类型"))]
    total: Annotated[Yuan, Meta(description=mark("总投资，元"))]
    contracted: Annotated[Yuan, Meta(description=mark("签约金额，元"))]
    arrived: Annotated[Yuan, Meta(description=mark("到位资金，元"))]
    signed: Annotated[str, Meta(description=mark("签约日期，未签为空"))]
    started: Annotated[str, Meta(description=mark("开工日期，未开工为空"))]
    region: Annotated[str, Meta(description=mark("所在地区编码"))]
    node: Annotated[str, Meta(description=mark("所在链节点编码"))]
    unit: Annotated[str, Meta(description=mark("责任单位"))]
    event: Annotated[str, Meta(description=mark("签约活动"))]
    parties: Annotated[Texts, Meta(description=mark("签约企业的编码"))]


@dataclass(frozen=True)
class StageDay:
    """A stage and a day."""

    stage: Annotated[str, Meta(description=mark("阶段"))]
    day: Annotated[str, Meta(description=mark("日期"))]


@dataclass(frozen=True)
class ProjectRecord(Project):
    """A project with its way so far and its plan."""

    moves: Annotated[tuple[StageDay, ...], Meta(description=mark("依次进入的阶段"))]
    planned: Annotated[tuple[StageDay, ...], Meta(description=mark("各阶段的计划日期"))]


@dataclass(frozen=True)
class Indicator:
    """A figure over projects with what it is made of."""

    indicator: Annotated[str, Meta(description=mark("指标，定义见项目文档"))]
    group: Annotated[str, Meta(description=mark("组的编码；全部项目为空"))]
    numerator: Annotated[int, Meta(description=mark("分子"))]
    denominator: Annotated[int, Meta(description=mark("分母"))]
    value: Annotated[float | None, Meta(description=mark("分子除以分母；分母为 0 时为空"))]
    at: Annotated[str, Meta(description=mark("按哪一天的情况"))]
