"""What a step and an outcome of a meeting request are called."""

from chainmatch.i18n import mark
from graph.domain.meeting_request import Outcome, StepKind

STEPS = {
    StepKind.SENT: mark("发出请求"),
    StepKind.CHANGED: mark("修改请求"),
    StepKind.COUNTERED: mark("另提时间或方式"),
    StepKind.ACCEPTED: mark("同意对接"),
    StepKind.DECLINED: mark("婉拒"),
    StepKind.WITHDRAWN: mark("撤回请求"),
    StepKind.EXPIRED: mark("到期未答复"),
    StepKind.OUTCOME: mark("登记结果"),
}
OUTCOMES = {
    Outcome.NO_CONTACT: mark("未联系上"),
    Outcome.CONTACT: mark("已联系"),
    Outcome.TALKS: mark("洽谈中"),
    Outcome.AGREEMENT: mark("达成合作"),
}
