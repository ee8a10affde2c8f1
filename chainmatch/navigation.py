"""The left navigation, by what people come to do."""

from dataclasses import dataclass

from flask import current_app

from chainmatch.access import (
    ADMINISTRATORS,
    ANALYSTS,
    APPLICANTS,
    ENTERPRISES,
    PARTICIPANTS,
    PUBLIC,
    REVIEWERS,
    SIGNED_IN,
    STAFF,
    Rule,
    can_enter,
)
from chainmatch.i18n import mark

ON_PHONE_BAR = 5
"""More would not stand side by side on a screen of 390 px."""


@dataclass(frozen=True)
class Item:
    """A door: its address by endpoint, its name, its icon in ``static/icons.svg``."""

    endpoint: str
    label: str
    icon: str
    allow: Rule = SIGNED_IN


@dataclass(frozen=True)
class Group:
    """Doors under one heading."""

    label: str
    items: tuple[Item, ...]


GROUPS = (
    Group(
        mark("企业"),
        (
            Item("home.page", mark("首页"), "home", PUBLIC),
            Item("search.page", mark("查找伙伴"), "search"),
            Item("recommendations.mine", mark("为我推荐"), "arrows-join"),
            Item("chains.index", mark("重点产业链"), "sitemap", PUBLIC),
            Item("listings.index", mark("供给与需求"), "truck-delivery"),
            Item("requests.index", mark("对接请求"), "message-2", PARTICIPANTS),
            Item("profile.page", mark("企业资料"), "building", ENTERPRISES),
            Item("shortlist.index", mark("收藏与排除"), "star", ENTERPRISES),
            Item("record.page", mark("本企业动态"), "history", ENTERPRISES),
            Item("membership.page", mark("企业成员"), "users", ENTERPRISES),
            Item("registration.claim", mark("我的申请"), "certificate", APPLICANTS),
        ),
    ),
    Group(
        mark("会务"),
        (Item("conferences.index", mark("对接会议"), "calendar"),),
    ),
    Group(
        mark("落地"),
        (
            Item("projects.index", mark("签约项目"), "certificate"),
            Item("projects.dashboard", mark("项目总览"), "chart-bar", STAFF),
            Item("orders.index", mark("督办"), "alert-triangle"),
            Item("bulletins.index", mark("月通报"), "calendar", PUBLIC),
            Item("rules.page", mark("亮灯规则"), "adjustments-horizontal", STAFF),
        ),
    ),
    Group(
        mark("分析"),
        (
            Item("explorer.page", mark("产业地图"), "map-pin"),
            Item("atlas.index", mark("产业链图谱"), "hierarchy-2", PUBLIC),
            Item("differences.page", mark("图谱对比"), "copy", STAFF),
            Item("changes.index", mark("图谱变更"), "history", STAFF),
            Item("diagnosis.index", mark("强链补链诊断"), "affiliate", STAFF),
            Item("whatif.page", mark("断链推演"), "route", STAFF),
            Item("inquiries.index", mark("图谱查询"), "database", ANALYSTS),
            Item("data_quality.index", mark("数据质量"), "circle-check", STAFF),
        ),
    ),
    Group(
        mark("管理"),
        (
            Item("profile.proposals", mark("节点建议"), "bulb", REVIEWERS),
            Item("claims.index", mark("企业认领"), "shield-check", REVIEWERS),
            Item("imports.index", mark("数据导入"), "file-import", STAFF),
            Item("exports.index", mark("图谱导出"), "download", STAFF),
            Item("tokens.index", mark("接口令牌"), "key", STAFF),
            Item("settings.page", mark("系统设置"), "settings", ADMINISTRATORS),
        ),
    ),
)


def groups_for_visitor() -> list[Group]:
    """List the groups and items that the present visitor may enter."""
    shown = []
    for group in GROUPS:
        items = tuple(item for item in group.items if _is_open(item))
        if items:
            shown.append(Group(group.label, items))
    return shown


def phone_doors(groups: list[Group]) -> tuple[list[Item], list[Item]]:
    """Split the doors for a narrow screen: those of the bottom bar, those of the account's menu.

    The bar holds doors of the first group only, so that it does not change from role to role.
    """
    bar = list(groups[0].items[:ON_PHONE_BAR]) if groups else []
    return bar, [item for group in groups for item in group.items if item not in bar]


def _is_open(item: Item) -> bool:
    return item.endpoint in current_app.view_functions and can_enter(item.allow)
