"""What the address of the map says: everything that a view is, so that it can be sent and kept."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from graph.domain.chain import Stage
from graph.domain.explored import Grouping, Layer, Scope
from graph.errors import BadInput

INDUSTRIES = "industries"
"""Instead of a chain's code: the industries of the whole map."""
STATE = (
    "chain", "centre", "depth", "at", "region", "layer", "stage", "group", "picture", "open", "to",
)  # fmt: skip
"""The parameters that make a view; a saved one keeps these, and nothing else."""
LONGEST = 300
DEPTHS = ("1", "2", "3", "4")
PICTURES = ("graph", "sankey")


@dataclass(frozen=True)
class Wanted:
    """The state of a view as it was asked for; ``centre`` as it was typed.

    ``opened`` and ``to`` are keys of points: what the side sheet shows, a line where both are set.
    """

    at: date
    chain: str
    centre: str
    depth: int
    region: str
    layer: Layer
    stage: str
    group: Grouping | None
    picture: str
    opened: str
    to: str


def read_wanted(args: MultiDict[str, str], *, today: date) -> Wanted:
    """Read an address; what is odd counts as not said. Raises BadInput for an odd date."""

    def said(name: str) -> str:
        return args.get(name, "").strip()[:LONGEST]

    return Wanted(
        _date(said("at"), today),
        said("chain"),
        said("centre"),
        int(said("depth")) if said("depth") in DEPTHS else 2,
        said("region"),
        Layer(said("layer")) if said("layer") in set(Layer) else Layer.SUPPLY,
        said("stage") if said("stage") in set(Stage) else "",
        Grouping(said("group")) if said("group") in set(Grouping) else None,
        said("picture") if said("picture") in PICTURES else "graph",
        said("open"),
        said("to"),
    )


def keep_state(args: MultiDict[str, str]) -> str:
    """Write the state of an address, in a fixed order and without what is empty."""
    told = [(name, args.get(name, "").strip()[:LONGEST]) for name in STATE]
    return urlencode([(name, value) for name, value in told if value])


def scope_state(scope: Scope) -> str:
    """Write which part of the map a scope is, without its day: chain or centre, steps, region."""
    around = scope.centre or scope.firm
    told = {
        "chain": "" if around else scope.chain or INDUSTRIES,
        "centre": around,
        "depth": str(scope.depth) if around else "",
        "region": scope.region,
        "stage": scope.stage,
    }
    return urlencode([(name, value) for name, value in told.items() if value])


def _date(text: str, today: date) -> date:
    try:
        return date.fromisoformat(text) if text else today
    except ValueError as error:
        raise BadInput("日期应写成 2026-06-30 的样子。") from error
