"""What the interface offers: each list and record declared once, to answer and to describe it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from chainmatch.access import Rule
from graph.domain.account import Account
from graph.domain.token import Scope
from graph.store import Store

ROOT = "/api/v1"


@dataclass(frozen=True)
class Context:
    """For whom and on what a question is answered; ``models`` is the folder of trained rankers."""

    store: Store
    actor: Account
    today: date
    models: Path


@dataclass(frozen=True)
class Slice:
    """Rows of a list, and the key after which it goes on; None at its end."""

    rows: Sequence[Any]
    after: Any = None


@dataclass(frozen=True)
class Resource:
    """An address of the interface.

    ``asked`` declares its parameters and ``row`` what it answers; ``read`` answers a Slice where it
    is a list. ``allow`` and ``scope`` say who may read it. ``days`` are the parameters that say for
    which days the map is read.
    """

    path: str
    name: str
    summary: str
    read: Callable[..., Any]
    asked: type
    row: type
    scope: Scope
    allow: Rule
    is_list: bool
    days: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """The whole path, as Flask writes it."""
        return ROOT + self.path


def earliest_day(resource: Resource, asked: Any) -> date | None:
    """Return the earliest day for which an answer reads the map, None where it is today's."""
    told = (getattr(asked, name) for name in resource.days)
    return min((day for day in told if day is not None), default=None)


def cut(rows: Sequence[Any], limit: int, key: Callable[[Any], Any]) -> Slice:
    """Make a page of rows of which one more than ``limit`` was read where there are more."""
    if len(rows) <= limit:
        return Slice(rows)
    return Slice(rows[:limit], key(rows[limit - 1]))
