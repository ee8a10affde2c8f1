"""Templates of enterprises: who they are, what they make, whom they supply."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.domain.enterprise import KIND_NAMES, SIZE_NAMES
from graph.exchange.fields.figures import parse_date, parse_share, parse_whole, parse_year
from graph.exchange.fields.texts import choice_parser, parse_list, parse_name, parse_website
from graph.exchange.templates.declare import (
    EVIDENCE,
    VERSION,
    Column,
    Template,
    code_column,
    differ,
    enterprise_column,
    region_column,
)
from graph.exchange.templates.location import COORDINATES, check_coordinates
from graph.exchange.templates.map import NODE_HINT, english_column, name_column, summary_columns
from graph.messages import Message, message

_SAME_COMPANY = message("供应方和采购方不能是同一家企业")
_MAKER_HINT = message("“企业”表里的编码，或已在图谱里的编码")

ENTERPRISES = Template(
    "enterprises",
    "企业",
    "Enterprises",
    message("企业和院所，每家一行"),
    ("code",),
    (
        enterprise_column(
            "code",
            "编码",
            "Code",
            message("统一社会信用代码（核对校验位）；没有时写 name:企业全称"),
            "91430100MA4DEM0A0U",
        ),
        name_column(message("工商登记的全称"), "长沙示例液压有限公司"),
        Column(
            "short_name",
            "简称",
            "Short name",
            parse_name,
            message("平时的叫法"),
            example="示例液压",
        ),
        english_column("Changsha Example Hydraulics Co., Ltd."),
        Column(
            "kind",
            "类型",
            "Type",
            choice_parser(KIND_NAMES),
            message("高校、研究院、检测机构为院所"),
            required=True,
            choices=KIND_NAMES,
            example="企业",
        ),
        region_column(message("“地区”表里的代码，或不重名的地区名称，例如 岳麓区"), required=True),
        Column(
            "size",
            "规模",
            "Size",
            choice_parser(SIZE_NAMES),
            message("按《统计上大中小微型企业划分办法（2017）》"),
            choices=SIZE_NAMES,
            example="中型",
        ),
        Column(
            "certifications",
            "资质",
            "Certifications",
            parse_list,
            message("几项之间用“；”隔开"),
            default=(),
            example="高新技术企业；ISO 9001",
        ),
        Column(
            "founded",
            "成立年份",
            "Founded",
            parse_year,
            message("四位数字"),
            default=None,
            example="2008",
        ),
        Column(
            "website",
            "网址",
            "Website",
            parse_website,
            message("企业网站"),
            example="https://www.example.com",
        ),
        *summary_columns("生产高压柱塞泵和多路阀"),
        Column(
            "group",
            "所属集团",
            "Group",
            parse_name,
            message("集团的全称；写法相同的算同一个集团"),
            example="长沙示例集团有限公司",
        ),
        Column(
            "controller",
            "实际控制人",
            "Actual controller",
            parse_name,
            message("企业、机关或个人；同名的不同个人，名字后加括号区分"),
            example="长沙市国资委",
        ),
        *COORDINATES,
        Column(
            "services",
            "科研服务",
            "Services",
            parse_list,
            message("院所能提供什么，几项之间用“；”隔开"),
            default=(),
            example="检验检测；中试；技术转让",
        ),
        Column(
            "former_codes",
            "以前的编码",
            "Former codes",
            parse_list,
            message("合并进来的记录原来的编码，几个之间用“；”隔开"),
            default=(),
            example="",
            restored=True,
        ),
    ),
    check_coordinates,
)

MAKES = Template(
    "makes",
    "企业产品",
    "Products",
    message("哪家企业生产哪个节点的产品"),
    ("enterprise", "node", *VERSION),
    (
        enterprise_column(
            "enterprise", "企业编码", "Enterprise", _MAKER_HINT, "91430100MA4DEM0A0U"
        ),
        code_column("node", "节点编码", "Node", NODE_HINT, "office:YYB"),
        Column(
            "share",
            "占比",
            "Share",
            parse_share,
            message("占企业销售额的比例：0.35 或 35%"),
            default=None,
            example="35%",
        ),
        Column(
            "capacity",
            "产能",
            "Capacity",
            parse_name,
            message("照企业的说法写"),
            example="年产 6 万台",
        ),
        *EVIDENCE,
    ),
)

TRADES = Template(
    "trades",
    "供应关系",
    "Trades",
    message("已知的供应方与采购方"),
    ("supplier", "customer", "product", *VERSION),
    (
        enterprise_column("supplier", "供应方编码", "Supplier", _MAKER_HINT, "91430100MA4DEM0A0U"),
        enterprise_column("customer", "采购方编码", "Customer", _MAKER_HINT, "name:示例整机厂"),
        Column("product", "产品", "Product", parse_name, message("供应的产品"), example="液压泵"),
        Column(
            "first_seen",
            "首次日期",
            "First seen",
            parse_date,
            message("最早一次供货"),
            example="2023-03-15",
        ),
        Column(
            "last_seen",
            "最近日期",
            "Last seen",
            parse_date,
            message("最近一次供货"),
            example="2026-05-20",
        ),
        Column(
            "times",
            "次数",
            "Times",
            parse_whole,
            message("一共供过几次货"),
            default=None,
            example="12",
        ),
        *(replace(column, restored=True) for column in EVIDENCE),
    ),
    lambda row: differ("supplier", "customer", _SAME_COMPANY)(row) or _in_order(row),
)


def _in_order(row: Mapping[str, Any]) -> tuple[str, Message] | None:
    first, last = row["first_seen"], row["last_seen"]
    if first and last and first > last:
        return "last_seen", message("最近日期早于首次日期")
    return None
