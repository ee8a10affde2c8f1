"""The form of the rules: a number for each light of each rule, evidence for each stage."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from graph.domain.followup.escalation import EscalationRule
from graph.domain.followup.rulebook import NEEDED, Rulebook, StageChoice, rules_with
from graph.domain.followup.rules import PROJECT_RULES, Measure
from graph.domain.followup.stages import PROJECT_STAGES, EvidenceKind, Stage
from graph.errors import BadInput

LONGEST_NUMBER = 4
LONGEST_NOTE = 400


@dataclass(frozen=True)
class Typed:
    """What was typed, so that a refused form keeps it."""

    values: Mapping[str, str]
    evidence: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, book: Rulebook, today: date) -> "Typed":
        """Fill the form with a version."""
        values = {"since": today.isoformat(), "note": "", "version": str(book.version)}
        for rule in PROJECT_RULES:
            present = next((each for each in book.rules if each.name == rule.name), None)
            values[rule.name] = "on" if present else ""
            for threshold in (present or rule).thresholds:
                values[f"{rule.name}-{threshold.colour}"] = str(threshold.at_least)
        for key, choice in book.choices.items():
            values |= {f"name-{key}": choice.name, f"name_en-{key}": choice.name_en}
            values[f"used-{key}"] = "on" if choice.used else ""
            values[f"strict-{key}"] = "on" if choice.strict else ""
        values["order_days"] = str(book.escalation.order_days)
        values["talk_days"] = str(book.escalation.talk_days)
        return cls(values, {key: frozenset(kinds) for key, kinds in book.evidence.items()})

    @classmethod
    def read(cls, form: Mapping[str, str], lists: Mapping[str, list[str]]) -> "Typed":
        """Take in a posted form; ``lists`` holds every value of each name."""
        stages = (stage.key for stage in PROJECT_STAGES.stages)
        return cls(form, {key: frozenset(lists.get(f"evidence-{key}", ())) for key in stages})

    def book(self, before: Rulebook) -> Rulebook:
        """Return the version that was typed, following ``before``. Raises BadInput."""
        numbers = {
            rule.name: {
                each.colour: self._number(f"{rule.name}-{each.colour}")
                if rule.measure != Measure.SHORT
                else each.at_least
                for each in rule.thresholds
            }
            for rule in PROJECT_RULES
            if self.values.get(rule.name)
        }
        days = EscalationRule(self._number("order_days"), self._number("talk_days"))
        return replace(
            before,
            version=before.version + 1,
            since=self._day(),
            rules=rules_with(numbers),
            escalation=days,
            choices={stage.key: self._choice(stage) for stage in PROJECT_STAGES.stages},
            evidence={key: _kinds(found) for key, found in self.evidence.items()},
            note=self.values.get("note", "").strip()[:LONGEST_NOTE],
        )

    def _choice(self, stage: Stage) -> StageChoice:
        return StageChoice(
            self.values.get(f"name-{stage.key}", stage.name).strip(),
            self.values.get(f"name_en-{stage.key}", stage.name_en).strip(),
            used=stage.key in NEEDED or bool(self.values.get(f"used-{stage.key}")),
            strict=bool(self.values.get(f"strict-{stage.key}")),
        )

    def _number(self, name: str) -> int:
        text = self.values.get(name, "").strip()
        if not text.isdecimal() or len(text) > LONGEST_NUMBER:
            raise BadInput("请在每条启用的规则里填写整数。")
        return int(text)

    def _day(self) -> str:
        try:
            return date.fromisoformat(self.values.get("since", "")).isoformat()
        except ValueError as error:
            raise BadInput("请填写开始执行的日期。") from error


def _kinds(found: frozenset[str]) -> tuple[EvidenceKind, ...]:
    return tuple(kind for kind in EvidenceKind if kind.value in found)
