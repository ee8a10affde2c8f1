"""Words of the requests room."""

from chainmatch.i18n import mark
from chainmatch.wording.map_names import LISTING_KINDS
from chainmatch.wording.request_names import OUTCOMES, STEPS
from graph.domain.meeting_request import (
    LIFE_DAYS,
    DeclineReason,
    RequestState,
    Side,
    Way,
)

__all__ = [
    "KINDS",
    "LIFE_DAYS",
    "LIGHTS",
    "OUTCOMES",
    "REASONS",
    "SIDES",
    "STATES",
    "STEPS",
    "WAYS",
]

KINDS = LISTING_KINDS
SIDES = {Side.ASKER: mark("发起方"), Side.PARTNER: mark("受邀方")}
STATES = {
    RequestState.OPEN: mark("等待答复"),
    RequestState.ACCEPTED: mark("已同意"),
    RequestState.DECLINED: mark("已婉拒"),
    RequestState.WITHDRAWN: mark("已撤回"),
    RequestState.EXPIRED: mark("已过期"),
}
LIGHTS = {
    RequestState.OPEN: ("light-yellow", "clock"),
    RequestState.ACCEPTED: ("light-green", "circle-check"),
    RequestState.DECLINED: ("light-red", "circle-x"),
    RequestState.WITHDRAWN: ("text-secondary", "ban"),
    RequestState.EXPIRED: ("text-secondary", "history"),
}
"""The colour and the icon that stand beside a state's word."""
WAYS = {
    Way.AT_ASKER: mark("到发起方见面"),
    Way.AT_PARTNER: mark("到受邀方见面"),
    Way.ELSEWHERE: mark("约在其他地点"),
    Way.ONLINE: mark("线上会议"),
    Way.PHONE: mark("电话沟通"),
}
REASONS = {
    DeclineReason.NO_NEED: mark("目前没有这方面的需要"),
    DeclineReason.HAVE_ONE: mark("已有稳定的合作方"),
    DeclineReason.NOT_OUR_PRODUCT: mark("产品不对口"),
    DeclineReason.NO_CAPACITY: mark("产能或人手排满"),
    DeclineReason.TERMS: mark("条件不合适"),
    DeclineReason.OTHER: mark("其他原因"),
}
