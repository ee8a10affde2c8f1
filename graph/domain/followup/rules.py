"""Rules of lights as data: what is looked at, from where on which colour holds."""

from dataclasses import dataclass
from enum import StrEnum

from graph.domain.followup.stages import AT_CAPACITY, PLANNING, PRODUCING, STARTED, TALKS


class Colour(StrEnum):
    """From best to worst. OFF takes an item off the list; NONE is shown by what has left it."""

    NONE = "none"
    GREEN = "green"
    YELLOW = "yellow"
    RED = "red"
    OFF = "off"


SEVERITY = tuple(Colour)


class Measure(StrEnum):
    """What a rule looks at."""

    LATE = "late"
    BEHIND = "behind"
    SHORT = "short"
    SILENT = "silent"


@dataclass(frozen=True)
class Threshold:
    """From where on a colour holds: months for LATE and SILENT, points of 100 for BEHIND.

    LATE by 0 months is the day after the planned one; BEHIND is reached at ``at_least`` points,
    or only above it where ``above`` is set.
    """

    colour: Colour
    at_least: int = 0
    above: bool = False


@dataclass(frozen=True)
class LightRule:
    """One rule. LATE looks at the planned date of ``milestone``.

    ``stages`` are those in which it is applied, empty for all.
    """

    name: str
    measure: Measure
    thresholds: tuple[Threshold, ...]
    milestone: str = ""
    stages: tuple[str, ...] = ()


_LATE = (Threshold(Colour.YELLOW, 0), Threshold(Colour.RED, 3))

PROJECT_RULES = (
    LightRule("late_start", Measure.LATE, _LATE, milestone=STARTED),
    LightRule("late_production", Measure.LATE, _LATE, milestone=PRODUCING),
    LightRule("late_capacity", Measure.LATE, _LATE, milestone=AT_CAPACITY),
    LightRule(
        "behind",
        Measure.BEHIND,
        (Threshold(Colour.YELLOW, 10), Threshold(Colour.RED, 30, above=True)),
    ),
    LightRule("short", Measure.SHORT, (Threshold(Colour.RED),)),
    LightRule(
        "silent",
        Measure.SILENT,
        (Threshold(Colour.YELLOW, 2), Threshold(Colour.RED, 3), Threshold(Colour.OFF, 6)),
        stages=(PLANNING, TALKS),
    ),
)
"""The default rules of signed projects; see docs/projects.md."""
