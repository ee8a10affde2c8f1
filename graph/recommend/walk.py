"""Walks the routes through the graph, one bounded query a hop."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from graph.domain.chain import NodeKind
from graph.domain.recommendation import Path, Place, Step
from graph.naming.generic import is_telling
from graph.recommend import strengths
from graph.recommend.routes import Leg, Route
from graph.store import Store
from graph.store.map.partners import Hop, Scope, list_hops

TRAILS_A_PLACE = 2
PATHS_A_ROUTE = 1200


class Trail(NamedTuple):
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


def _whatever(_name: str) -> float:
    return 1.0


class Walker:
    """Walks routes within one scope; a hop that two routes share is asked for once."""

    def __init__(self, store: Store, scope: Scope) -> None:
        self._store = store
        self._scope = scope
        self._asked: dict[tuple[str, tuple[str, ...], int, Scope], list[Hop]] = {}

    def walk(
        self, start: Place, route: Route, *, likeness: Callable[[str], float] = _whatever
    ) -> list[Path]:
        """List the paths that a route finds from an enterprise, strongest first.

        The scope's filters hold for the partner alone, not for who stands between. ``likeness``
        tells from a name what is kept (0–1) on legs that ask for what is alike.
        """
        trails, keep = [Trail(start)], 1
        for leg in route.legs:
            is_last = leg is route.legs[-1]
            scope = self._scope if is_last else Scope(self._scope.at)
            trails = self._go_on(_strongest(trails, keep), leg, scope)
            if leg.alike:
                trails = [_weakened(trail, likeness(trail.place.name)) for trail in trails]
            keep = leg.keep
        trails.sort(key=_by_strength)
        return [
            Path(route.name, trail.steps, trail.strength * route.trust)
            for trail in trails[:PATHS_A_ROUTE]
        ]

    def hops(self, leg: Leg, codes: Sequence[str]) -> list[Hop]:
        """List the ways that a leg leads on from these places, filters aside."""
        limit = leg.limit_for(len(codes))
        return self._ask(leg.name, tuple(codes), limit, Scope(self._scope.at))

    def _go_on(self, trails: list[Trail], leg: Leg, scope: Scope) -> list[Trail]:
        by_place: dict[str, list[Trail]] = defaultdict(list)
        for trail in trails:
            by_place[trail.place.code].append(trail)
        codes = tuple(by_place)
        limit = leg.limit_for(len(codes))
        hops = self._ask(leg.name, codes, limit, scope)
        return list(_extended(by_place, _telling(hops), leg))

    def _ask(self, name: str, codes: tuple[str, ...], limit: int, scope: Scope) -> list[Hop]:
        question = name, codes, limit, scope
        if question not in self._asked:
            self._asked[question] = list_hops(self._store, name, codes, scope=scope, limit=limit)
        return self._asked[question]


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
            across = _cross(trail, hop)
            if across.strength > 0:
                yield _step_on(across, hop, leg)


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


def _weakened(trail: Trail, kept: float) -> Trail:
    return trail._replace(strength=trail.strength * kept)


def _by_strength(trail: Trail) -> tuple[float, str, str]:
    return -trail.strength, trail.place.code, trail.first
