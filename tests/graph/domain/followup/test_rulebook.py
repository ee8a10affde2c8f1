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
from graph.domain.followup.stages import EvidenceKind
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
