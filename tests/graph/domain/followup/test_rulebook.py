import json
from dataclasses import replace

import pytest

from graph.domain.followup.escalation import EscalationRule
from graph.domain.followup.rulebook import (
    DEFAULT,
    Rulebook,
    check,
    from_json,
    in_force,
    rules_with,
    to_json,
)
from graph.domain.followup.rules import PROJECT_RULES, Colour
from graph.domain.followup.stages import Direction, EvidenceKind
from graph.errors import BadInput

STRICT = rules_with({"silent": {Colour.YELLOW: 1, Colour.RED: 2, Colour.OFF: 3}})


def test_the_default_says_what_the_defaults_say() -> None:
    check(DEFAULT)
    assert (DEFAULT.rules, DEFAULT.stages.find("signed").evidence) == (
        PROJECT_RULES,
        (EvidenceKind.AGREEMENT,),
    )


def test_a_day_is_judged_by_the_version_in_force() -> None:
    versions = [
        DEFAULT,
        Rulebook(2, "2026-03-01"),
        Rulebook(3, "2026-12-31"),
        Rulebook(4, "2026-12-31"),
    ]
    days = ("2026-02-28", "2026-03-01", "2026-12-30", "2026-12-31", "2027-01-01")
    assert [in_force(versions, day).version for day in days] == [1, 2, 2, 4, 4]
    assert in_force([], "2026-01-01") == DEFAULT


def test_a_version_is_kept_as_text() -> None:
    evidence = {**DEFAULT.evidence, "signed": (EvidenceKind.OTHER,), "talks": ()}
    book = Rulebook(2, "2026-03-01", STRICT, EscalationRule(7, 3), evidence)
    assert from_json(to_json(book), version=2, since="2026-03-01") == book
    assert [rule.name for rule in book.rules] == ["silent"]
    assert book.stages.find("signed").evidence == (EvidenceKind.OTHER,)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (rules_with({"silent": {Colour.YELLOW: 3}}), "越严重的灯，数字应越大"),
        (rules_with({"silent": {Colour.OFF: 121}}), "0 到 120"),
        (rules_with({"behind": {Colour.RED: 101}}), "0 到 100"),
        (rules_with({"late_start": {Colour.YELLOW: 3}}), "越严重"),
    ],
)
def test_what_cannot_be_meant_is_refused(rules: tuple, words: str) -> None:
    with pytest.raises(BadInput, match=words):
        check(replace(DEFAULT, rules=rules))


@pytest.mark.parametrize("days", [(0, 5), (10, 366)])
def test_deadlines_have_limits(days: tuple[int, int]) -> None:
    with pytest.raises(BadInput, match="1 到 365"):
        check(replace(DEFAULT, escalation=EscalationRule(*days)))


def with_stage(key: str, **told: object) -> Rulebook:
    choice = replace(DEFAULT.choices[key], **told)  # type: ignore[arg-type]
    return Rulebook(2, choices={**DEFAULT.choices, key: choice})


def test_a_stage_has_the_name_of_its_version() -> None:
    book = with_stage("fulfilled", name="资金到位", name_en="Funded")
    check(book)
    assert from_json(to_json(book), version=2) == book
    assert [stage.name for stage in book.stages.stages][2:5] == ["签约", "资金到位", "开工"]
    assert DEFAULT.stages.find("fulfilled").name == "履约"
    with pytest.raises(BadInput, match="跳过了 资金到位，"):
        book.stages.move(["signed"], "started")


def test_a_stage_not_in_use_is_passed_over() -> None:
    book = with_stage("fulfilled", used=False)
    check(book)
    move = book.stages.move(["signed"], "started")
    assert (move.direction, move.skipped) == (Direction.FORWARD, ())
    assert book.stages.rank("started") == DEFAULT.stages.rank("started")
    with pytest.raises(BadInput, match="“履约”阶段已停用"):
        book.stages.move(["signed"], "fulfilled")
    onward = book.stages.move(["signed", "fulfilled"], "started")
    assert onward.direction == Direction.FORWARD


@pytest.mark.parametrize(
    ("key", "told", "words"),
    [
        ("signed", {"used": False}, "“签约”不能停用"),
        ("talks", {"strict": True}, "“洽谈”没有要求任何材料"),
        ("talks", {"name": ""}, "阶段名称必填"),
        ("talks", {"name": "签约"}, "两个阶段不能同名"),
        ("talks", {"name": "终止"}, "两个阶段不能同名"),
    ],
)
def test_stages_that_cannot_be_meant(key: str, told: dict[str, object], words: str) -> None:
    with pytest.raises(BadInput, match=words):
        check(with_stage(key, **told))


def test_rules_kept_before_stages_had_names_are_read() -> None:
    text = json.dumps({**json.loads(to_json(DEFAULT)), "stages": {}})
    assert from_json(text, version=1) == DEFAULT
