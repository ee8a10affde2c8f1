"""Walks the routes through the graph, one bounded query a hop."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from graph.domain.chain import NodeKind
from graph.domain.recommendation import Path, Place, Step
from graph.naming.generic import is_telling
from graph.recommend import strengths
from graph.recommend.routes import Leg, Route
from graph.store import Store
from graph.store.partners import Hop, Scope, list_hops

TRAILS_A_PLACE = 2
PATHS_A_ROUTE = 1200


@dataclass(frozen=True)
class Trail:
    """How far a walk has come: the place it is at and the steps it took."""

    place: Place
    steps: tuple[Step, ...] = ()
    strength: float = 1.0

    @property
    def first(self) -> str:
        """Code of the place after the first step; trails with different ones are independent."""
        return self.steps[0].end.code if self.steps else self.place.code

    def has_been_at(self, code: str) -> bool:
        """Tell whether this place is on the trail, its start included."""
        return code == self.place.code or any(step.start.code == code for step in self.steps)


def walk(store: Store, start: Place, route: Route, *, scope: Scope) -> list[Path]:
    """List the paths that a route finds from an enterprise, strongest first."""
    trails = [Trail(start)]
    keep = 1
    for leg in route.legs:
        trails = _go_on(store, _strongest(trails, keep), leg, scope)
        keep = leg.keep
    trails.sort(key=_by_strength)
    return [
        Path(route.name, trail.steps, trail.strength * route.trust)
        for trail in trails[:PATHS_A_ROUTE]
    ]


def _strongest(trails: list[Trail], keep: int) -> list[Trail]:
    """Keep the strongest places, each with its two strongest independent trails."""
    kept: dict[str, dict[str, Trail]] = defaultdict(dict)
    for trail in sorted(trails, key=_by_strength):
        known = kept.get(trail.place.code)
        if known is None and len(kept) >= keep:
            continue
        if known is None or (trail.first not in known and len(known) < TRAILS_A_PLACE):
            kept[trail.place.code][trail.first] = trail
    return [trail for known in kept.values() for trail in known.values()]


def _go_on(store: Store, trails: list[Trail], leg: Leg, scope: Scope) -> list[Trail]:
    codes = list(dict.fromkeys(trail.place.code for trail in trails))
    by_place: dict[str, list[Trail]] = defaultdict(list)
    for trail in trails:
        by_place[trail.place.code].append(trail)
    hops = list_hops(store, leg.name, codes, scope=scope, limit=leg.limit)
    if leg.near:
        hops += list_hops(store, leg.near, codes, scope=scope, limit=leg.limit)
    return list(_extended(by_place, _telling(hops), leg))


def _telling(hops: Iterable[Hop]) -> Iterator[Hop]:
    """Leave out products that say nothing; a place in a chain has its chain to speak for it."""
    for hop in hops:
        bridge = hop.bridge
        if bridge and bridge.kind == NodeKind.PRODUCT and not is_telling(bridge.name):
            continue
        if hop.kind != NodeKind.PRODUCT or is_telling(hop.name):
            yield hop


def _extended(by_place: dict[str, list[Trail]], hops: Iterable[Hop], leg: Leg) -> Iterator[Trail]:
    for hop in hops:
        for trail in by_place[hop.start]:
            if trail.has_been_at(hop.end) or (hop.bridge and trail.has_been_at(hop.bridge.code)):
                continue
            yield _step_on(_cross(trail, hop), hop, leg)


def _cross(trail: Trail, hop: Hop) -> Trail:
    bridge = hop.bridge
    if bridge is None:
        return trail
    step = Step(
        link=bridge.link,
        start=trail.place,
        end=Place(bridge.code, bridge.name, bridge.name_en),
        forward=bridge.forward,
        strength=strengths.of_bridge(bridge, trail.place.name),
        source=bridge.source,
        as_of=bridge.as_of,
        confidence=bridge.confidence,
        method=bridge.method,
        score=bridge.score,
    )
    return _after(trail, step)


def _step_on(trail: Trail, hop: Hop, leg: Leg) -> Trail:
    step = Step(
        link=leg.link,
        start=trail.place,
        end=Place(hop.end, hop.name, hop.name_en, leg.end),
        forward=leg.forward,
        strength=leg.weigh(hop),
        source=hop.source,
        as_of=hop.as_of,
        confidence=hop.confidence,
        share=hop.share,
    )
    return _after(trail, step)


def _after(trail: Trail, step: Step) -> Trail:
    return Trail(step.end, (*trail.steps, step), trail.strength * step.strength)


def _by_strength(trail: Trail) -> tuple[float, str, str]:
    return -trail.strength, trail.place.code, trail.first
