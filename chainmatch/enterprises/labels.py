"""Words of the enterprise page."""

from chainmatch.i18n import mark
from chainmatch.map_names import LISTING_KINDS, SIZES, STAGES, source_name
from graph.domain.enterprise import EnterpriseKind
from graph.domain.enterprise_links import Direction, Side

__all__ = [
    "DIRECTIONS",
    "KINDS",
    "LISTING_KINDS",
    "SCHEMES",
    "SIDES",
    "SIZES",
    "STAGES",
    "source_name",
]

KINDS = {EnterpriseKind.COMPANY: mark("企业"), EnterpriseKind.INSTITUTE: mark("院所")}
DIRECTIONS = {Direction.SUPPLIER: mark("供应方"), Direction.CUSTOMER: mark("采购方")}
SIDES = {
    Side.SUPPLIER: mark("已知供应方"),
    Side.MATERIAL: mark("上游材料"),
    Side.USE: mark("下游用途"),
    Side.CUSTOMER: mark("已知客户"),
}
SCHEMES = {
    "uscc": mark("统一社会信用代码"),
    "stock": mark("证券代码"),
    "tpex": mark("台湾证券代码"),
    "gdes": mark("公开数据编号"),
    "name": mark("按名称登记"),
    "demo": mark("演示编号"),
}
