"""Words of the projects room."""

from chainmatch.i18n import mark
from graph.domain.followup.escalation import Level
from graph.domain.followup.rules import Colour
from graph.domain.followup.stages import PROJECT_STAGES, EvidenceKind
from graph.domain.projects.indicators import Dimension, Indicator
from graph.domain.projects.project import (
    Agreement,
    Change,
    PartyRole,
    ReportState,
    SigningKind,
)

COLOURS = {
    Colour.RED: mark("红灯"),
    Colour.YELLOW: mark("黄灯"),
    Colour.GREEN: mark("绿灯"),
    Colour.OFF: mark("移出清单"),
    Colour.NONE: mark("不亮灯"),
}
SHAPES = {
    Colour.RED: "alert-triangle",
    Colour.YELLOW: "clock",
    Colour.GREEN: "circle-check",
    Colour.OFF: "ban",
    Colour.NONE: "minus",
}
ROLES = {
    PartyRole.HOST: mark("引资方"),
    PartyRole.INVESTOR: mark("投资方"),
    PartyRole.PARTNER: mark("合作方"),
}
AGREEMENTS = {Agreement.FRAMEWORK: mark("框架协议"), Agreement.CONTRACT: mark("合同")}
SIGNINGS = {
    SigningKind.FIRST: mark("首次签约"),
    SigningKind.UPGRADE: mark("升级"),
    SigningKind.INCREASE: mark("增资"),
}
EVIDENCE = {
    EvidenceKind.AGREEMENT: mark("协议文本"),
    EvidenceKind.RECEIPT: mark("资金到位凭证"),
    EvidenceKind.PERMIT: mark("施工许可证"),
    EvidenceKind.SITE_PHOTO: mark("永久性工程现场照片"),
    EvidenceKind.ENROLMENT: mark("入库证明"),
    EvidenceKind.PRODUCTION: mark("投产证明"),
    EvidenceKind.OUTPUT: mark("达产证明"),
    EvidenceKind.OTHER: mark("其他材料"),
}
LEVELS = {Level.ORDER: mark("督办单"), Level.TALK: mark("约谈")}
REPORT_STATES = {
    ReportState.PENDING: mark("待审核"),
    ReportState.ACCEPTED: mark("已采用"),
    ReportState.REFUSED: mark("已退回"),
}
DECISIONS = {ReportState.ACCEPTED: mark("采用"), ReportState.REFUSED: mark("退回")}
CHANGES = {Change.STAGE: mark("阶段"), Change.PLAN: mark("计划")}
INDICATORS = {
    Indicator.FULFILMENT: mark("履约率"),
    Indicator.START: mark("开工率"),
    Indicator.START_OF_FULFILLED: mark("开工率（占已履约）"),
    Indicator.PRODUCTION: mark("投产率"),
    Indicator.CAPACITY: mark("达产率"),
    Indicator.FUNDS: mark("资金到位率"),
    Indicator.DAYS_TO_START: mark("平均签约到开工"),
    Indicator.OVERDUE: mark("逾期"),
}
DIMENSIONS = {
    Dimension.REGION: mark("区县"),
    Dimension.CHAIN: mark("产业链"),
    Dimension.EVENT: mark("签约活动"),
    Dimension.UNIT: mark("责任单位"),
    Dimension.AGREEMENT: mark("协议类型"),
}
ORDERS = {
    "light": mark("按灯色"),
    "recent": mark("按最近变化"),
    "amount": mark("按金额"),
    "code": mark("按编号"),
}
UNTOLD = mark("未填")
IMPORTER = mark("导入")
STAGES = PROJECT_STAGES
STAGE_NAMES = {stage.key: stage for stage in (*PROJECT_STAGES.stages, *PROJECT_STAGES.exits)}
