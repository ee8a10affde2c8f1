"""Words of the projects room."""

from chainmatch.i18n import mark
from chainmatch.wording.project_names import (
    COLOURS,
    DIMENSIONS,
    EVIDENCE,
    INDICATORS,
    LEVELS,
    SHAPES,
    STAGE_NAMES,
)
from graph.domain.followup.stages import PROJECT_STAGES
from graph.domain.projects.project import (
    Agreement,
    Change,
    PartyRole,
    ReportState,
    SigningKind,
)

__all__ = [
    "AGREEMENTS",
    "CHANGES",
    "COLOURS",
    "DECISIONS",
    "DIMENSIONS",
    "EVIDENCE",
    "IMPORTER",
    "INDICATORS",
    "LEVELS",
    "ORDERS",
    "REPORT_STATES",
    "ROLES",
    "SHAPES",
    "SIGNINGS",
    "STAGES",
    "STAGE_NAMES",
    "UNTOLD",
]

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
REPORT_STATES = {
    ReportState.PENDING: mark("待审核"),
    ReportState.ACCEPTED: mark("已采用"),
    ReportState.REFUSED: mark("已退回"),
}
DECISIONS = {ReportState.ACCEPTED: mark("采用"), ReportState.REFUSED: mark("退回")}
CHANGES = {Change.STAGE: mark("阶段"), Change.PLAN: mark("计划")}
ORDERS = {
    "light": mark("按灯色"),
    "recent": mark("按最近变化"),
    "amount": mark("按金额"),
    "code": mark("按编号"),
}
UNTOLD = mark("未填")
IMPORTER = mark("导入")
STAGES = PROJECT_STAGES
