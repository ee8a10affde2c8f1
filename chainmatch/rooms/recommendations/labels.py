"""Words for stored values of recommendations."""

from chainmatch.i18n import mark
from chainmatch.wording.map_names import DISMISS_REASONS, SIZES, source_name
from chainmatch.wording.path_words import LINKS, evidence, step_label
from graph.domain.recommendation import PartnerRole
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

__all__ = [
    "DISMISS_REASONS",
    "FIRST_PLACES",
    "LAST_PLACES",
    "LINKS",
    "ROLES",
    "ROUTES",
    "SHARED_PLACES",
    "SIZES",
    "evidence",
    "source_name",
    "step_label",
]

ROLES = {
    PartnerRole.SUPPLIER: mark("供应商"),
    PartnerRole.CUSTOMER: mark("客户"),
    PartnerRole.PEER: mark("同行"),
    PartnerRole.INSTITUTE: mark("院所"),
}
ROUTES = {
    MATERIAL: mark("按用料"),
    USE: mark("按用途"),
    SAME: mark("按同类产品"),
    TRADE: mark("按往来"),
    PEER_TRADE: mark("按同行往来"),
    LIKELY_MATERIAL: mark("按同类产品的用料推断"),
    LIKELY_USE: mark("按同类产品的用料推断"),
    FITTING: mark("按产品名称的配套关系"),
    FITTED_TO: mark("按产品名称的配套关系"),
    FITTING_TRADE: mark("按产品名称所指的行业"),
    FITTED_TO_TRADE: mark("按产品名称所指的行业"),
    BY_INDUSTRY: mark("按行业上下游推断"),
    BY_KIN: mark("按相近行业的上下游推断"),
    BY_PEER_PRODUCTS: mark("按同行的产品推断"),
    BY_PEERS: mark("按同类企业的行业推断"),
}
FIRST_PLACES = {
    "MAKES": mark("我方产品"),
    "BELONGS_TO": mark("我方行业"),
    "TRADES_WITH": mark("我方伙伴"),
}
LAST_PLACES = {
    "MAKES": mark("对方产品"),
    "BELONGS_TO": mark("对方行业"),
    "TRADES_WITH": mark("对方伙伴"),
}
SHARED_PLACES = {
    "MAKES": mark("双方产品"),
    "BELONGS_TO": mark("双方行业"),
    "TRADES_WITH": mark("共同伙伴"),
}
"""Captions of the places of a path: where it leaves the asker, and where the partner comes in."""
