"""The file of what was left out."""

import io

from graph.exchange.rejects import Reject, write_rejects
from graph.messages import Message

ENGLISH = {"文件": "File", "行": "Row", "字段": "Field", "内容": "Content", "原因": "Reason"}


def english(message: Message) -> str:
    return ENGLISH.get(message.template, str(message))


def test_rejects_are_written_in_the_readers_language_without_formulas() -> None:
    file = io.StringIO(newline="")
    rejects = [
        Reject("a.csv", 3, "占比", "=1+1", Message("不是数字")),
        Reject("b.json", "水泥/黏土", "n", "钢\x07铁", Message("第 %(row)s 行", {"row": 5})),
    ]
    write_rejects(file, rejects, english)
    assert file.getvalue() == (
        "File,Row,Field,Content,Reason\r\n"
        "a.csv,3,占比,'=1+1,不是数字\r\n"
        "b.json,水泥/黏土,n,钢铁,第 5 行\r\n"
    )
