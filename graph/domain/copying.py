"""Copying one graph into another: where a copy stands, and whether it says what its source says.

A graph is copied part by part: the nodes of a label, or the relationships of a type between two
labels. A part's checksum is the sum of its rows' hashes, so that the order of rows does not matter
and a row written twice shows.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from hashlib import blake2b
from typing import Any

from graph.domain.job import JobState

HASH_BYTES = 16
MODULUS = 1 << (8 * HASH_BYTES)

LEASE = ("worker", "lease_until")
LOCKS = ("guard", "lane_held")


@dataclass(frozen=True)
class Tally:
    """How many rows a part has, and the sum of their hashes."""

    rows: int = 0
    checksum: str = f"{0:032x}"

    def plus(self, rows: Iterable[Any]) -> "Tally":
        """Count more rows: nodes as their properties, relationships as (start, end, values)."""
        number, total = self.rows, int(self.checksum, 16)
        for row in rows:
            number += 1
            total += row_hash(row)
        return Tally(number, f"{total % MODULUS:032x}")


@dataclass(frozen=True)
class Done:
    """What is copied of a part: ``keys`` of its starts (of its nodes) in order, and their rows."""

    keys: int = 0
    tally: Tally = field(default_factory=Tally)


Counts = Mapping[str, int]
"""Rows by part."""


@dataclass(frozen=True)
class Copy:
    """The mark a copy leaves in its target: of which graph, how large, how far, when finished."""

    source: str
    started_at: str
    counts: Counts
    parts: Mapping[str, Done] = field(default_factory=dict)
    finished_at: str = ""

    @property
    def rows(self) -> int:
        """How many rows are written so far."""
        return sum(done.tally.rows for done in self.parts.values())

    def of(self, part: str) -> Done:
        """Tell what is copied of a part."""
        return self.parts.get(part, Done())

    def after(self, part: str, *, keys: int, rows: Iterable[Any]) -> "Copy":
        """Return the mark once these rows of the next ``keys`` starts are written too."""
        before = self.of(part)
        done = Done(before.keys + keys, before.tally.plus(rows))
        return replace(self, parts={**self.parts, part: done})

    def finished(self, at: str) -> "Copy":
        """Return the mark of a copy that is complete and verified."""
        return replace(self, finished_at=at)

    def to_text(self) -> str:
        """Write the mark as it is stored."""
        return json.dumps(asdict(self), sort_keys=True)


def read_copy(text: str) -> Copy:
    """Read what ``Copy.to_text`` wrote."""
    stored = json.loads(text)
    parts = {
        name: Done(done["keys"], Tally(**done["tally"])) for name, done in stored["parts"].items()
    }
    return Copy(**{**stored, "parts": parts})


def at_rest(label: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """Return a node's properties as a copy takes them: none that is null, no lease, no lock.

    A running job goes back to the queue, as it does when its worker dies.
    """
    told = {name: value for name, value in values.items() if value is not None}
    if label != "Job":
        return told
    told = {name: value for name, value in told.items() if name not in LOCKS}
    if told.get("state") == JobState.RUNNING:
        told |= {"state": JobState.QUEUED.value, **dict.fromkeys(LEASE, "")}
    return told


def row_hash(row: Any) -> int:
    """Hash a row by its canonical JSON: sorted names, an integer is not a float."""
    text = json.dumps(row, sort_keys=True, separators=(",", ":"), default=_tagged)
    return int.from_bytes(blake2b(text.encode(), digest_size=HASH_BYTES).digest(), "big")


def differing(one: Mapping[str, Tally], other: Mapping[str, Tally]) -> list[str]:
    """Name the parts that differ between two graphs; an empty part is as good as none."""
    names = sorted({*one, *other})
    return [name for name in names if one.get(name, Tally()) != other.get(name, Tally())]


def _tagged(value: Any) -> list[str]:
    """Write what JSON does not know (a temporal value of the driver) by its type and text."""
    return [type(value).__name__, str(value)]
