"""Conferences in words, for every room that shows one."""

from chainmatch.i18n import mark
from graph.domain.conference.conference import ConferenceKind
from graph.domain.conference.meetings import MeetingState, Outcome, VersionKind
from graph.domain.conference.parties import PartyState, WishKind
from graph.domain.conference.phases import Phase

KINDS = {
    ConferenceKind.CONFERENCE: mark("对接会"),
    ConferenceKind.SALON: mark("沙龙"),
    ConferenceKind.EXPO: mark("展会"),
    ConferenceKind.ROADSHOW: mark("路演"),
}
PHASES = {
    Phase.PROFILES: mark("筹备"),
    Phase.WISHES: mark("征集意愿"),
    Phase.CLOSED: mark("意愿截止"),
    Phase.DRAFT: mark("排期草案"),
    Phase.REVIEW: mark("复核"),
    Phase.PUBLISHED: mark("已公布"),
    Phase.HELD: mark("已举行"),
    Phase.FOLLOWED_UP: mark("已跟进"),
}
PARTY_STATES = {
    PartyState.LISTED: mark("待邀请"),
    PartyState.INVITED: mark("已邀请"),
    PartyState.CONFIRMED: mark("已确认"),
    PartyState.DECLINED: mark("已谢绝"),
    PartyState.CANCELLED: mark("已取消"),
}
PARTY_LIGHTS = {
    PartyState.LISTED: ("text-secondary", "clock"),
    PartyState.INVITED: ("light-yellow", "clock"),
    PartyState.CONFIRMED: ("light-green", "circle-check"),
    PartyState.DECLINED: ("light-red", "circle-x"),
    PartyState.CANCELLED: ("text-secondary", "ban"),
}
"""The colour and the icon that stand beside a state's word."""
WISHES = {
    WishKind.MUST: mark("必见"),
    WishKind.WOULD: mark("愿见"),
    WishKind.VETO: mark("不见"),
}
MEETING_STATES = {
    MeetingState.PLANNED: mark("已排"),
    MeetingState.HELD: mark("已举行"),
    MeetingState.NO_SHOW: mark("有人未到"),
}
OUTCOMES = {
    Outcome.NO_CONTACT: mark("无进展"),
    Outcome.CONTACT: mark("保持联系"),
    Outcome.TALKS: mark("洽谈中"),
    Outcome.AGREEMENT: mark("达成意向"),
}
VERSION_KINDS = {
    VersionKind.RUN: mark("自动排期"),
    VersionKind.EDIT: mark("手动调整"),
    VersionKind.UNDO: mark("撤销"),
    VersionKind.ROLLBACK: mark("恢复旧版"),
}
ABOUTS = {
    "recommendation": mark("推荐"),
    "listing": mark("供需"),
    "search": mark("查找"),
    "enterprise": mark("企业页面"),
    "conference": mark("参会名单"),
}
"""What a wish came from."""
