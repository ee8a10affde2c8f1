"""What is answered about the map: each record declared once, for JSON, CSV and reference."""

from dataclasses import dataclass
from typing import Annotated

from msgspec import Meta

from chainmatch.i18n import mark
from graph.domain.chain import NodeKind
from graph.domain.enterprise import EnterpriseKind
from graph.domain.history.change import ChangeKind
from graph.domain.history.difference import Way

Code = Annotated[str, Meta(description=mark("编码"))]
Name = Annotated[str, Meta(description=mark("名称"))]
English = Annotated[str, Meta(description=mark("英文名称，没有则为空"))]
Source = Annotated[str, Meta(description=mark("来源"))]
Count = Annotated[int, Meta(ge=0)]
Texts = tuple[str, ...]
Value = str | int | float | bool | list[str | int] | None


@dataclass(frozen=True)
class Chain:
    """A chain in a list, with its numbers."""

    code: Code
    name: Name
    name_en: English
    steward: Annotated[str, Meta(description=mark("链长"))]
    is_public: Annotated[bool, Meta(description=mark("是否已公开；未公开的只有工作人员能看到"))]
    nodes: Annotated[Count, Meta(description=mark("节点数"))]
    enterprises: Annotated[Count, Meta(description=mark("企业数"))]
    gaps: Annotated[Count, Meta(description=mark("没有企业生产的节点数"))]
    upstream: Annotated[Count, Meta(description=mark("上游节点数"))]
    midstream: Annotated[Count, Meta(description=mark("中游节点数"))]
    downstream: Annotated[Count, Meta(description=mark("下游节点数"))]


@dataclass(frozen=True)
class ChainRecord(Chain):
    """A chain with what is written about it."""

    summary: Annotated[str, Meta(description=mark("简介"))]
    summary_en: Annotated[str, Meta(description=mark("英文简介"))]
    source: Source


@dataclass(frozen=True)
class Node:
    """A chain node; its place and makers are told where a chain was asked for."""

    code: Code
    name: Name
    name_en: English
    kind: Annotated[NodeKind, Meta(description=mark("类型：环节、产品或材料、行业"))]
    stage: Annotated[
        str | None, Meta(description=mark("在所查产业链里的环节；没有指定产业链时为空"))
    ]
    enterprises: Annotated[
        int | None, Meta(description=mark("生产它的企业数；没有指定产业链时为空"))
    ]
    source: Source


@dataclass(frozen=True)
class Position:
    """A place in a chain."""

    chain: Annotated[str, Meta(description=mark("产业链编码"))]
    chain_name: Annotated[str, Meta(description=mark("产业链名称"))]
    stage: Annotated[
        str, Meta(description=mark("环节：upstream 上游、midstream 中游、downstream 下游"))
    ]


@dataclass(frozen=True)
class NodeRecord:
    """A chain node with the chains it stands in; what is linked to it is listed under links."""

    code: Code
    name: Name
    name_en: English
    kind: Annotated[NodeKind, Meta(description=mark("类型：环节、产品或材料、行业"))]
    enterprises: Annotated[Count, Meta(description=mark("生产它或其细分产品的企业数"))]
    positions: Annotated[tuple[Position, ...], Meta(description=mark("所在的产业链和环节"))]
    source: Source


@dataclass(frozen=True)
class Link:
    """A link of the map with its evidence; what a type does not carry is null."""

    type: Annotated[str, Meta(description=mark("关系的类型"))]
    start: Annotated[str, Meta(description=mark("起点的编码"))]
    end: Annotated[str, Meta(description=mark("终点的编码"))]
    stage: Annotated[str | None, Meta(description=mark("IN_CHAIN：环节"))]
    position: Annotated[int | None, Meta(description=mark("IN_CHAIN：在链中的次序"))]
    weight: Annotated[float | None, Meta(description=mark("SUPPLIES：权重"))]
    share: Annotated[float | None, Meta(description=mark("MAKES：占企业销售的份额，0 到 1"))]
    capacity: Annotated[str | None, Meta(description=mark("MAKES：产能"))]
    product: Annotated[str | None, Meta(description=mark("TRADES_WITH：所供产品"))]
    first_seen: Annotated[str | None, Meta(description=mark("TRADES_WITH：最早出现的日期"))]
    last_seen: Annotated[str | None, Meta(description=mark("TRADES_WITH：最近出现的日期"))]
    times: Annotated[int | None, Meta(description=mark("TRADES_WITH：出现次数"))]
    source: Source
    as_of: Annotated[str, Meta(description=mark("来源的日期"))]
    confidence: Annotated[float, Meta(description=mark("可信度，0 到 1"))]
    valid_from: Annotated[str, Meta(description=mark("从哪一天起成立"))]
    valid_to: Annotated[str, Meta(description=mark("到哪一天为止（不含）；9999-12-31 为仍然成立"))]


@dataclass(frozen=True)
class Enterprise:
    """An enterprise or institute as its public page shows it; nobody's contacts are among it."""

    code: Code
    name: Name
    short_name: Annotated[str, Meta(description=mark("简称"))]
    name_en: English
    kind: Annotated[EnterpriseKind, Meta(description=mark("企业或院所"))]
    region: Annotated[str, Meta(description=mark("所在地区编码"))]
    size: Annotated[str, Meta(description=mark("规模：large、medium、small、micro，未填为空"))]
    certifications: Annotated[Texts, Meta(description=mark("资质"))]
    founded: Annotated[int | None, Meta(description=mark("成立年份"))]
    website: Annotated[str, Meta(description=mark("网址"))]
    summary: Annotated[str, Meta(description=mark("简介"))]
    summary_en: Annotated[str, Meta(description=mark("英文简介"))]
    market: Annotated[str, Meta(description=mark("上市板块"))]
    longitude: Annotated[float | None, Meta(description=mark("经度"))]
    latitude: Annotated[float | None, Meta(description=mark("纬度"))]
    datum: Annotated[str, Meta(description=mark("坐标系"))]
    services: Annotated[Texts, Meta(description=mark("院所提供的服务"))]
    chains: Annotated[Texts, Meta(description=mark("所在产业链的编码"))]
    stages: Annotated[Texts, Meta(description=mark("所处的环节"))]
    source: Source


@dataclass(frozen=True)
class Hit:
    """An enterprise that a search found, best first."""

    code: Code
    name: Name
    short_name: Annotated[str, Meta(description=mark("简称"))]
    name_en: English
    region: Annotated[str, Meta(description=mark("所在地区编码"))]
    size: Annotated[str, Meta(description=mark("规模：large、medium、small、micro，未填为空"))]
    certifications: Annotated[Texts, Meta(description=mark("资质"))]
    chains: Annotated[Texts, Meta(description=mark("所在产业链的编码"))]
    stages: Annotated[Texts, Meta(description=mark("所处的环节"))]
    products: Annotated[
        Texts, Meta(description=mark("与所查字词相符的产品，没有则为主要产品，最多五种"))
    ]
    distance_km: Annotated[
        float | None, Meta(description=mark("距离，公里；没有指定起点或位置不明时为空"))
    ]


@dataclass(frozen=True)
class FieldChange:
    """A field with its value before and after, null where untold."""

    field: str
    before: Value
    after: Value


@dataclass(frozen=True)
class Change:
    """A change of the map. A run (imported, withdrawn) is one line that tells its counts."""

    id: Annotated[str, Meta(description=mark("按时间排列的编号"))]
    at: Annotated[str, Meta(description=mark("时刻，UTC"))]
    by: Annotated[str, Meta(description=mark("谁：账号的邮箱，命令行为 @command，系统为空"))]
    file: Annotated[str, Meta(description=mark("导入的文件名"))]
    run: Annotated[str, Meta(description=mark("所属批次的 id，没有则为空"))]
    source: Source
    kind: Annotated[ChangeKind, Meta(description=mark("变更的类型"))]
    object: Annotated[str, Meta(description=mark("节点或关系的种类；整批为空"))]
    start: Annotated[str, Meta(description=mark("节点的编码，或关系起点的编码"))]
    end: Annotated[
        str, Meta(description=mark("关系终点的编码；合并和撤销合并为保留的企业，其余节点为空"))
    ]
    name: Annotated[str, Meta(description=mark("当时的名称"))]
    end_name: Annotated[str, Meta(description=mark("终点当时的名称"))]
    chains: Annotated[Texts, Meta(description=mark("涉及的产业链的编码"))]
    fields: Annotated[
        tuple[FieldChange, ...],
        Meta(description=mark("变了的字段；整批则为各种类的新增、更新、未变条数")),
    ]


@dataclass(frozen=True)
class Difference:
    """How much of a kind came, went and changed between two days."""

    kind: Annotated[str, Meta(description=mark("企业、链节点或一种关系"))]
    came: Annotated[Count, Meta(description=mark("新增"))]
    went: Annotated[Count, Meta(description=mark("消失"))]
    changed: Annotated[Count, Meta(description=mark("变化"))]


@dataclass(frozen=True)
class DifferenceRow:
    """What came, went or changed: a node, or a link with what it says on either day."""

    kind: Annotated[str, Meta(description=mark("企业、链节点或一种关系"))]
    way: Annotated[Way, Meta(description=mark("came 新增，went 消失，changed 变化"))]
    start: Annotated[str, Meta(description=mark("节点的编码，或关系起点的编码"))]
    start_name: Name
    end: Annotated[str, Meta(description=mark("关系终点的编码；节点为空"))]
    end_name: Annotated[str, Meta(description=mark("终点的名称"))]
    fields: Annotated[tuple[FieldChange, ...], Meta(description=mark("关系的字段，前后两天的值"))]


@dataclass(frozen=True)
class Region:
    """A region."""

    code: Code
    name: Name
    name_en: English
    level: Annotated[str, Meta(description=mark("级别：province、city、district、park"))]
    within: Annotated[str | None, Meta(description=mark("上级地区编码"))]
    source: Source
