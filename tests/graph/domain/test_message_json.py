from pathlib import Path

from graph.domain.message_json import message_from_json, message_to_json
from graph.domain.recommendation import Place
from graph.messages import Message, message


def test_a_message_comes_back_with_the_messages_inside_it() -> None:
    said = message(
        "第 %(row)s 行：%(reason)s", row=3, reason=message("“%(text)s”不是数。", text="x")
    )
    assert message_from_json(message_to_json(said)) == said


def test_a_record_keeps_its_names_in_both_languages() -> None:
    said = message("计划 %(date)s %(stage)s", date="2026-06-30", stage=Place("s", "开工", "Start"))
    assert message_from_json(message_to_json(said)) == said


def test_several_things_in_a_row_come_back_as_such() -> None:
    said = message("提前：%(stages)s", stages=(Place("s", "开工", "Start"), "投产"))
    assert message_from_json(message_to_json(said)) == said


def test_other_values_are_kept_as_their_text() -> None:
    said = message("没有文件 %(path)s。", path=Path("a/b"))
    assert str(message_from_json(message_to_json(said))) == "没有文件 a/b。"


def test_nothing_said_is_the_empty_message() -> None:
    assert message_from_json("") == Message()
