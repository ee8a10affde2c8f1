"""Rankers: from feature values to one score. Each version is a registered ranker of its own."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

Weights = Mapping[str, float]


class Ranker(Protocol):
    """Turns the known feature values of a partner into a score from 0 to 1."""

    @property
    def version(self) -> str:
        """Name shown with every list that this ranker ordered."""
        ...

    @property
    def features(self) -> tuple[str, ...]:
        """The names in ``features.FEATURES`` that it looks at."""
        ...

    def score(self, values: Mapping[str, float]) -> tuple[float, Weights]:
        """Return the score and the weight that each value had in it."""
        ...


@dataclass(frozen=True)
class RuleRanker:
    """A weighted mean of the features that are known; what nobody told does not count."""

    version: str
    weights: Weights

    @property
    def features(self) -> tuple[str, ...]:
        """All that have a weight."""
        return tuple(self.weights)

    def score(self, values: Mapping[str, float]) -> tuple[float, Weights]:
        """Return the weighted mean and the weights, which add up to 1."""
        total = sum(self.weights[name] for name in values)
        used = {name: self.weights[name] / total for name in values}
        return sum(used[name] * value for name, value in values.items()), used


RULES_1 = RuleRanker(
    "rules-1",
    {
        "path": 0.56,
        "breadth": 0.08,
        "share": 0.08,
        "likeness": 0.06,
        "industry": 0.08,
        "region": 0.06,
        "size": 0.02,
        "certification": 0.02,
        "trade": 0.04,
    },
)
RULES_2 = RuleRanker("rules-2", {**RULES_1.weights, "fit": 0.2})
"""The same, and what both make has to fit."""
RULES_3 = RuleRanker("rules-3", {**RULES_2.weights, "flow": 0.12, "support": 0.1})
"""The same, and asks whether the industries trade at all, and how many products lead there."""

RULES_4 = RuleRanker("rules-4", {**RULES_3.weights, "flow": 0.2, "soundness": 0.2})
"""The same, and doubts paths whose names or shares may deceive."""


@dataclass(frozen=True)
class UsedRanker(RuleRanker):
    """The rules with weights learned from use; says what from.

    ``judgements`` counts what was learned from, of ``askers`` enterprises; ``base`` names the
    rules it started from; ``until`` is an ISO instant.
    """

    base: str = ""
    until: str = ""
    judgements: int = 0
    askers: int = 0


def save_used_ranker(ranker: UsedRanker, folder: Path) -> Path:
    """Write a learned ranker as a small JSON file named after its version; return its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{ranker.version}.json"
    path.write_text(json.dumps(asdict(ranker), ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def load_used_ranker(path: Path) -> UsedRanker:
    """Read what ``save_used_ranker`` wrote."""
    return UsedRanker(**json.loads(path.read_text(encoding="utf-8")))
