"""The first stage: partners that some path of the graph leads to, bounded in number."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from graph.domain.enterprise import EnterpriseKind
from graph.domain.recommendation import PartnerRole, Path, Place, Wish
from graph.recommend.doubts import judge
from graph.recommend.ours import Ours
from graph.recommend.routes import ROUTES
from graph.recommend.walk import Walker
from graph.store.map.partners import Scope

ENOUGH = 30
WEAK = 0.03
MOST_CANDIDATES = 160


@dataclass(frozen=True)
class Candidate:
    """An enterprise that paths lead to, the strongest path first."""

    code: str
    paths: tuple[Path, ...]


def find_candidates(
    walker: Walker,
    start: Place,
    ours: Ours,
    *,
    left_out: frozenset[str] = frozenset(),
    has_traded: bool = True,
) -> list[Candidate]:
    """List candidates by their strongest path; fallbacks and fillers only where too few were.

    Routes along trades are not walked for who has never traded.
    """
    paths: dict[str, list[Path]] = defaultdict(list)
    for route in ROUTES[ours.role]:
        if (route.filler and len(paths) >= ENOUGH) or (route.fallback and _are_enough(paths)):
            continue
        if route.legs[0].link == "TRADES_WITH" and not has_traded:
            continue
        for path in walker.walk(start, route, likeness=ours.likeness):
            if path.end.code not in left_out:
                paths[path.end.code].append(judge(ours, path))
    found = [Candidate(code, _by_strength(each)) for code, each in paths.items()]
    found.sort(key=lambda candidate: (-candidate.paths[0].strength, candidate.code))
    return found[:MOST_CANDIDATES]


def _are_enough(paths: dict[str, list[Path]]) -> bool:
    strong = sum(any(path.strength >= WEAK for path in each) for each in paths.values())
    return strong >= ENOUGH


def scope_of(wish: Wish) -> Scope:
    """Return the scope that the wish's filters mean."""
    is_institute = wish.role == PartnerRole.INSTITUTE
    kind = EnterpriseKind.INSTITUTE if is_institute else EnterpriseKind.COMPANY
    return Scope(wish.at, kind, wish.region, wish.chain, wish.size)


def independent_paths(paths: Sequence[Path]) -> list[Path]:
    """Choose, strongest first, paths that share no place between their ends."""
    seen: set[str] = set()
    chosen = []
    for path in paths:
        inner = {step.end.code for step in path.steps[:-1]}
        if not inner & seen:
            chosen.append(path)
            seen |= inner
    return chosen


def _by_strength(paths: list[Path]) -> tuple[Path, ...]:
    return tuple(
        sorted(
            paths,
            key=lambda path: (-path.strength, [step.end.code for step in path.steps]),
        )
    )
