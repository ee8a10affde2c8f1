"""The rules that an office follows projects up by: versions, each in force from its day on."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from graph.domain.followup.escalation import DEFAULT_RULE, EscalationRule
from graph.domain.followup.rules import PROJECT_RULES, Colour, LightRule, Measure, Threshold
from graph.domain.followup.stages import PROJECT_STAGES, EvidenceKind, StageScheme
from graph.errors import BadInput

MOST = {Measure.LATE: 120, Measure.SILENT: 120, Measure.BEHIND: 100, Measure.SHORT: 0}
"""The largest threshold of a measure: months, months, points."""
MOST_DAYS = 365
FIRST_DAY = "0001-01-01"
Evidence = Mapping[str, tuple[EvidenceKind, ...]]


@dataclass(frozen=True)
class Rulebook:
    """One version. ``since`` is the ISO day from which it judges; ``evidence`` is asked by stage.

    A rule of PROJECT_RULES that is not in ``rules`` is switched off.
    """

    version: int = 1
    since: str = FIRST_DAY
    rules: tuple[LightRule, ...] = PROJECT_RULES
    escalation: EscalationRule = DEFAULT_RULE
    evidence: Evidence = field(
        default_factory=lambda: {stage.key: stage.evidence for stage in PROJECT_STAGES.stages}
    )
    by: str = ""
    at: str = ""
    note: str = ""

    @property
    def stages(self) -> StageScheme:
        """The stages with the evidence that this version asks for."""
        return replace(
            PROJECT_STAGES,
            version=self.version,
            stages=tuple(
                replace(stage, evidence=self.evidence.get(stage.key, ()))
                for stage in PROJECT_STAGES.stages
            ),
        )


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
    for days in (book.escalation.order_days, book.escalation.talk_days):
        if not 1 <= days <= MOST_DAYS:
            raise BadInput("答复期限应在 1 到 %(most)s 天之间。", most=MOST_DAYS)


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
    "Rulebook",
    "Threshold",
    "check",
    "from_json",
    "in_force",
    "rules_with",
    "to_json",
]
