"""Words of the chains room."""

from chainmatch.i18n import mark
from chainmatch.map_names import SIZES, STAGES, source_name
from graph.domain.chain import NodeKind
from graph.domain.near_name import NearMethod

__all__ = ["KINDS", "METHODS", "ORDERS", "SIZES", "STAGES", "source_name"]

KINDS = {
    NodeKind.POSITION: mark("产业链环节"),
    NodeKind.PRODUCT: mark("产品或材料"),
    NodeKind.INDUSTRY: mark("行业"),
}
METHODS = {
    NearMethod.SAME_NAME: mark("同名"),
    NearMethod.KIND_BY_NAME: mark("按名称同类"),
    NearMethod.SIMILAR_NAME: mark("名称相近"),
}
ORDERS = {"size": mark("按规模"), "name": mark("按名称")}
