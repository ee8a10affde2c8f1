"""Words of the record room."""

from chainmatch.background.job_states import STATES as JOBS
from chainmatch.i18n import mark
from chainmatch.wording.map_names import LISTING_KINDS
from graph.domain.conference.meetings import MeetingState
from graph.domain.listing import ListingState
from graph.domain.meeting_request import Outcome, StepKind
from graph.domain.timeline import EventKind

__all__ = ["ICONS", "JOBS", "KINDS", "LISTINGS", "LISTING_STATES", "MEETINGS", "OUTCOMES", "STEPS"]

KINDS = {
    EventKind.REQUEST: mark("对接请求"),
    EventKind.MEETING: mark("会谈"),
    EventKind.LISTING: mark("供给与需求"),
    EventKind.PROJECT: mark("签约项目"),
}
ICONS = {
    EventKind.REQUEST: "arrows-join",
    EventKind.MEETING: "users",
    EventKind.LISTING: "truck-delivery",
    EventKind.PROJECT: "certificate",
}
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
MEETINGS = {
    MeetingState.PLANNED: mark("已排会谈"),
    MeetingState.HELD: mark("已会谈"),
    MeetingState.NO_SHOW: mark("未到场"),
}
LISTINGS = LISTING_KINDS
LISTING_STATES = {
    ListingState.PENDING: mark("待审核"),
    ListingState.PUBLISHED: mark("公开中"),
    ListingState.REFUSED: mark("已退回"),
    ListingState.CLOSED: mark("已关闭"),
}
