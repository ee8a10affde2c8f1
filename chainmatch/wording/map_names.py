"""Labels, link types, stages, sizes and sources of the map in words."""

from collections.abc import Iterable

from chainmatch.formats import label_of
from chainmatch.i18n import gettext, listed, mark
from graph.domain import sources
from graph.domain.chain import Stage
from graph.domain.enterprise import Size
from graph.domain.feedback import DismissReason
from graph.domain.listing import ListingKind
from graph.domain.near_name import NearMethod

TABLES = {
    "Region": mark("地区"),
    "Chain": mark("产业链"),
    "ChainNode": mark("链节点"),
    "Enterprise": mark("企业"),
    "Owner": mark("集团和实际控制人"),
    "CreditRecord": mark("信用记录"),
    "WITHIN": mark("地区隶属"),
    "LOCATED_IN": mark("企业所在地"),
    "IN_CHAIN": mark("节点所在产业链"),
    "KIND_OF": mark("节点上下级"),
    "SUPPLIES": mark("节点供应"),
    "MAKES": mark("企业产品"),
    "BELONGS_TO": mark("企业所属行业"),
    "TRADES_WITH": mark("供应关系"),
    "IN_GROUP": mark("企业所属集团"),
    "CONTROLLED_BY": mark("企业实际控制人"),
    "HAS_CREDIT": mark("企业的信用记录"),
    "Project": mark("签约项目"),
}

SIZES = {
    Size.LARGE: mark("大型"),
    Size.MEDIUM: mark("中型"),
    Size.SMALL: mark("小型"),
    Size.MICRO: mark("微型"),
}
STAGES = {
    Stage.UPSTREAM: mark("上游"),
    Stage.MIDSTREAM: mark("中游"),
    Stage.DOWNSTREAM: mark("下游"),
}
NEAR_METHODS = {
    NearMethod.SAME_NAME: mark("同名"),
    NearMethod.KIND_BY_NAME: mark("按名称同类"),
    NearMethod.SIMILAR_NAME: mark("名称相近"),
}
SOURCES = {
    sources.DEMO: mark("演示数据"),
    sources.CKG: mark("公开产业图谱 ckg"),
    sources.CKG_INDUSTRY: mark("公开产业图谱 ckg（行业）"),
    sources.TPEX: mark("柜买中心产业链 tpex"),
    sources.TPEX_ORDER: mark("柜买中心产业链 tpex（按上下游次序推定）"),
    sources.GDES: mark("公开供应关系 gdes"),
    sources.OFFICE: mark("本单位导入"),
    sources.SELF: mark("企业自报"),
    sources.PROJECT: mark("签约项目投产"),
}
"""Sources by the name that links carry; others are shown as they are."""


def source_name(source: str) -> str:
    """Name a source for people."""
    return gettext(SOURCES[source]) if source in SOURCES else source


LISTING_KINDS = {ListingKind.OFFER: mark("供给"), ListingKind.NEED: mark("需求")}

DISMISS_REASONS = {
    DismissReason.NOT_OUR_PRODUCT: mark("产品不对口"),
    DismissReason.HAVE_ONE: mark("已有稳定的合作方"),
    DismissReason.TOO_FAR: mark("距离太远"),
    DismissReason.SIZE: mark("规模或能力不合适"),
    DismissReason.RIVAL: mark("是竞争对手"),
    DismissReason.OTHER: mark("其他原因"),
}
"""Why an enterprise does not want to be shown a partner."""

CERTIFICATIONS = {
    name: name
    for name in (
        mark("高新技术企业"),
        mark("专精特新中小企业"),
        mark("专精特新“小巨人”"),
        mark("制造业单项冠军"),
        mark("创新型中小企业"),
        mark("科技型中小企业"),
        mark("国家企业技术中心"),
        mark("绿色工厂"),
    )
}
"""Titles that the state gives; certificates such as ISO 9001 name themselves."""


def certification_name(name: str) -> str:
    """Name a title or certificate in the reader's language."""
    return label_of(CERTIFICATIONS, name)


def certification_list(names: Iterable[str]) -> str:
    """Write titles and certificates in a row."""
    return listed(certification_name(name) for name in names)
