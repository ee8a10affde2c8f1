"""What a token opens, in words."""

from chainmatch.i18n import mark
from graph.domain.token import Scope

SCOPES = {
    Scope.MAP: mark("图谱：产业链、节点、关系、企业、地区"),
    Scope.SEARCH: mark("查找企业"),
    Scope.RECOMMENDATIONS: mark("推荐伙伴"),
    Scope.CONFERENCES: mark("对接会议和已公布的时间表"),
    Scope.PROJECTS: mark("签约项目"),
    Scope.INDICATORS: mark("项目指标"),
}
