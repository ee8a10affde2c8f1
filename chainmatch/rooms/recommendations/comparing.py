"""What the page shows on which versions of the ranking are compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.domain.enterprise import Enterprise
from graph.domain.recommendation import PartnerRole, Recommendation, Wish
from graph.recommend import recommend
from graph.recommend.ranking import UsedRanker
from graph.recommend.registry import find_ranker, list_rankers
from graph.store import Store

LINES = 10
TRAINED = ("firms-*.json", "materials*.json")


@dataclass(frozen=True)
class Line:
    """A partner in one version's list, and where the other version has it (0: not at all)."""

    item: Recommendation
    elsewhere: int


@dataclass(frozen=True)
class Compared:
    """The first ten of two versions side by side; ``shared`` counts those in both."""

    asker: Enterprise
    versions: tuple[str, str]
    lines: list[tuple[Line | None, Line | None]]
    shared: int


@dataclass(frozen=True)
class Version:
    """A ranking there is: what it learned from, if anything, and whether pages use it."""

    name: str
    learned: UsedRanker | None = None
    is_present: bool = False
    is_for_rank: bool = False


def compare(
    store: Store, code: str, role: PartnerRole, versions: tuple[str, str], *, at: str, models: Path
) -> Compared:
    """Rank an enterprise's partners by two versions. Raises NotFound."""
    wish = Wish(role, at, exclude_known=True, top=LINES)
    left, right = (recommend(store, code, wish, version=each, models=models) for each in versions)
    lines = [
        (_line(left.items, right.items, place), _line(right.items, left.items, place))
        for place in range(max(len(left.items), len(right.items)))
    ]
    shared = sum(bool(each and each.elsewhere) for each, _ in lines)
    return Compared(left.asker, (left.version, right.version), lines, shared)


def list_versions(models: Path) -> list[Version]:
    """List the rankings of pages, the present one marked, and what ``rank`` was trained with."""
    present = find_ranker("", models).version
    found = [
        Version(name, ranker if isinstance(ranker, UsedRanker) else None, name == present)
        for name, ranker in list_rankers(models).items()
    ]
    files = sorted(path for pattern in TRAINED for path in models.glob(pattern))
    return found + [Version(path.stem, is_for_rank=True) for path in files]


def _line(
    items: Sequence[Recommendation], others: Sequence[Recommendation], place: int
) -> Line | None:
    if place >= len(items):
        return None
    ranks = {each.partner.code: each.rank for each in others}
    return Line(items[place], ranks.get(items[place].partner.code, 0))
