"""Templates of the map itself: regions, chains, chain nodes, and what supplies what."""

from graph.domain.chain import STAGE_NAMES
from graph.exchange.fields.codes import parse_code, parse_region_code
from graph.exchange.fields.figures import (
    parse_weight,
    parse_whole,
)
from graph.exchange.fields.texts import (
    choice_parser,
    parse_name,
    parse_text,
    parse_yes,
)
from graph.exchange.templates.declare import (
    EVIDENCE,
    SOURCE,
    VERSION,
    Column,
    Template,
    code_column,
    differ,
)
from graph.messages import Message, message

_SAME_NODE = message("节点不能供应自己")
NODE_HINT = message("“链节点”表里的编码，或已在图谱里的编码")


def name_column(hint: Message, example: str) -> Column:
    """Make the required column of a name."""
    return Column("name", "名称", "Name", parse_name, hint, required=True, example=example)


def english_column(example: str) -> Column:
    """Make the column of an English name."""
    hint = message("英文界面显示；不填则显示中文名称")
    return Column("name_en", "英文名", "English name", parse_name, hint, example=example)


def summary_columns(example: str) -> tuple[Column, Column]:
    """Make the columns of a summary in both languages."""
    hint = message("几句话")
    return (
        Column("summary", "简介", "Summary", parse_text, hint, example=example),
        Column("summary_en", "英文简介", "English summary", parse_text, hint),
    )


REGIONS = Template(
    "regions",
    "地区",
    "Regions",
    message("省、市、区县、园区"),
    ("code",),
    (
        Column(
            "code",
            "代码",
            "Region code",
            parse_region_code,
            message("行政区划代码（GB/T 2260）；园区可自编"),
            required=True,
            example="430104",
        ),
        name_column(message("全称"), "岳麓区"),
        english_column("Yuelu District"),
        Column(
            "level",
            "级别",
            "Level",
            parse_name,
            message("province 省、city 市、district 区县、park 园区"),
            example="district",
        ),
        Column(
            "parent",
            "上级代码",
            "Part of",
            parse_region_code,
            message("所在市或省的代码"),
            example="430100",
        ),
        SOURCE,
    ),
    differ("code", "parent", message("上级不能是自己")),
)

CHAINS = Template(
    "chains",
    "产业链",
    "Chains",
    message("重点产业链，每条一行"),
    ("code",),
    (
        code_column(
            "code", "编码", "Code", message("自编，不重复；只写 GCJX 即 office:GCJX"), "office:GCJX"
        ),
        name_column(message("产业链名称"), "工程机械"),
        english_column("Construction machinery"),
        Column(
            "steward",
            "链长",
            "Steward",
            parse_name,
            message("链长或牵头单位"),
            example="市工信局装备工业处",
        ),
        *summary_columns("以整机为龙头，带动液压、传动、结构件配套"),
        Column(
            "published",
            "公开",
            "Published",
            parse_yes,
            message("是否在首页公开；不填为“是”"),
            default=True,
            restored=True,
        ),
        SOURCE,
    ),
)

NODES = Template(
    "nodes",
    "链节点",
    "Chain nodes",
    message("产业链上的产品、材料或环节；在两条链上的节点写两行"),
    ("code", "chain"),
    (
        code_column(
            "code", "编码", "Code", message("自编，不重复；只写 YYB 即 office:YYB"), "office:YYB"
        ),
        name_column(message("产品、材料或环节的通用名称"), "液压泵"),
        english_column("Hydraulic pump"),
        code_column(
            "chain",
            "产业链编码",
            "Chain",
            message("“产业链”表里的编码，或已在图谱里的编码"),
            "office:GCJX",
        ),
        Column(
            "stage",
            "环节",
            "Stage",
            choice_parser(STAGE_NAMES),
            message("在这条链上的位置"),
            required=True,
            choices=STAGE_NAMES,
            example="中游",
        ),
        Column(
            "parent",
            "上级节点编码",
            "Broader node",
            parse_code,
            message("更大的类，例如液压泵的上级是液压元件"),
            example="office:YYYJ",
        ),
        Column(
            "position",
            "顺序",
            "Order",
            parse_whole,
            message("同一环节内由小到大排列"),
            default=None,
            example="10",
        ),
    ),
    differ("code", "parent", message("上级不能是自己")),
    agree=("code", "name"),
)

LINKS = Template(
    "links",
    "节点供应",
    "Node links",
    message("哪个节点的产品是哪个节点的原料或部件"),
    ("supplier", "customer", *VERSION),
    (
        code_column("supplier", "上游节点编码", "From node", NODE_HINT, "office:YYB"),
        code_column("customer", "下游节点编码", "To node", NODE_HINT, "office:WJJ"),
        Column(
            "weight",
            "权重",
            "Weight",
            parse_weight,
            message("上游对下游有多要紧；一般在 0 到 1 之间"),
            default=None,
            example="0.8",
        ),
        *EVIDENCE,
    ),
    differ("supplier", "customer", _SAME_NODE),
)
