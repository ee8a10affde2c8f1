"""The template of who takes part in a conference: one row an enterprise."""

from graph.exchange.cells import CellValue, is_blank
from graph.exchange.fields import Parser
from graph.exchange.fields.codes import parse_enterprise_code
from graph.exchange.fields.figures import parse_whole
from graph.exchange.fields.texts import parse_name
from graph.exchange.templates.declare import Column, Template
from graph.messages import Message, message

MOST_CAP = 99


def _parse_cap(value: CellValue) -> int | Message | None:
    if is_blank(value):
        return None
    number = parse_whole(value)
    if isinstance(number, int) and number > MOST_CAP:
        return message("应在 0 到 %(most)s 之间", most=MOST_CAP)
    return number


def _column(
    name: str, header: str, english: str, hint: Message, example: str, parse: Parser = parse_name
) -> Column:
    return Column(name, header, english, parse, hint, example=example)


PARTIES = Template(
    "parties",
    "参会企业",
    "Parties",
    message("一行一家企业；已在名单里的按这里的内容更新"),
    ("enterprise", "name"),
    (
        Column(
            "name",
            "企业名称",
            "Enterprise",
            parse_name,
            message("全称，与图谱里一致"),
            required=True,
            example="长沙某某机械有限公司",
        ),
        _column(
            "enterprise",
            "企业编码",
            "Enterprise code",
            message("统一社会信用代码等；同名企业有多家时填写"),
            "91430100MA4L00000X",
            parse_enterprise_code,
        ),
        _column("group", "分组", "Group", message("会议里的分组名称"), "供给方"),
        _column("session", "专场", "Session", message("会议里的专场名称；不填为第一个"), "全场"),
        Column(
            "cap",
            "会谈上限",
            "Most meetings",
            _parse_cap,
            message("最多会谈几场；不填按分组或会议"),
            default=None,
            example="8",
        ),
        _column("owner", "集团", "Owner", message("同一集团的企业算一家"), "某某集团"),
        _column("delegate", "代表", "Delegate", message("来参会的人"), "张三"),
        _column("title", "职务", "Title", message("代表的职务"), "销售经理"),
        _column("phone", "手机", "Mobile", message("代表的手机"), "13800000000"),
        _column("email", "邮箱", "E-mail", message("代表的邮箱"), "zhang@example.com"),
    ),
    office=False,
)
"""Read on a conference's own page only: the map's imports do not know it."""
