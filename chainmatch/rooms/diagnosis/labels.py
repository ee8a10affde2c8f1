"""Words of the diagnosis room."""

from chainmatch.i18n import gettext, mark
from chainmatch.wording.map_names import SIZES, STAGES, source_name
from chainmatch.wording.path_words import evidence, step_label
from graph.domain.chain import Stage
from graph.domain.credit import CreditKind
from graph.domain.diagnosis.figures import Asked
from graph.domain.diagnosis.market import Basis
from graph.domain.diagnosis.rules import Ground, Strength
from graph.domain.enterprise import Size
from graph.recommend.gap_filling import Tier, Way

__all__ = ["SIZES", "STAGES", "evidence", "source_name", "step_label"]

STRENGTHS = {
    Strength.STRONG: mark("强链"),
    Strength.FILL: mark("补链"),
    Strength.EXTEND: mark("延链"),
    Strength.KEEP: mark("稳链"),
}
STRENGTH_RULES = {
    Strength.STRONG: mark(
        "本地企业 3 家以上，其中有大型企业、专精特新“小巨人”或制造业单项冠军，且不依赖外地供应"
    ),
    Strength.FILL: mark(
        "本地没有企业，或过半采购来自外地（已知 3 笔以上），而本地有企业要用它；"
        "上下游在本地都没有企业的也在这里"
    ),
    Strength.EXTEND: mark("本地没有企业或依赖外地，本地没有人用它，但本地有它的原料"),
    Strength.KEEP: mark("其余节点：有本地企业，还不够强"),
}
GROUNDS = {
    Ground.NO_MAKER: mark("图谱里没有企业生产"),
    Ground.NO_LOCAL_MAKER: mark("本地没有企业，外地有"),
    Ground.UNPLACED_MAKER: mark("有企业，但所在地都不明"),
    Ground.DEPENDENT: mark("过半采购来自外地"),
    Ground.LOCAL_DEMAND: mark("本地企业要用"),
    Ground.LOCAL_MATERIAL: mark("本地有它的原料"),
    Ground.NO_TIE: mark("上下游在本地也没有企业"),
    Ground.MANY_MAKERS: mark("本地企业 3 家以上"),
    Ground.OUTSTANDING: mark("有大型或“小巨人”、单项冠军企业"),
    Ground.ONE_MAKER: mark("本地只有一家"),
    Ground.ORDINARY: mark("本地有企业，还不够强"),
}
BASES = {
    Basis.CAPACITY: mark("按产能"),
    Basis.SALES: mark("按估算的销售额"),
    Basis.EQUAL: mark("按家数平均"),
}
ASKED = {
    Asked.LOCAL: mark("本地企业"),
    Asked.GAPS: mark("缺口"),
    Asked.SINGLES: mark("本地单点"),
    Asked.CONCENTRATED: mark("高度集中"),
    Asked.DEPENDENCE: mark("对外依赖"),
    Asked.LEADERS: mark("链主企业"),
    Asked.OUTSTANDING: mark("骨干企业"),
}
DEFINITIONS = {
    Asked.LOCAL: mark("位于本地的企业 ÷ 这条链上知道所在地的企业"),
    Asked.GAPS: mark("本地没有企业的节点 ÷ 全部节点"),
    Asked.SINGLES: mark("本地只有一家企业的节点 ÷ 全部节点"),
    Asked.CONCENTRATED: mark("HHI 高于 1800 的节点 ÷ 有企业的节点"),
    Asked.DEPENDENCE: mark("供应方在外地的供应关系 ÷ 本地企业采购这些节点的供应关系"),
    Asked.LEADERS: mark("符合链主标准的企业 ÷ 本地企业"),
    Asked.OUTSTANDING: mark("大型、“小巨人”和单项冠军企业 ÷ 本地企业"),
}
LEADER_RULE = mark(
    "链主标准：大型、上市或制造业单项冠军企业，并且与本链 3 家以上企业有供应往来，"
    "或生产本链 3 个以上节点。"
)
TIERS = {
    Tier.HERE: mark("本地企业"),
    Tier.PARTNER: mark("周边城市的企业"),
    Tier.ELSEWHERE: mark("更远的企业"),
}
WAYS = {
    Way.MAKES: mark("正在生产"),
    Way.NEAR: mark("生产相近的产品"),
    Way.MATERIAL: mark("生产它的原料，可以向下延伸"),
    Way.SERVES_USERS: mark("已经给它的下游企业供货"),
}
CREDIT = {
    CreditKind.DISHONEST: mark("失信被执行人"),
    CreditKind.SERIOUS: mark("严重违法失信"),
    CreditKind.ABNORMAL: mark("经营异常"),
    CreditKind.PENALTY: mark("行政处罚"),
}


def stage_name(stage: str) -> str:
    """Name a stage in the reader's language."""
    return gettext(STAGES[Stage(stage)])


def size_name(size: str) -> str:
    """Name a size; nothing where nobody told."""
    return gettext(SIZES[Size(size)]) if size else ""


def credit_name(kind: CreditKind) -> str:
    """Name a kind of record."""
    return gettext(CREDIT[kind])
