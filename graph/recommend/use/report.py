"""How versions fared in use: what came of the partners that each of them showed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from math import log2

from graph.domain.feedback import Judgement
from graph.recommend.use.verdicts import Verdict, weigh

RANKS = ((1, 1), (2, 3), (4, 10), (11, 20), (21, 10_000))


@dataclass
class VersionReport:
    """Verdicts on what one version showed, in all and by rank.

    ``good`` and ``bad`` count pairs; ``good_seen`` and ``bad_seen`` weigh each with how rarely its
    rank is looked at (log2(1 + rank)), so that who shows good partners further down is not
    thought the worse. Which lists were looked at without a word is not kept: rates are of those
    judged, not of those shown.
    """

    version: str
    askers: set[str] = field(default_factory=set)
    good: int = 0
    bad: int = 0
    good_seen: float = 0.0
    bad_seen: float = 0.0
    by_rank: dict[tuple[int, int], list[int]] = field(
        default_factory=lambda: {span: [0, 0] for span in RANKS}
    )

    @property
    def share_good(self) -> float:
        """The part of the judged that is good."""
        return self.good / max(self.good + self.bad, 1)

    @property
    def share_good_seen(self) -> float:
        """The same, each weighed with how rarely its rank is looked at."""
        return self.good_seen / max(self.good_seen + self.bad_seen, 1e-9)

    def add(self, verdict: Verdict) -> None:
        """Count one verdict."""
        rank, is_good = max(verdict.shown.rank, 1), verdict.weight > 0
        rarity = log2(1 + rank)
        self.askers.add(verdict.asker)
        self.good += is_good
        self.bad += not is_good
        self.good_seen += rarity * is_good
        self.bad_seen += rarity * (not is_good)
        span = next(span for span in RANKS if span[0] <= rank <= span[1])
        self.by_rank[span][not is_good] += 1


def report(judgements: Iterable[Judgement]) -> list[VersionReport]:
    """Report on each version that was judged, by name."""
    found: dict[str, VersionReport] = {}
    for verdict in weigh(judgements):
        version = verdict.shown.version
        if version not in found:
            found[version] = VersionReport(version)
        found[version].add(verdict)
    return [found[version] for version in sorted(found)]
