"""What a recommending method is given, and what it has to answer."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

import numpy as np

from graph.recommend.sparse import Matrix, link_matrix


@dataclass(frozen=True)
class Dated:
    """When each link of the training was seen: first and last half-year, and in how many."""

    first: np.ndarray
    last: np.ndarray
    times: np.ndarray


@dataclass(frozen=True)
class Training:
    """All that a method may know.

    ``names`` are those of all entities. ``queries[i]`` is linked with ``answers[i]`` (places in
    ``names``): a customer with its supplier, a product with its material. ``candidates`` are the
    places that can be an answer. ``hints`` are further links by type, as (start, end) places.
    """

    names: tuple[str, ...]
    queries: np.ndarray
    answers: np.ndarray
    candidates: np.ndarray
    date: str = ""
    dated: Dated | None = None
    hints: Mapping[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)
    has_speaking_names: bool = True

    @cached_property
    def links(self) -> Matrix:
        """Entities by entities: 1 where the row is linked with the column."""
        return link_matrix(self.queries, self.answers, len(self.names))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Place by name."""
        return {name: place for place, name in enumerate(self.names)}


class Method(Protocol):
    """Learns from a training once, then scores blocks of queries."""

    def fit(self, training: Training) -> None:
        """Learn all that is needed to score."""
        ...

    def scores(self, queries: np.ndarray) -> np.ndarray:
        """Score queries (places): an array of queries by ``training.candidates``, more is better.

        What is not found gets the lowest score of all; known links need not be left out.
        """
        ...
