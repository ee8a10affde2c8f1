"""What the address of the map says: everything that a view is, so that it can be sent and kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from werkzeug.datastructures import MultiDict

from chainmatch.choosing.closed_choice import one_of
from chainmatch.known_days import read_day
from graph.domain.chain import Stage
from graph.domain.explored import Grouping, Layer, Scope

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


def read_wanted(args: MultiDict[str, str]) -> Wanted:
    """Read an address. Raises BadInput for an odd date, NotFound for a choice there is not."""

    def said(name: str) -> str:
        return args.get(name, "").strip()[:LONGEST]

    def among(name: str, choices: Iterable[str]) -> str:
        return one_of(name, said(name), choices)

    return Wanted(
        read_day(said("at")),
        said("chain"),
        said("centre"),
        int(among("depth", DEPTHS) or 2),
        said("region"),
        Layer(among("layer", Layer) or Layer.SUPPLY),
        among("stage", Stage),
        Grouping(group) if (group := among("group", Grouping)) else None,
        among("picture", PICTURES) or "graph",
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
