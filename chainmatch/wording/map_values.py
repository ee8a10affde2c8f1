"""Fields of the map's records and their values, as a reader says them."""

from collections.abc import Mapping
from typing import Any

from chainmatch.formats import label_of, percent
from chainmatch.i18n import gettext, mark
from chainmatch.wording.map_names import SIZES, STAGES, TABLES, certification_list
from graph.domain.chain import NodeKind
from graph.domain.enterprise import EnterpriseKind
from graph.schema import OPEN_END

FIELDS = {
    "name": mark("名称"),
    "short_name": mark("简称"),
    "name_en": mark("英文名称"),
    "kind": mark("类型"),
    "level": mark("级别"),
    "region": mark("所在地区"),
    "size": mark("规模"),
    "certifications": mark("资质"),
    "founded": mark("成立年份"),
    "website": mark("网址"),
    "summary": mark("简介"),
    "summary_en": mark("英文简介"),
    "market": mark("上市地"),
    "longitude": mark("经度"),
    "latitude": mark("纬度"),
    "datum": mark("坐标系"),
    "services": mark("科研服务"),
    "credit_code": mark("统一社会信用代码"),
    "steward": mark("链长单位"),
    "published": mark("是否公开"),
    "enterprise": mark("企业编码"),
    "date": mark("列入日期"),
    "ended": mark("移出日期"),
    "authority": mark("认定机关"),
    "text": mark("内容"),
    "end": mark("对方编码"),
    "stage": mark("环节"),
    "position": mark("次序"),
    "weight": mark("权重"),
    "share": mark("占比"),
    "capacity": mark("产能"),
    "product": mark("产品"),
    "first_seen": mark("首次出现"),
    "last_seen": mark("最近出现"),
    "times": mark("次数"),
    "as_of": mark("数据日期"),
    "confidence": mark("可信度"),
    "valid_from": mark("生效日期"),
    "valid_to": mark("失效日期"),
    "into": mark("并入"),
    "merged_from": mark("因并入而改"),
    "parted_from": mark("因撤销并入而改"),
    "moved": mark("移动的关系"),
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "size": SIZES,
    "stage": STAGES,
    "kind": {
        EnterpriseKind.COMPANY: mark("企业"),
        EnterpriseKind.INSTITUTE: mark("院所"),
        NodeKind.POSITION: mark("产业链环节"),
        NodeKind.PRODUCT: mark("产品或材料"),
        NodeKind.INDUSTRY: mark("行业"),
    },
}
ENDLESS = {OPEN_END: mark("仍有效")}
SHARES = ("share", "confidence")


def value_words(name: str, value: Any) -> str:
    """Write the value of a field as a reader says it; an untold one as a dash."""
    if value in (None, "", [], {}):
        return "–"
    if isinstance(value, bool):
        return gettext("是") if value else gettext("否")
    if isinstance(value, dict):
        return _counted(value)
    if isinstance(value, list):
        return certification_list(value)
    if name in SHARES:
        return percent(value)
    return label_of(dict(WORDS.get(name, ENDLESS)), str(value))


def _counted(counts: Mapping[str, int]) -> str:
    """Write how many links of each type a merge moved."""
    told = (f"{label_of(TABLES, name)} {number:,}" for name, number in counts.items())
    return gettext("、").join(told)
