"""Words of the enterprise page."""

from chainmatch.i18n import mark
from chainmatch.wording.map_names import LISTING_KINDS, SIZES, STAGES, source_name
from graph.domain.credit import CreditKind
from graph.domain.enterprise import EnterpriseKind
from graph.domain.enterprise_links import Direction, Side
from graph.domain.location import DATUM_NAMES
from graph.domain.ownership import OwnerRole

__all__ = [
    "CREDITS",
    "DATUMS",
    "DIRECTIONS",
    "KINDS",
    "LISTING_KINDS",
    "OWNERS",
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
OWNERS = {OwnerRole.GROUP: mark("所属集团"), OwnerRole.CONTROLLER: mark("实际控制人")}
CREDITS = {
    CreditKind.DISHONEST: mark("失信被执行人"),
    CreditKind.SERIOUS: mark("严重违法失信"),
    CreditKind.ABNORMAL: mark("经营异常"),
    CreditKind.PENALTY: mark("行政处罚"),
    CreditKind.HONOUR: mark("守信激励"),
}
DATUMS = {datum.value: name for name, datum in DATUM_NAMES.items()}
