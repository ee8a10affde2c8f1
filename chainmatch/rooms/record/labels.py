"""Words of the record room."""

from chainmatch.background.job_states import STATES as JOBS
from chainmatch.i18n import mark
from chainmatch.wording.map_names import LISTING_KINDS
from chainmatch.wording.request_names import OUTCOMES, STEPS
from graph.domain.conference.meetings import MeetingState
from graph.domain.listing import ListingState
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
