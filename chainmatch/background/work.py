"""Kinds of long work: rooms declare theirs, ``job_kinds`` lists them, the worker runs them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from chainmatch.config import Config
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.messages import Message
from graph.store import Store


@dataclass(frozen=True)
class Outcome:
    """What a job came to: a sentence for people, and JSON values to show and to count."""

    note: Message
    result: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class JobKind:
    """``run`` must be idempotent: after a crash the whole of it runs again.

    It calls the Progress often (that is where cancelling takes effect) and raises a
    ChainMatchError with the sentence for people where the work cannot be done. Work that
    ``can_wait`` takes minutes and hurries nobody: it comes after all other.
    """

    name: str
    run: Callable[[Store, Config, Job, Progress], Outcome]
    can_wait: bool = False
