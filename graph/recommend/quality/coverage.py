"""How many enterprises get a full list of partners, each with a reason."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.domain.recommendation import PartnerRole, RankedList, Wish
from graph.naming.generic import is_accounting
from graph.recommend import recommend
from graph.recommend.routes import ROUTES
from graph.store import Store

FULL = 10


@dataclass
class Coverage:
    """Counts over the lists of one role; ``routes`` counts lines by the kind of their best path."""

    role: PartnerRole
    asked: int = 0
    full: int = 0
    empty: list[str] = field(default_factory=list)
    lines: int = 0
    without_reason: int = 0
    accounting_rows: int = 0
    shells: int = 0
    themselves: int = 0
    fallback: int = 0
    routes: Counter[str] = field(default_factory=Counter)

    def add(self, answer: RankedList) -> None:
        """Count one list."""
        items = answer.items[:FULL]
        self.asked += 1
        self.full += len(items) == FULL
        if not items:
            self.empty.append(answer.asker.code)
        fallbacks = {route.name for route in ROUTES[self.role] if route.is_last_resort}
        for item in items:
            path = item.paths[0]
            self.lines += 1
            self.routes[path.route] += 1
            self.fallback += path.route in fallbacks
            self.without_reason += not (path.steps and item.features)
            self.accounting_rows += any(is_accounting(step.end.name) for step in path.steps[:-1])
            self.themselves += item.partner.code == answer.asker.code
            self.shells += _is_shell(item.partner.name)


def _is_shell(name: str) -> bool:
    """Tell whether a name is that of no firm at all: empty, or an accounting row."""
    return not name.strip() or is_accounting(name)


def cover(
    store: Store, codes: Iterable[str], roles: Sequence[PartnerRole], *, at: str, version: str = ""
) -> list[Coverage]:
    """Ask ten partners of each role for each of these enterprises, and count."""
    found = [Coverage(role) for role in roles]
    for code in codes:
        for coverage in found:
            wish = Wish(coverage.role, at, top=FULL)
            coverage.add(recommend(store, code, wish, version=version))
    return found
