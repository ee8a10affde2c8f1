"""The template of credit records: what authorities wrote down about an enterprise."""

from collections.abc import Mapping
from typing import Any

from graph.domain.credit import KIND_NAMES
from graph.exchange.fields.figures import parse_date
from graph.exchange.fields.texts import choice_parser, parse_name, parse_text
from graph.exchange.templates.declare import EVIDENCE, Column, Template, enterprise_column
from graph.messages import Message, message


def _lifted_later(row: Mapping[str, Any]) -> tuple[str, Message] | None:
    if row["ended"] and row["ended"] < row["date"]:
        return "ended", message("移出日期早于列入日期")
    return None


CREDITS = Template(
    "credits",
    "信用记录",
    "Credit records",
    message("企业的失信、处罚和守信记录，每条一行；同一企业、类别、日期和认定机关是同一条"),
    ("enterprise", "kind", "date", "authority"),
    (
        enterprise_column(
            "enterprise",
            "企业编码",
            "Enterprise",
            message("“企业”表里的编码，或已在图谱里的编码"),
            "91430100MA4DEM0A0U",
        ),
        Column(
            "kind",
            "类别",
            "Kind",
            choice_parser(KIND_NAMES),
            message("记录的种类"),
            required=True,
            choices=KIND_NAMES,
            example="行政处罚",
        ),
        Column(
            "date",
            "列入日期",
            "Listed on",
            parse_date,
            message("作出认定或决定的那一天"),
            required=True,
            example="2025-08-12",
        ),
        Column(
            "authority",
            "认定机关",
            "Authority",
            parse_name,
            message("由哪个机关认定，或在哪里公示"),
            required=True,
            example="市市场监督管理局",
        ),
        Column(
            "ended",
            "移出日期",
            "Lifted on",
            parse_date,
            message("已移出或修复的，填那一天；仍有效的不填"),
            example="2026-02-12",
        ),
        Column(
            "text",
            "内容",
            "Content",
            parse_text,
            message("事由和文号"),
            example="示例：广告用语不实，罚款 2000 元",
        ),
        *EVIDENCE,
    ),
    _lifted_later,
)
