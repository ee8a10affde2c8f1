"""The template of signed projects: an office's ledger, one row a project."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graph.domain.followup.stages import PROJECT_STAGES, STARTED, Stage
from graph.domain.projects.project import Agreement
from graph.exchange.fields import Parser
from graph.exchange.fields.codes import parse_code, parse_enterprise_code, parse_region
from graph.exchange.fields.figures import parse_date, parse_whole
from graph.exchange.fields.money import parse_wan
from graph.exchange.fields.texts import choice_parser, parse_name, parse_text
from graph.exchange.templates.declare import AS_OF, Column, Template, code_column
from graph.messages import Message, message

AGREEMENT_NAMES = {"框架协议": Agreement.FRAMEWORK, "合同": Agreement.CONTRACT}
PLANNED = ("started", "producing", "at_capacity")
"""Stages whose planned day a ledger tells."""
EXITS = {stage.name: stage.key for stage in PROJECT_STAGES.exits}
HUNDRED = 100


def _column(
    name: str, header: str, english: str, parse: Parser, hint: Message, example: str = ""
) -> Column:
    return Column(name, header, english, parse, hint, example=example)


def _amount(name: str, header: str, english: str, hint: Message, example: str) -> Column:
    column = _column(
        name, f"{header}（万元）", f"{english} (10,000 yuan)", parse_wan, hint, example
    )
    return replace(column, default=None)


def _party(name: str, header: str, english: str, hint: Message, example: str = "") -> Column:
    return _column(name, f"{header}编码", english, parse_enterprise_code, hint, example)


def _entered(stage: Stage) -> Column:
    hint = message("实际进入该阶段的日期；没到的空着")
    example = "2026-03-18" if stage.key == STARTED else ""
    return _column(
        f"{stage.key}_on", f"{stage.name}日期", f"{stage.name_en} on", parse_date, hint, example
    )


def _planned(key: str) -> Column:
    stage = PROJECT_STAGES.find(key)
    return _column(
        f"planned_{key}",
        f"计划{stage.name}日期",
        f"{stage.name_en} planned for",
        parse_date,
        message("计划哪一天"),
        "2026-06-30" if key == STARTED else "",
    )


def _parse_exit(value: Any) -> str | Message:
    return EXITS.get(str(value).strip()) or message("只能填：%(choices)s", choices="、".join(EXITS))


def _parse_progress(value: Any) -> int | Message:
    number = parse_whole(value)
    if isinstance(number, Message) or number <= HUNDRED:
        return number
    return message("应在 0 到 100 之间")


def _check(row: Mapping[str, Any]) -> tuple[str, Message] | None:
    """Find a day before that of an earlier stage, or a way out without day or reason."""
    last = ""
    for stage in PROJECT_STAGES.stages:
        day = row[f"{stage.key}_on"]
        if day and day < last:
            return f"{stage.key}_on", message("早于前面阶段的日期 %(date)s", date=last)
        last = day or last
    if not last:
        return "planning_on", message("至少填一个阶段的日期")
    if bool(row["exit"]) != bool(row["exit_on"]):
        return "exit_on", message("退出方式和退出日期要一起填")
    if row["exit"] and (row["exit_on"] < last or not row["exit_reason"]):
        return "exit_reason", message("退出要写明原因，日期不早于前面的阶段")
    return None


SHOWN_ONLY = {
    "stage": ("当前阶段（仅供查看）", "Present stage (for reading)"),
    "light": ("灯色（仅供查看）", "Light (for reading)"),
    "reasons": ("亮灯原因（仅供查看）", "Reasons (for reading)"),
}
"""Columns that the export adds, in Chinese and English."""

PROJECTS = Template(
    "projects",
    "签约项目",
    "Projects",
    message("签约项目台账，每个项目一行"),
    ("code",),
    (
        code_column(
            "code",
            "项目编号",
            "Project code",
            message("自编，不重复；只写 2026-015 即 office:2026-015"),
            "office:2026-015",
        ),
        Column(
            "name",
            "项目名称",
            "Project name",
            parse_name,
            message("台账里的全称"),
            required=True,
            example="高压柱塞泵扩能项目",
        ),
        _column("name_en", "英文名", "English name", parse_name, message("英文界面显示")),
        _column(
            "node", "链节点编码", "Chain node", parse_code, message("项目做的产品"), "office:YYB"
        ),
        _column(
            "region", "地区代码", "Region", parse_region, message("落在哪个区县或园区"), "430104"
        ),
        _column(
            "event", "签约活动", "Signed at", parse_name, message("在哪次活动上签约"), "春季对接会"
        ),
        replace(
            _column(
                "agreement",
                "协议类型",
                "Agreement",
                choice_parser(AGREEMENT_NAMES),
                message("框架协议与合同分开统计；不填为合同"),
                "合同",
            ),
            choices=AGREEMENT_NAMES,
            default=Agreement.CONTRACT.value,
        ),
        _amount("total", "总投资", "Total investment", message("项目的总投资"), "50000"),
        _amount("amount", "签约金额", "Contracted", message("协议里约定的引资额"), "30000"),
        _amount("arrived", "到位资金", "Arrived", message("到数据日期为止的累计数"), "8000"),
        _amount("required", "约定到位", "Required", message("约定日期前应到位的数"), "10000"),
        _column(
            "required_by",
            "约定到位日期",
            "Required by",
            parse_date,
            message("约定哪一天前到位"),
            "2026-06-30",
        ),
        _party("host", "引资方", "Host", message("引进资金的企业"), "91430100MA4DEM0A0U"),
        _party("investor", "投资方", "Investor", message("出资的企业")),
        _party("partner", "合作方", "Partner", message("其他签约企业")),
        _column(
            "unit", "责任单位", "Responsible unit", parse_name, message("跟进的单位"), "市工信局"
        ),
        _column("contact", "联络员", "Contact", parse_name, message("跟进的人"), "李明"),
        _column("leader", "包联领导", "Leader in charge", parse_name, message("包联的领导")),
        *(_entered(stage) for stage in PROJECT_STAGES.stages),
        *(_planned(key) for key in PLANNED),
        replace(
            _column(
                "exit",
                "退出方式",
                "Way out",
                _parse_exit,
                message("变更、暂停或终止；正常的空着"),
            ),
            choices=EXITS,
        ),
        _column("exit_on", "退出日期", "Way out on", parse_date, message("哪一天退出")),
        _column("exit_reason", "退出原因", "Reason", parse_text, message("为什么退出")),
        replace(
            _column(
                "progress",
                "形象进度",
                "Progress",
                _parse_progress,
                message("0 到 100 的整数"),
                "35",
            ),
            default=None,
        ),
        _column("problem", "存在问题", "Problem", parse_text, message("还没解决的问题")),
        AS_OF,
    ),
    _check,
    shown_only=tuple(header for headers in SHOWN_ONLY.values() for header in headers),
)
