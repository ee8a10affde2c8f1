"""Words of the duplicates room."""

from collections.abc import Mapping

from chainmatch.background.job_states import STATES
from chainmatch.i18n import mark
from chainmatch.wording.map_names import SIZES, TABLES, source_name
from graph.domain.duplicates import Clue, Decision

__all__ = [
    "CLUES",
    "DECISIONS",
    "FATES",
    "FIELDS",
    "KINDS",
    "SIZES",
    "STATES",
    "TABLES",
    "TIES",
    "VIEWS",
    "source_name",
]

CLUES: Mapping[Clue, str] = {
    Clue.SAME_NAME: mark("名称相同"),
    Clue.SHORT_NAME: mark("一家的简称是另一家的名称"),
    Clue.SAME_CORE: mark("除公司形式外名称相同"),
    Clue.SAME_REST: mark("除地名外名称相同"),
    Clue.SAME_SOUND: mark("名称读音相同"),
    Clue.NEAR_NAME: mark("名称相近"),
    Clue.SAME_CREDIT_CODE: mark("信用代码相同"),
    Clue.SAME_WEBSITE: mark("网站相同"),
    Clue.SAME_REGION: mark("地区相同"),
    Clue.SAME_POINT: mark("坐标相距 300 米以内"),
    Clue.SHARED_PRODUCTS: mark("有相同的产品"),
    Clue.OTHER_FORM: mark("一家是集团，一家不是"),
    Clue.OTHER_PLACE: mark("名称里的地名不同"),
    Clue.OTHER_CREDIT_CODE: mark("信用代码不同"),
    Clue.OTHER_STOCK_CODE: mark("证券代码不同"),
    Clue.OTHER_WEBSITE: mark("网站不同"),
    Clue.OTHER_REGION: mark("地区不同"),
    Clue.OTHER_KIND: mark("一家是企业，一家是院所"),
    Clue.TRADE: mark("两家之间有供应关系"),
}
DECISIONS = {Decision.DISTINCT: mark("不是同一家"), Decision.LATER: mark("稍后再看")}
VIEWS = {
    "waiting": mark("待判断"),
    "later": mark("稍后再看"),
    "distinct": mark("不是同一家"),
    "merged": mark("已合并"),
}
FIELDS = {
    "name": mark("名称"),
    "short_name": mark("简称"),
    "name_en": mark("英文名称"),
    "kind": mark("类别"),
    "credit_code": mark("统一社会信用代码"),
    "region": mark("地区和所在地"),
    "size": mark("规模"),
    "founded": mark("成立年份"),
    "certifications": mark("资质"),
    "services": mark("科研服务"),
    "market": mark("上市情况"),
    "website": mark("网站"),
    "summary": mark("简介"),
    "summary_en": mark("英文简介"),
    "position": mark("坐标"),
}
KINDS = {"company": mark("企业"), "institute": mark("院所")}
TIES = {
    **TABLES,
    "ACTS_FOR": mark("账号"),
    "TO_JOIN": mark("邀请"),
    "CLAIMS": mark("企业认领"),
    "HAS_CONTACT": mark("联系人"),
    "PROPOSED": mark("节点建议"),
    "POSTED": mark("供给与需求"),
    "FAVOURS": mark("收藏"),
    "DISMISSED": mark("排除"),
    "ASKED_BY": mark("对接请求（发起）"),
    "ASKED_OF": mark("对接请求（受邀）"),
    "SAID_BY": mark("反馈（评价别人）"),
    "SAID_OF": mark("反馈（被评价）"),
    "STANDS_FOR": mark("对接会参会"),
    "SIGNED_BY": mark("签约项目"),
    "NOW": mark("以前的编码"),
}
"""What hangs on an enterprise, by the type of the relationship."""
FATES = {
    "moved": mark("移到保留的企业"),
    "kept": mark("两边已有，没有移动"),
    "taken": mark("被并入的企业取代"),
}
"""What became of a link in a merge."""
