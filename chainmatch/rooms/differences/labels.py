"""Words of the differences room."""

from chainmatch.i18n import mark
from chainmatch.wording.map_names import TABLES, source_name
from chainmatch.wording.map_values import FIELDS, value_words
from graph.domain.history.change import ChangeKind
from graph.domain.history.difference import Ground, Way
from graph.store.history.changes import ENDS

__all__ = [
    "BY",
    "CHANGES",
    "ENDS",
    "FIELDS",
    "GROUNDS",
    "PERIODS",
    "TABLES",
    "WAYS",
    "source_name",
    "value_words",
]

WAYS = {Way.CAME: mark("新增"), Way.WENT: mark("消失"), Way.CHANGED: mark("变化")}
GROUNDS = {Ground.CHAIN: mark("产业链"), Ground.REGION: mark("地区"), Ground.INDUSTRY: mark("行业")}
BY = {
    "": mark("不分组"),
    Ground.CHAIN: mark("按产业链"),
    Ground.REGION: mark("按地区"),
    Ground.INDUSTRY: mark("按行业"),
}
PERIODS = {30: mark("近一个月"), 182: mark("近半年"), 365: mark("近一年")}
CHANGES = {
    ChangeKind.MADE: mark("新登记"),
    ChangeKind.CHANGED: mark("字段修改"),
    ChangeKind.REMOVED: mark("删除"),
    ChangeKind.MERGED: mark("合并"),
    ChangeKind.UNMERGED: mark("撤销合并"),
}
