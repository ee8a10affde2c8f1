"""Words of the profile room."""

from chainmatch.i18n import mark
from chainmatch.wording.map_names import CERTIFICATIONS, SIZES, STAGES, source_name
from graph.domain.audit import Verb
from graph.domain.profile import Part
from graph.domain.proposal import ProposalState

__all__ = [
    "CERTIFICATIONS",
    "FIELDS",
    "HISTORY",
    "LIGHTS",
    "PARTS",
    "SIZES",
    "STAGES",
    "STATES",
    "source_name",
]

PARTS = {
    Part.PRODUCTS: (mark("填报产品"), mark("推荐上下游伙伴全靠它")),
    Part.CONTACT: (mark("添加联系人"), mark("只给已接受对接的企业看")),
    Part.SUMMARY: (mark("写企业简介"), mark("至少 30 个字，说清做什么、供给谁")),
    Part.REGION: (mark("填所在地"), mark("就近配套时会用到")),
    Part.SHARES: (mark("填产品占比"), mark("让主营产品排在前面")),
    Part.CAPACITY: (mark("填产能"), mark("对方据此判断能否供得上")),
    Part.SIZE: (mark("选规模"), mark("按统计上大中小微型划分")),
    Part.CERTIFICATIONS: (mark("填资质"), mark("专精特新、高新技术、ISO 等")),
    Part.LISTINGS: (mark("发布一条供给或需求"), mark("让合适的企业主动来找")),
    Part.WEBSITE: (mark("填网址"), mark("方便对方进一步了解")),
    Part.FOUNDED: (mark("填成立年份"), mark("四位数字即可")),
    Part.ENGLISH: (mark("填英文名称"), mark("英文页面会显示它")),
}
"""What is missing, and why it is worth telling."""

HISTORY = {
    Verb.PROFILE_CHANGED: mark("修改了基本资料"),
    Verb.PRODUCT_STATED: mark("填报了产品"),
    Verb.PRODUCT_REMOVED: mark("移除了产品"),
    Verb.CONTACT_ADDED: mark("新增了联系人"),
    Verb.CONTACT_CHANGED: mark("修改了联系人"),
    Verb.CONTACT_REMOVED: mark("移除了联系人"),
    Verb.NODE_PROPOSED: mark("建议新增节点"),
    Verb.NODE_ACCEPTED: mark("节点建议已采纳"),
    Verb.NODE_REFUSED: mark("节点建议未采纳"),
}

FIELDS = {
    "short_name": mark("简称"),
    "name_en": mark("英文名称"),
    "size": mark("规模"),
    "founded": mark("成立年份"),
    "website": mark("网址"),
    "region": mark("所在地"),
    "certifications": mark("资质"),
    "summary": mark("简介"),
    "summary_en": mark("英文简介"),
    "node": mark("产品"),
    "share": mark("占比"),
    "capacity": mark("产能"),
    "name": mark("名称"),
    "reason": mark("原因"),
}

STATES = {
    ProposalState.WAITING: mark("待审核"),
    ProposalState.ACCEPTED: mark("已采纳"),
    ProposalState.REFUSED: mark("未采纳"),
}
LIGHTS = {
    ProposalState.WAITING: ("light-yellow", "clock"),
    ProposalState.ACCEPTED: ("light-green", "circle-check"),
    ProposalState.REFUSED: ("light-red", "circle-x"),
}
"""The colour and the icon that stand beside a state's word."""
