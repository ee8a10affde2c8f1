"""Words of the data-quality room: each figure and each rule with its sentence."""

from collections.abc import Mapping

from chainmatch.background.job_states import STATES
from chainmatch.i18n import mark
from chainmatch.wording.map_names import TABLES, source_name
from graph.domain.data_quality import Rule, Severity

__all__ = ["LINKS", "MEASURES", "RULES", "SEVERITIES", "STATES", "source_name"]

MEASURES: Mapping[str, tuple[str, str]] = {
    "credit_code": (mark("统一社会信用代码"), mark("编码就是信用代码，或另外登记了信用代码的企业")),
    "region": (mark("所在地区"), mark("有一条现行所在地关系的企业")),
    "coordinates": (mark("坐标"), mark("填了经度和纬度的企业")),
    "products": (mark("产品"), mark("至少有一条现行产品关系的企业")),
    "industry": (mark("行业归属"), mark("至少属于一个行业节点的企业")),
    "trade": (mark("往来企业"), mark("至少有一条现行供应关系的企业，供应或采购都算")),
    "any_link": (mark("至少一条关系"), mark("产品、行业、往来三种关系里至少有一条的企业")),
    "size": (mark("规模"), mark("填了大、中、小、微的企业")),
    "website": (mark("网站"), mark("填了网址的企业")),
    "summary": (mark("简介"), mark("填了中文简介的企业")),
    "contact": (mark("联系人"), mark("登记了至少一位联系人的企业")),
    "account": (mark("平台账号"), mark("至少有一个账号代表的企业")),
    "in_chain": (mark("在产业链里"), mark("至少列入一条产业链的节点")),
    "makers": (mark("有企业生产"), mark("至少有一家企业生产的节点，不含细类")),
    "local_makers": (mark("有本地企业生产"), mark("至少有一家本市企业生产的节点，不含细类")),
    "supplier": (mark("有上游"), mark("至少有一种原料或部件的节点")),
    "buyer": (mark("有下游"), mark("至少用于一种产品的节点")),
    "broader": (mark("有大类"), mark("归入至少一个大类的节点")),
    "english": (mark("英文名称"), mark("填了英文名称的节点")),
}
"""Title and definition of each coverage figure; the rest of the records are the denominator."""

RULES: Mapping[Rule, str] = {
    Rule.TWO_REGIONS: mark("不同来源把同一家企业放在互不包含的两个地区。"),
    Rule.UNKNOWN_REGION: mark("企业写的地区不在地区表里。"),
    Rule.FAR_FROM_REGION: mark("企业坐标离所写地区的中心超过 150 公里。"),
    Rule.CREDIT_DIGIT: mark("统一社会信用代码的校验位不对。"),
    Rule.SAME_CREDIT: mark("两条企业记录用同一个统一社会信用代码。"),
    Rule.MUTUAL_TRADE: mark("两家企业就同一产品互为供应方。"),
    Rule.SELF_LINK: mark("企业与自己往来，或节点是自己的原料、自己的细类。"),
    Rule.MUTUAL_SUPPLY: mark("两个节点互为原料。"),
    Rule.MATERIAL_IS_KIND: mark("一个节点既是另一个的原料，又与它是大类和细类。"),
    Rule.KIND_CYCLE: mark("节点绕一圈成了自己的细类。"),
    Rule.SHARE_SUM: mark("一家企业在同一来源里的产品占比加起来超过 100%。"),
    Rule.SHARE_RANGE: mark("产品占比小于 0 或大于 100%。"),
    Rule.TIMES: mark("关系的失效日期早于生效日期。"),
    Rule.FUTURE: mark("数据日期在将来。"),
    Rule.SEEN_ORDER: mark("供应关系的首次日期晚于最近日期。"),
}
SEVERITIES = {
    Severity.HIGH: (mark("严重"), "light-red", "alert-triangle"),
    Severity.MEDIUM: (mark("一般"), "light-yellow", "alert-triangle"),
    Severity.LOW: (mark("提示"), "", "info-circle"),
}
LINKS = {**TABLES, "Enterprise": mark("企业资料（取最新的一条关系）")}
