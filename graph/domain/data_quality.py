"""How good the data are: what is measured, by what rules, and the words it is told in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How much a contradiction spoils."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Rule(StrEnum):
    """What cannot be true at once."""

    TWO_REGIONS = "two_regions"
    UNKNOWN_REGION = "unknown_region"
    FAR_FROM_REGION = "far_from_region"
    CREDIT_DIGIT = "credit_digit"
    SAME_CREDIT = "same_credit"
    MUTUAL_TRADE = "mutual_trade"
    SELF_LINK = "self_link"
    MUTUAL_SUPPLY = "mutual_supply"
    MATERIAL_IS_KIND = "material_is_kind"
    KIND_CYCLE = "kind_cycle"
    SHARE_SUM = "share_sum"
    SHARE_RANGE = "share_range"
    TIMES = "times"
    FUTURE = "future"
    SEEN_ORDER = "seen_order"


SEVERITIES: Mapping[Rule, Severity] = {
    Rule.TWO_REGIONS: Severity.MEDIUM,
    Rule.UNKNOWN_REGION: Severity.MEDIUM,
    Rule.FAR_FROM_REGION: Severity.MEDIUM,
    Rule.CREDIT_DIGIT: Severity.HIGH,
    Rule.SAME_CREDIT: Severity.HIGH,
    Rule.MUTUAL_TRADE: Severity.MEDIUM,
    Rule.SELF_LINK: Severity.HIGH,
    Rule.MUTUAL_SUPPLY: Severity.LOW,
    Rule.MATERIAL_IS_KIND: Severity.LOW,
    Rule.KIND_CYCLE: Severity.HIGH,
    Rule.SHARE_SUM: Severity.MEDIUM,
    Rule.SHARE_RANGE: Severity.HIGH,
    Rule.TIMES: Severity.HIGH,
    Rule.FUTURE: Severity.MEDIUM,
    Rule.SEEN_ORDER: Severity.LOW,
}
OF_NODES = frozenset({Rule.MUTUAL_SUPPLY, Rule.MATERIAL_IS_KIND, Rule.KIND_CYCLE})
"""Rules about chain nodes only; the others name enterprises first."""


@dataclass(frozen=True)
class Finding:
    """One contradiction: what it is about (one or two records), in short, and who says so."""

    code: str
    name: str
    name_en: str
    other: str
    other_name: str
    other_name_en: str
    detail: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Share:
    """A figure: how many of how many."""

    told: int
    among: int

    @property
    def value(self) -> float | None:
        """Return the part, None of nothing."""
        return self.told / self.among if self.among else None


BY_SOURCE, BY_CHAIN = "source ", "chain "
"""Before the name of what a scope is of."""


@dataclass(frozen=True)
class Scope:
    """All of the map, or what one source told, or what stands in one chain."""

    source: str = ""
    chain: str = ""

    @property
    def key(self) -> str:
        """Name the scope within a report."""
        if self.source:
            return BY_SOURCE + self.source
        return BY_CHAIN + self.chain if self.chain else ""


WHOLE = Scope()


@dataclass(frozen=True)
class Report:
    """All figures of a day: see docs/quality.md. Plain values, kept with the job.

    ``covered`` is [told, among] by scope, then measure; ``found`` counts by scope, then rule;
    ``ages`` are [source, day, links] by type; ``chain_ages`` [chain, day, links] by type.
    """

    at: str
    mark: str
    home: str
    covered: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    found: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    ages: Mapping[str, list[Any]] = field(default_factory=dict)
    chain_ages: Mapping[str, list[Any]] = field(default_factory=dict)

    @property
    def sources(self) -> frozenset[str]:
        """The sources of which there are figures."""
        return frozenset(
            key.removeprefix(BY_SOURCE) for key in self.covered if key.startswith(BY_SOURCE)
        )

    def share(self, scope: Scope, measure: str) -> Share:
        """Return a coverage figure."""
        told, among = self.covered.get(scope.key, {}).get(measure, (0, 0))
        return Share(told, among)

    def count(self, scope: Scope, rule: Rule) -> int:
        """Return how many contradictions of a rule there are."""
        return self.found.get(scope.key, {}).get(rule.value, 0)

    def old(self, scope: Scope, kind: str, before: str) -> Share:
        """Return how many links of a type are older than a day, of all that hold."""
        rows = self.chain_ages if scope.chain else self.ages
        mine = [
            (day, total)
            for name, day, total in rows.get(kind, ())
            if scope == WHOLE or name in (scope.source, scope.chain)
        ]
        return Share(sum(total for day, total in mine if day < before), sum(t for _, t in mine))

    def last_told(self) -> dict[str, tuple[str, int]]:
        """Return for each source the newest day of its links, and how many there are."""
        found: dict[str, tuple[str, int]] = {}
        for kind, rows in self.ages.items():
            for source, day, total in rows if kind != "Enterprise" else ():
                last, links = found.get(source, ("", 0))
                found[source] = max(last, day), links + total
        return found
