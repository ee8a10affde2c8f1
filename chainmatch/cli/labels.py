"""What commands call the kinds of records."""

from chainmatch.i18n import mark

KINDS = {
    "Region": mark("地区"),
    "Chain": mark("产业链"),
    "ChainNode": mark("链节点"),
    "Enterprise": mark("企业"),
    "WITHIN": mark("地区隶属"),
    "LOCATED_IN": mark("企业所在地"),
    "IN_CHAIN": mark("节点所在产业链"),
    "KIND_OF": mark("节点上下级"),
    "SUPPLIES": mark("节点供应"),
    "MAKES": mark("企业产品"),
    "BELONGS_TO": mark("企业所属行业"),
    "TRADES_WITH": mark("供应关系"),
}
"""Labels and link types of the map."""
