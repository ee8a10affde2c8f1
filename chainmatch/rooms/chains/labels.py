"""Words of the chains room."""

from chainmatch.i18n import mark
from chainmatch.wording.map_names import LISTING_KINDS, NEAR_METHODS, SIZES, STAGES, source_name
from graph.domain.chain import NodeKind

__all__ = ["KINDS", "LISTING_KINDS", "NEAR_METHODS", "ORDERS", "SIZES", "STAGES", "source_name"]

KINDS = {
    NodeKind.POSITION: mark("产业链环节"),
    NodeKind.PRODUCT: mark("产品或材料"),
    NodeKind.INDUSTRY: mark("行业"),
}
ORDERS = {"size": mark("按规模"), "name": mark("按名称")}
