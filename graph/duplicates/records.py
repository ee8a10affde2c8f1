"""What is compared of an enterprise."""

from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from graph.domain.codes import split_code
from graph.domain.credit_code import is_credit_code
from graph.domain.location import Point
from graph.duplicates.names import Name, take_apart


@dataclass(frozen=True)
class Record:
    """One enterprise as it is told; ``places`` are its regions with all around them."""

    code: str
    names: tuple[str, ...]
    kind: str = ""
    credit_code: str = ""
    website: str = ""
    regions: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()
    point: Point | None = None

    @cached_property
    def forms(self) -> tuple[Name, ...]:
        """Return the names taken apart, the full one first."""
        return tuple(dict.fromkeys(take_apart(name) for name in self.names if name))

    @cached_property
    def credit(self) -> str:
        """Return its credit code, wherever it stands; empty where none is known or it is wrong."""
        scheme, bare = split_code(self.code)
        known = self.credit_code or (bare if scheme == "uscc" else "")
        return known if is_credit_code(known) else ""

    @cached_property
    def stock(self) -> tuple[str, str] | None:
        """Return scheme and number where it is listed by its code."""
        scheme, bare = split_code(self.code)
        return (scheme, bare) if scheme in {"stock", "tpex"} else None

    @cached_property
    def host(self) -> str:
        """Return the host of its website without www."""
        told = self.website if "//" in self.website else f"//{self.website}"
        return (urlsplit(told).hostname or "").removeprefix("www.") if self.website else ""
