"""The dashboard's map: projects and amounts by district."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from flask import url_for

from chainmatch.formats import count, money
from chainmatch.i18n import mark
from chainmatch.rooms.projects.queries import group_name, region_names
from graph.domain.districts import DistrictMap, draw
from graph.domain.projects.indicators import Dimension, Figure, Indicator
from graph.ledger import table
from graph.ledger.figures import figures_by
from graph.store import Store

Value = Callable[[Mapping[Indicator, Figure]], int]


@dataclass(frozen=True)
class Shown:
    """What a district is shaded by: its word, its value, and how that is written."""

    word: str
    value: Value
    say: Callable[[int], str]


SHADINGS = {
    "amount": Shown(mark("签约金额"), lambda found: found[Indicator.FUNDS].denominator, money),
    "projects": Shown(mark("签约项目"), lambda found: found[Indicator.START].denominator, count),
    "arrived": Shown(mark("到位资金"), lambda found: found[Indicator.FUNDS].numerator, money),
}
DEFAULT = "amount"


@dataclass(frozen=True)
class Districts:
    """A map, and for its table the texts of all that it can be shaded by."""

    shading: str
    drawn: DistrictMap
    names: Mapping[str, str]
    links: Mapping[str, str]
    texts: Mapping[str, Mapping[str, str]]


def show_districts(store: Store, *, at: date, shading: str) -> Districts:
    """Draw the signed projects of a day by district."""
    chosen = shading if shading in SHADINGS else DEFAULT
    groups = figures_by(table.find_day(store, at), Dimension.REGION)
    found = {key: told for key, told in groups.items() if key and told[Indicator.START].denominator}
    drawn = draw({key: SHADINGS[chosen].value(told) for key, told in found.items()})
    names = region_names(store)
    return Districts(
        chosen,
        drawn,
        {area.code: group_name(names, area.code) for area in drawn.areas},
        {key: url_for("projects.index", at=at.isoformat(), region=key) for key in found},
        {
            name: {key: shown.say(shown.value(told)) for key, told in found.items()}
            for name, shown in SHADINGS.items()
        },
    )
