"""Words of signed projects that several rooms say."""

from chainmatch.i18n import mark, pick
from graph.domain.followup.escalation import Level
from graph.domain.followup.rules import Colour
from graph.domain.followup.stages import PROJECT_STAGES, EvidenceKind
from graph.domain.projects.indicators import Dimension, Indicator

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
LEVELS = {Level.ORDER: mark("督办单"), Level.TALK: mark("约谈")}
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
STAGE_NAMES = {stage.key: stage for stage in (*PROJECT_STAGES.stages, *PROJECT_STAGES.exits)}


def stage_word(key: str) -> str:
    """Name a stage in the reader's language; an unknown one by its key."""
    stage = STAGE_NAMES.get(key)
    return pick(stage.name, stage.name_en) if stage else key
