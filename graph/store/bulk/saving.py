"""Saving many rows: in batches, with what became of each."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from graph.messages import Message

BATCH = 10_000

Row = Mapping[str, Any]
Item = TypeVar("Item")
Step = Callable[[int], None]
"""Told after each batch how many rows are dealt with so far; may raise Cancelled."""


@dataclass(frozen=True)
class Refused:
    """A row that could not be saved: its place among the rows given, the column, and why."""

    place: int
    field: str
    reason: Message


@dataclass(frozen=True)
class Saved:
    """How many rows made something new, changed something, changed nothing; which were refused."""

    created: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: tuple[Refused, ...] = ()

    def __add__(self, other: "Saved") -> "Saved":
        return Saved(
            self.created + other.created,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.refused + other.refused,
        )


def quiet(done: int) -> None:
    """Tell nobody how many rows are done."""


def in_batches(
    rows: Iterable[Row], save: Callable[[int, Sequence[Row]], Saved], step: Step
) -> Saved:
    """Save batch after batch; ``save`` is given the place of the batch's first row."""
    total = Saved()
    done = 0
    for batch in batches(rows, BATCH):
        total += save(done, batch)
        done += len(batch)
        step(done)
    return total


def is_told(value: Any) -> bool:
    """Tell whether a value says anything: None, an empty text and an empty list do not."""
    return value is not None and value not in ("", (), [])


def batches(rows: Iterable[Item], size: int) -> Iterator[list[Item]]:
    """Yield the rows in lists of at most ``size``."""
    remaining = iter(rows)
    while batch := list(islice(remaining, size)):
        yield batch
