"""Reasons in words, for features and paths."""

from graph.domain.enterprise import Size
from graph.domain.recommendation import PartnerRole, Path, Place
from graph.messages import Message, message
from graph.recommend.routes import (
    BY_INDUSTRY,
    BY_KIN,
    BY_PEER_PRODUCTS,
    BY_PEERS,
    FITTED_TO,
    FITTED_TO_TRADE,
    FITTING,
    FITTING_TRADE,
    LIKELY_MATERIAL,
    LIKELY_USE,
    MATERIAL,
    PEER_TRADE,
    SAME,
    TRADE,
    USE,
)

MOST_WORDS = 4

SIZES = {
    Size.LARGE: "大型",
    Size.MEDIUM: "中型",
    Size.SMALL: "小型",
    Size.MICRO: "微型",
}
NEARNESS = (
    (6, 1.0, message("在同一区县")),
    (4, 0.8, message("在同一城市")),
    (2, 0.5, message("在同一省份")),
)
"""Length of the shared GB/T 2260 prefix, value, and words."""

_INDUSTRY = {
    PartnerRole.SUPPLIER: message("其行业“%(name)s”是我方行业的上游"),
    PartnerRole.CUSTOMER: message("其行业“%(name)s”是我方行业的下游"),
    PartnerRole.PEER: message("同属“%(name)s”行业"),
    PartnerRole.INSTITUTE: message("同属“%(name)s”行业"),
}
_ROUTES = {
    MATERIAL: message("“%(first)s”要用“%(last)s”，对方能做"),
    USE: message("对方的“%(last)s”要用“%(first)s”"),
    LIKELY_MATERIAL: message("与“%(first)s”同类的产品常用“%(last)s”作料，对方能做"),
    LIKELY_USE: message("与对方的“%(last)s”同类的产品常用“%(first)s”作料"),
    FITTING: message("从名称看，对方的“%(last)s”是为“%(first)s”一类产品配套的"),
    FITTED_TO: message("从名称看，“%(first)s”是为对方的“%(last)s”一类产品配套的"),
    FITTING_TRADE: message("从名称看，对方的“%(last)s”是供“%(first)s”行业用的"),
    FITTED_TO_TRADE: message("从名称看，“%(first)s”是供对方所在的“%(last)s”行业用的"),
    SAME: message("与我方“%(first)s”同类，对方做“%(last)s”"),
    TRADE: message("与我方伙伴“%(first)s”、“%(last)s”往来相连"),
    PEER_TRADE: message("与我方伙伴“%(first)s”往来的同行“%(last)s”也与其往来"),
    BY_INDUSTRY: message("按行业上下游推断：“%(first)s”与“%(last)s”"),
    BY_PEERS: message("按“%(first)s”同类企业的行业推断，对方属于“%(last)s”"),
    BY_PEER_PRODUCTS: message("按“%(first)s”同行的产品推断，对方做“%(last)s”"),
    BY_KIN: message("按相近行业的上下游推断：“%(first)s”与“%(last)s”"),
}


def of_path(path: Path) -> Message:
    """Say in one sentence what a path means."""
    first, last = path.first_place, path.meeting_place
    if path.route == SAME and first.name == last.name:
        return message("双方都做“%(name)s”", name=first)
    return message(_ROUTES[path.route].template, first=first, last=last)


def of_share(product: Place, share: float) -> Message:
    """Say how much of its sales a partner makes with a product."""
    if share <= 0.0015:
        return message("“%(product)s”在其经营范围内，占比很小", product=product)
    return message(
        "“%(product)s”占其收入 %(percent)s%%", product=product, percent=f"{share * 100:.1f}"
    )


def of_words(words: list[str]) -> Message:
    """Say which words two product lists share."""
    if not words:
        return message("产品用词没有相同之处")
    return message("产品都涉及：%(words)s", words=tuple(words[:MOST_WORDS]))


def of_industry(role: PartnerRole, industry: Place) -> Message:
    """Say how the partner's industry stands to the asker's."""
    return message(_INDUSTRY[role].template, name=industry)
