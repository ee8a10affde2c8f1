"""Tables that only our own export writes: what the office templates cannot hold without loss.

Regions, chains, node links, products and trades go out in the office's templates.
"""

from dataclasses import replace

from graph import schema
from graph.domain.chain import NodeKind
from graph.exchange.fields.texts import choice_parser, parse_name
from graph.exchange.templates.credit import CREDITS
from graph.exchange.templates.declare import (
    EVIDENCE,
    SOURCE,
    VERSION,
    Column,
    Template,
    code_column,
    differ,
    enterprise_column,
    region_column,
)
from graph.exchange.templates.enterprises import ENTERPRISES
from graph.exchange.templates.map import NODES, REGIONS
from graph.messages import message

NODE_KIND_NAMES = {"环节": NodeKind.POSITION, "产品": NodeKind.PRODUCT, "行业": NodeKind.INDUSTRY}
_NODE = message("节点的编码")
_ENTERPRISE = message("企业的编码")
_OWNER = message("集团或实际控制人的编码")
_RECORD = message("信用记录的编码")
_SELF = message("上级不能是自己")
_REQUIRED_SOURCE = replace(SOURCE, required=True)
_OWNERS = frozenset({"group", "controller"})
"""Columns of the enterprises whose links have tables of their own."""


def _table(name: str, title: str, english: str, key: tuple[str, ...], *columns: Column) -> Template:
    return Template(
        name,
        title,
        english,
        message("导出的完整图谱中的一张表"),
        key,
        columns,
        differ(*key[:2], _SELF) if len(key) > 1 else lambda _row: None,
        office=False,
    )


CHAIN_NODES = _table(
    "chain_nodes",
    "全部节点",
    "All nodes",
    ("code",),
    NODES.named("code"),
    NODES.named("name"),
    NODES.named("name_en"),
    Column(
        "kind",
        "节点类型",
        "Node type",
        choice_parser(NODE_KIND_NAMES),
        message("环节、产品或行业"),
        required=True,
        choices=NODE_KIND_NAMES,
    ),
    _REQUIRED_SOURCE,
)
ALL_ENTERPRISES = _table(
    "all_enterprises",
    "全部企业",
    "All enterprises",
    ("code",),
    *(
        replace(column, required=column.required and column.name != "region")
        for column in ENTERPRISES.columns
        if column.name not in _OWNERS
    ),
    Column("market", "市场", "Market", parse_name, message("上市的市场")),
    _REQUIRED_SOURCE,
)
WITHIN = _table(
    "within",
    "地区隶属",
    "Region within",
    ("code", "parent"),
    REGIONS.named("code"),
    replace(REGIONS.named("parent"), required=True),
)
LOCATED_IN = _table(
    "located_in",
    "企业所在地",
    "Enterprise locations",
    ("enterprise", "region", *VERSION),
    enterprise_column("enterprise", "企业编码", "Enterprise", _ENTERPRISE, ""),
    region_column(message("地区的代码"), required=True),
    *EVIDENCE,
)
IN_CHAIN = _table(
    "in_chain",
    "节点所在产业链",
    "Nodes in chains",
    ("node", "chain", *VERSION),
    code_column("node", "节点编码", "Node", _NODE, ""),
    NODES.named("chain"),
    NODES.named("stage"),
    NODES.named("position"),
    *EVIDENCE,
)
KIND_OF = _table(
    "kind_of",
    "节点上下级",
    "Broader nodes",
    ("node", "parent", *VERSION),
    code_column("node", "节点编码", "Node", _NODE, ""),
    replace(NODES.named("parent"), required=True),
    *EVIDENCE,
)
BELONGS_TO = _table(
    "belongs_to",
    "企业所属行业",
    "Enterprise industries",
    ("enterprise", "industry", *VERSION),
    enterprise_column("enterprise", "企业编码", "Enterprise", _ENTERPRISE, ""),
    code_column("industry", "行业节点编码", "Industry node", _NODE, ""),
    *EVIDENCE,
)
OWNERS = _table(
    "owners",
    "所有者",
    "Owners",
    ("code",),
    code_column("code", "编码", "Code", _OWNER, ""),
    NODES.named("name"),
    _REQUIRED_SOURCE,
)
IN_GROUP = _table(
    "in_group",
    "企业所属集团",
    "Enterprise groups",
    ("enterprise", "group", *VERSION),
    enterprise_column("enterprise", "企业编码", "Enterprise", _ENTERPRISE, ""),
    code_column("group", "集团编码", "Group code", _OWNER, ""),
    *EVIDENCE,
)
CONTROLLED_BY = _table(
    "controlled_by",
    "企业实际控制人",
    "Enterprise controllers",
    ("enterprise", "controller", *VERSION),
    enterprise_column("enterprise", "企业编码", "Enterprise", _ENTERPRISE, ""),
    code_column("controller", "控制人编码", "Controller code", _OWNER, ""),
    *EVIDENCE,
)
ALL_CREDITS = _table(
    "all_credits",
    "全部信用记录",
    "All credit records",
    ("code",),
    code_column("code", "编码", "Code", _RECORD, ""),
    *(column for column in CREDITS.columns if column.name in schema.CREDIT_RECORD.columns[1:-1]),
    _REQUIRED_SOURCE,
)
HAS_CREDIT = _table(
    "has_credit",
    "企业的信用记录",
    "Credit records of enterprises",
    ("enterprise", "record", *VERSION),
    enterprise_column("enterprise", "企业编码", "Enterprise", _ENTERPRISE, ""),
    code_column("record", "记录编码", "Record", _RECORD, ""),
    *EVIDENCE,
)
