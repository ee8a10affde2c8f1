"""Who is shown how often: whether small firms are drowned by those of whom much is known."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.domain.recommendation import RankedList


@dataclass
class Exposure:
    """How often each enterprise stood among the first ten of the lists counted."""

    lists: int = 0
    shown: Counter[str] = field(default_factory=Counter)

    def add(self, answer: RankedList) -> None:
        """Count one list."""
        self.lists += 1
        self.shown.update(item.partner.code for item in answer.items)

    def share_of_top(self, part: float, total: int) -> float:
        """Return the share of all places that the most shown ``part`` of ``total`` firms hold."""
        most = self.shown.most_common(max(1, round(part * total)))
        return sum(number for _, number in most) / max(self.shown.total(), 1)

    def by_band(self, bands: Mapping[str, str]) -> dict[str, dict[str, float]]:
        """Return for each band its share of enterprises, of places, and of those ever shown."""
        firms = Counter(bands.values())
        places: Counter[str] = Counter()
        ever: Counter[str] = Counter()
        for code, number in self.shown.items():
            places[bands.get(code, "")] += number
            ever[bands.get(code, "")] += 1
        return {band: _shares(band, firms, places, ever) for band in sorted(firms)}


def _shares(
    band: str, firms: Counter[str], places: Counter[str], ever: Counter[str]
) -> dict[str, float]:
    return {
        "of_enterprises": round(firms[band] / firms.total(), 4),
        "of_places": round(places[band] / max(places.total(), 1), 4),
        "ever_shown": round(ever[band] / max(firms[band], 1), 4),
    }


def expose(answers: Iterable[RankedList]) -> Exposure:
    """Count all these lists."""
    found = Exposure()
    for answer in answers:
        found.add(answer)
    return found
