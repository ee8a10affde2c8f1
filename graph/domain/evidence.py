"""Where a fact comes from: every link of the map carries this."""

from dataclasses import dataclass

from graph.schema import OPEN_END


@dataclass(frozen=True)
class Evidence:
    """Source, date and confidence of a link.

    ``as_of``, ``valid_from``, ``valid_to`` are ISO dates (``2026-06-30``); the link holds for
    ``valid_from <= date < valid_to``. ``confidence`` is from 0 to 1.
    """

    source: str
    as_of: str
    confidence: float = 1.0
    valid_from: str = ""
    valid_to: str = OPEN_END

    def properties(self) -> dict[str, str | float]:
        """Return the five link properties, ``valid_from`` falling back on ``as_of``."""
        return {
            "source": self.source,
            "as_of": self.as_of,
            "confidence": self.confidence,
            "valid_from": self.valid_from or self.as_of,
            "valid_to": self.valid_to,
        }
