"""The rules that an office follows projects up by: versions, each in force from its day on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from typing import Any

from graph.domain.followup.escalation import DEFAULT_RULE, EscalationRule
from graph.domain.followup.rules import PROJECT_RULES, Colour, LightRule, Measure, Threshold
from graph.domain.followup.stages import (
    PRODUCING,
    PROJECT_STAGES,
    SIGNED,
    STARTED,
    EvidenceKind,
    Stage,
    StageScheme,
)
from graph.errors import BadInput

MOST = {Measure.LATE: 120, Measure.SILENT: 120, Measure.BEHIND: 100, Measure.SHORT: 0}
"""The largest threshold of a measure: months, months, points."""
MOST_DAYS = 365
FIRST_DAY = "0001-01-01"
LONGEST_STAGE = 12
LONGEST_STAGE_EN = 30
Evidence = Mapping[str, tuple[EvidenceKind, ...]]
NEEDED = (SIGNED, STARTED, PRODUCING)
"""Stages that no office does without: the figures are made of them."""


@dataclass(frozen=True)
class StageChoice:
    """How an office has a stage: what it is called, whether it is used, and entered strictly."""

    name: str
    name_en: str
    used: bool = True
    strict: bool = False


def _default_choices() -> dict[str, StageChoice]:
    stages = PROJECT_STAGES.stages
    return {each.key: StageChoice(each.name, each.name_en) for each in stages}


@dataclass(frozen=True)
class Rulebook:
    """One version. ``since`` is the ISO day from which it judges; ``evidence`` is asked by stage.

    ``choices`` tell by stage how the office has it; the stages' keys and their order are fixed.

    A rule of PROJECT_RULES that is not in ``rules`` is switched off.
    """

    version: int = 1
    since: str = FIRST_DAY
    rules: tuple[LightRule, ...] = PROJECT_RULES
    escalation: EscalationRule = DEFAULT_RULE
    evidence: Evidence = field(
        default_factory=lambda: {stage.key: stage.evidence for stage in PROJECT_STAGES.stages}
    )
    choices: Mapping[str, StageChoice] = field(default_factory=_default_choices)
    by: str = ""
    at: str = ""
    note: str = ""

    @cached_property
    def stages(self) -> StageScheme:
        """The stages as this version has them, with the evidence that it asks for."""
        stages = tuple(self._stage(stage) for stage in PROJECT_STAGES.stages)
        return replace(PROJECT_STAGES, version=self.version, stages=stages)

    def _stage(self, stage: Stage) -> Stage:
        chosen = asdict(self.choices[stage.key]) if stage.key in self.choices else {}
        return replace(stage, evidence=self.evidence.get(stage.key, ()), **chosen)


DEFAULT = Rulebook()


def in_force(versions: Sequence[Rulebook], day: str) -> Rulebook:
    """Return the version that judges a day: the latest of those in force by then."""
    return max(
        (each for each in versions if each.since <= day),
        key=lambda each: (each.since, each.version),
        default=DEFAULT,
    )


def check(book: Rulebook) -> None:
    """Refuse what cannot be meant. Raises BadInput naming the rule."""
    for rule in book.rules:
        _check_rule(rule)
    for stage in book.stages.stages:
        _check_stage(stage)
    names = [stage.name for stage in (*book.stages.stages, *book.stages.exits)]
    if len(set(names)) < len(names):
        raise BadInput("两个阶段不能同名。")
    for days in (book.escalation.order_days, book.escalation.talk_days):
        if not 1 <= days <= MOST_DAYS:
            raise BadInput("答复期限应在 1 到 %(most)s 天之间。", most=MOST_DAYS)


def _check_stage(stage: Stage) -> None:
    if not 0 < len(stage.name) <= LONGEST_STAGE or not 0 < len(stage.name_en) <= LONGEST_STAGE_EN:
        raise BadInput(
            "阶段名称必填，中文不超过 %(most)s 个字，英文不超过 %(most_en)s 个字符。",
            most=LONGEST_STAGE,
            most_en=LONGEST_STAGE_EN,
        )
    if not stage.used and stage.key in NEEDED:
        raise BadInput("“%(stage)s”不能停用：指标要靠它计算。", stage=stage.place)
    if stage.strict and not stage.evidence:
        raise BadInput("“%(stage)s”没有要求任何材料，不能设为缺材料不得进入。", stage=stage.place)


def _check_rule(rule: LightRule) -> None:
    most, before = MOST[rule.measure], -1
    for threshold in rule.thresholds:
        if not 0 <= threshold.at_least <= most:
            raise BadInput(
                "规则“%(rule)s”的数字应在 0 到 %(most)s 之间。", rule=rule.name, most=most
            )
        if threshold.at_least <= before:
            raise BadInput(
                "规则“%(rule)s”：越严重的灯，数字应越大（黄灯 < 红灯 < 移出清单）。",
                rule=rule.name,
            )
        before = threshold.at_least


def rules_with(numbers: Mapping[str, Mapping[Colour, int]]) -> tuple[LightRule, ...]:
    """Return the rules named, with these thresholds in place of the default ones."""
    return tuple(
        replace(
            rule,
            thresholds=tuple(
                replace(each, at_least=numbers[rule.name].get(each.colour, each.at_least))
                for each in rule.thresholds
            ),
        )
        for rule in PROJECT_RULES
        if rule.name in numbers
    )


def to_json(book: Rulebook) -> str:
    """Write what a version says: thresholds by rule, days, evidence by stage."""
    told = {
        "rules": {
            rule.name: {each.colour.value: each.at_least for each in rule.thresholds}
            for rule in book.rules
        },
        "escalation": [book.escalation.order_days, book.escalation.talk_days],
        "evidence": {key: [kind.value for kind in kinds] for key, kinds in book.evidence.items()},
        "stages": {key: asdict(choice) for key, choice in book.choices.items()},
    }
    return json.dumps(told, ensure_ascii=False)


def from_json(text: str, **told: Any) -> Rulebook:
    """Read what ``to_json`` wrote; ``told`` are version, since, by, at, note."""
    stored = json.loads(text)
    numbers = {
        name: {Colour(colour): number for colour, number in thresholds.items()}
        for name, thresholds in stored["rules"].items()
    }
    return Rulebook(
        choices=_default_choices()
        | {key: StageChoice(**choice) for key, choice in stored.get("stages", {}).items()},
        rules=rules_with(numbers),
        escalation=EscalationRule(*stored["escalation"]),
        evidence={
            key: tuple(EvidenceKind(kind) for kind in kinds)
            for key, kinds in stored["evidence"].items()
        },
        **told,
    )


__all__ = [
    "DEFAULT",
    "FIRST_DAY",
    "NEEDED",
    "Rulebook",
    "StageChoice",
    "Threshold",
    "check",
    "from_json",
    "in_force",
    "rules_with",
    "to_json",
]
