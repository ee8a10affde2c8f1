"""Words of the notices room."""

from chainmatch.i18n import mark
from graph.domain.notice import MailChoice, NoticeKind

KINDS = {
    NoticeKind.REQUEST: mark("对接请求"),
    NoticeKind.MATCH: mark("供需匹配"),
    NoticeKind.SEARCH: mark("关注的搜索"),
    NoticeKind.LISTING: mark("供需审核"),
    NoticeKind.PROFILE: mark("企业资料与认领"),
    NoticeKind.MEMBER: mark("企业成员"),
    NoticeKind.PROJECT: mark("签约项目"),
    NoticeKind.ORDER: mark("督办"),
    NoticeKind.BULLETIN: mark("月通报"),
    NoticeKind.CONFERENCE: mark("对接大会"),
    NoticeKind.SYSTEM: mark("系统"),
}
ICONS = {
    NoticeKind.REQUEST: "message-2",
    NoticeKind.MATCH: "arrows-join",
    NoticeKind.SEARCH: "search",
    NoticeKind.LISTING: "truck-delivery",
    NoticeKind.PROFILE: "building",
    NoticeKind.MEMBER: "users",
    NoticeKind.PROJECT: "certificate",
    NoticeKind.ORDER: "alert-triangle",
    NoticeKind.BULLETIN: "calendar",
    NoticeKind.CONFERENCE: "users-group",
    NoticeKind.SYSTEM: "info-circle",
}
CHOICES = {
    MailChoice.AT_ONCE: mark("即时邮件"),
    MailChoice.DAILY: mark("每日汇总"),
    MailChoice.NEVER: mark("不发邮件"),
}
