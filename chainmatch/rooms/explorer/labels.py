"""Words of the explorer."""

from chainmatch.i18n import mark
from chainmatch.viewing.wanted import DEPTHS
from chainmatch.wording.map_names import NEAR_METHODS, STAGES, TABLES, source_name
from graph.domain.enterprise_links import Direction
from graph.domain.explored import Grouping, Layer, Mark

__all__ = [
    "DEPTHS",
    "DIRECTIONS",
    "FIRM_DEPTHS",
    "FIRM_LAYERS",
    "GROUPED",
    "GROUPINGS",
    "LAYERS",
    "MARKS",
    "NEAR_METHODS",
    "OF_NODES",
    "PICTURES",
    "STAGES",
    "TABLES",
    "source_name",
]

LAYERS = {
    Layer.SUPPLY: mark("节点供应"),
    Layer.ENTERPRISES: mark("企业"),
    Layer.TRADES: mark("企业往来"),
    Layer.PROJECTS: mark("计划项目"),
}
PICTURES = {"graph": mark("分层图"), "sankey": mark("桑基图")}
GROUPINGS = {
    "": mark("不合并"),
    Grouping.DISTRICT: mark("企业按区县"),
    Grouping.NODE: mark("企业并入节点"),
    Grouping.SEGMENT: mark("节点并入大类"),
    Grouping.LINKED: mark("只留联系最多的节点"),
    Grouping.STAGE: mark("按上中下游"),
}
GROUPED = {
    Grouping.DISTRICT: mark("同一节点、同一区县的企业合成一个"),
    Grouping.NODE: mark("企业并入它所在的节点"),
    Grouping.SEGMENT: mark("细分节点并入它的大类"),
    Grouping.LINKED: mark("只画联系最多的节点，其余每列合成一个"),
    Grouping.STAGE: mark("每个环节合成一个"),
}
MARKS = {Mark.NONE: "", Mark.GAP: mark("缺口"), Mark.SINGLE: mark("唯一")}
FIRM_LAYERS = {Layer.SUPPLY: mark("往来和产品"), Layer.TRADES: mark("只看往来")}
"""What can be shown around an enterprise; other layers are laid over nodes."""
FIRM_DEPTHS = ("1", "2")
"""Partners of an enterprise are read so far."""
OF_NODES = frozenset({Grouping.DISTRICT, Grouping.NODE})
"""Groupings that put enterprises together at their nodes: none are drawn around an enterprise."""
DIRECTIONS = {Direction.SUPPLIER: mark("供应方"), Direction.CUSTOMER: mark("采购方")}
