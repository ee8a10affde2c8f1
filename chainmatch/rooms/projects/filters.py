"""What the address of the ledger asks for: a view can be sent to a colleague."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.domain.followup.stages import PROJECT_STAGES
from graph.domain.projects.indicators import Dimension, Indicator
from graph.ledger.listing import ORDERS, Wanted

LONGEST_WORDS = 100
ALL = "among"
NONE_TOLD = "-"
"""Stands in an address for the group of those that tell none."""


class LedgerFilter:
    """Reads the query; whatever is odd is left out."""

    def __init__(self, told: Mapping[str, Any], at: date) -> None:
        self.at = at
        self.told = told
        self.order = told.get("order", "") if told.get("order") in ORDERS else "light"
        figure = told.get("figure", "")
        self.figure = Indicator(figure) if figure in set(Indicator) else None
        self.is_counted = told.get("part") != ALL
        groups = {by: told[by.value] for by in Dimension if told.get(by.value)}
        self.groups = {by: "" if key == NONE_TOLD else key for by, key in groups.items()}

    @property
    def reached(self) -> str:
        """A stage that projects are at or beyond."""
        key = self.told.get("reached", "")
        return key if PROJECT_STAGES.rank(key) >= 0 else ""

    @property
    def words(self) -> str:
        """Words of the name or the code."""
        return self.told.get("q", "").strip()[:LONGEST_WORDS]

    @property
    def wanted(self) -> Wanted:
        """What the list is narrowed to."""
        return Wanted(
            words=self.words,
            stage=self.told.get("stage", ""),
            colour=self.told.get("light", ""),
            groups=self.groups,
            figure=self.figure,
            counted=self.is_counted,
            reached=self.reached,
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether anything is left out."""
        wanted = self.wanted
        return bool(
            wanted.words
            or wanted.stage
            or wanted.colour
            or wanted.groups
            or wanted.figure
            or wanted.reached
        )
