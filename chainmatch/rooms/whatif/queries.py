"""What the pages of the what-if room show."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from chainmatch.rooms.whatif.operations import RANKING, find_ranking
from chainmatch.rooms.whatif.scenario import Scenario
from graph.analysis.cascade import FirmLoss, NodeLoss, Shock, lost_firms, lost_nodes
from graph.analysis.keeping import find_network
from graph.analysis.known import (
    is_known_firm,
    is_supplying,
    list_suppliers,
    unknown_supplies,
    unknown_trades,
)
from graph.analysis.supply_map import SupplyMap
from graph.analysis.warming import Warming, is_large, warm
from graph.domain.codes import ARROW
from graph.domain.job import Job, remaining_seconds
from graph.domain.recommendation import Place
from graph.errors import NotFound
from graph.store import Store
from graph.store.map.choices import list_region_choices
from graph.store.map.supply_map import list_in_region, name_enterprises, name_nodes
from graph.store.work import jobs

MOST = 100
JOBS = 8
PAIRED = ("supply", "trade")


@dataclass(frozen=True)
class Consequences:
    """What a scenario takes away from others; ``nodes`` and ``firms`` are the worst MOST.

    ``removed`` counts the enterprises taken away, with those of regions; ``names`` are of all told.
    ``unknown`` are (kind, code) of what the map of that day knows nothing of; ``buying`` (kind,
    code, suppliers) of enterprises that only buy, of a region where all do: they lose nobody's
    supply. ``can_say`` is False where these are all: then a list without losses is no good news.
    """

    nodes: tuple[NodeLoss, ...]
    firms: tuple[FirmLoss, ...]
    all_nodes: int
    gone: int
    all_firms: int
    steps: int
    removed: int
    names: Mapping[str, Place]
    unknown: tuple[tuple[str, str], ...]
    buying: tuple[tuple[str, str, int], ...]
    can_say: bool

    def place(self, code: str) -> Place:
        """Return what is told with its names."""
        return self.names.get(code, Place(code, code))


@dataclass(frozen=True)
class ShownRanking:
    """A ranking with what can only be told at this moment."""

    job: Job
    remaining: int | None


def make_ready(store: Store, scenario: Scenario) -> Warming | None:
    """Have the network of a large map read in the background; None where it is ready.

    Begun as soon as the room is entered, so that it is often done before a name is typed.
    """
    if not is_large(store):
        return None
    return warm(store, scenario.at.isoformat())


def play(store: Store, scenario: Scenario) -> Consequences:
    """Take away what the scenario says and see what loses supply."""
    at = scenario.at.isoformat()
    network = find_network(store, at)
    shock = _shock(store, scenario, at)
    nodes, firms = lost_nodes(network, shock), lost_firms(network, shock)
    told = nodes[:MOST], firms[:MOST]
    unknown = _unknown(store, scenario, network, shock)
    buying = _buying(store, scenario, network)
    return Consequences(
        tuple(told[0]),
        tuple(told[1]),
        len(nodes),
        sum(each.left == 0 for each in nodes),
        len(firms),
        max((each.steps for each in (*nodes, *firms)), default=0),
        len(shock.enterprises),
        _names(store, *told),
        unknown,
        buying,
        len(unknown) + len(buying) < sum(map(len, scenario.taken.values())),
    )


def name_taken(store: Store, scenario: Scenario) -> dict[str, Place]:
    """Name everything that a scenario takes away. Raises NotFound for what the map lacks."""
    ends = {kind: {code for pair in scenario.pairs(kind) for code in pair} for kind in PAIRED}
    nodes = {*scenario.taken["node"], *ends["supply"]}
    firms = {*scenario.taken["enterprise"], *ends["trade"]}
    regions = {
        each.code: Place(each.code, each.name, each.name_en) for each in list_region_choices(store)
    }
    wanted = set(scenario.taken["region"])
    named = {
        **name_nodes(store, nodes),
        **name_enterprises(store, firms),
        **{code: place for code, place in regions.items() if code in wanted},
    }
    for code in sorted(nodes | firms | wanted):
        if code not in named:
            raise NotFound("图谱里没有编码 %(code)s。", code=code)
    return named


def list_rankings(store: Store, *, now: datetime) -> list[ShownRanking]:
    """List the latest rankings."""
    found = jobs.list_jobs(store, [RANKING], skip=0, limit=JOBS)
    return [ShownRanking(job, remaining_seconds(job, now)) for job in found]


def show_ranking(store: Store, job_id: str, *, now: datetime) -> ShownRanking:
    """Return one ranking. Raises NotFound."""
    job = find_ranking(store, job_id)
    return ShownRanking(job, remaining_seconds(job, now))


def _shock(store: Store, scenario: Scenario, at: str) -> Shock:
    firms = set(scenario.taken["enterprise"])
    for region in scenario.taken["region"]:
        firms.update(list_in_region(store, region, at=at))
    return Shock(
        frozenset(firms),
        frozenset(scenario.taken["node"]),
        scenario.pairs("supply"),
        scenario.pairs("trade"),
    )


def _unknown(
    store: Store, scenario: Scenario, network: SupplyMap, shock: Shock
) -> tuple[tuple[str, str], ...]:
    firms = [each for each in scenario.taken["enterprise"] if not is_known_firm(network, each)]
    regions = [
        each
        for each in scenario.taken["region"]
        if not any(
            is_known_firm(network, firm) for firm in list_in_region(store, each, at=network.at)
        )
    ]
    pairs = {
        "supply": unknown_supplies(network, shock),
        "trade": unknown_trades(network, shock),
    }
    links = [
        (kind, ARROW.join(pair)) for kind, unknown in pairs.items() for pair in sorted(unknown)
    ]
    return (
        *(("enterprise", each) for each in firms),
        *(("region", each) for each in regions),
        *links,
    )


def _buying(
    store: Store, scenario: Scenario, network: SupplyMap
) -> tuple[tuple[str, str, int], ...]:
    """List what the map knows only as buyers, with how many suppliers lose a customer."""
    groups = [("enterprise", each, (each,)) for each in scenario.taken["enterprise"]]
    for region in scenario.taken["region"]:
        groups.append(("region", region, tuple(list_in_region(store, region, at=network.at))))
    found: list[tuple[str, str, int]] = []
    for kind, code, firms in groups:
        suppliers = {each for firm in firms for each in list_suppliers(network, firm)}
        if suppliers and not any(is_supplying(network, firm) for firm in firms):
            found.append((kind, code, len(suppliers)))
    return tuple(found)


def _names(
    store: Store, nodes: Collection[NodeLoss], firms: Collection[FirmLoss]
) -> dict[str, Place]:
    codes = {each.code for each in nodes} | {each.via for each in nodes if each.via}
    return {
        **name_nodes(store, codes),
        **name_enterprises(store, {each.code for each in firms}),
    }
