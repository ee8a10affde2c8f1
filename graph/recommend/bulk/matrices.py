"""The map as sparse matrices whose entries are the strengths of single steps.

A product of matrices adds up the strengths of all paths of a route: the same steps and weights as
in ``graph.recommend.walk``, without its bounds.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import scipy.sparse as sp

from graph.domain.chain import NodeKind
from graph.naming.generic import is_telling
from graph.recommend import strengths
from graph.recommend.sparse import Matrix, diagonal
from graph.store import Store
from graph.store.map.partners import Bridge, Hop, years_between
from graph.store.map.whole_map import (
    UNTOLD_SHARE,
    Columns,
    read_enterprises,
    read_links,
    read_nodes,
)


@dataclass(frozen=True)
class Index:
    """Codes in order, and the place of each."""

    codes: list[str]

    @cached_property
    def places(self) -> dict[str, int]:
        """Place by code."""
        return {code: place for place, code in enumerate(self.codes)}

    def __len__(self) -> int:
        return len(self.codes)

    def of(self, codes: Iterable[str]) -> np.ndarray:
        """Return the places of these codes."""
        return np.fromiter((self.places[code] for code in codes), np.int64)


class MapMatrices:
    """Reads each kind of link when it is first needed. ``at`` is an ISO date."""

    def __init__(self, store: Store, *, at: str) -> None:
        self._store = store
        self._at = at
        nodes, enterprises = read_nodes(store), read_enterprises(store)
        self.enterprises = Index(enterprises["code"])
        self.enterprise_kinds = np.array(enterprises["kind"], dtype=object)
        self.nodes = Index(nodes["code"])
        self.names: list[str] = nodes["name"]
        self.match_keys: list[str] = nodes["match_key"]
        self.node_kinds = np.array(nodes["kind"], dtype=object)

    @cached_property
    def is_speaking(self) -> np.ndarray:
        """Flag of each node that may stand in a path."""
        return np.fromiter(
            (
                kind != NodeKind.PRODUCT or is_telling(name)
                for name, kind in zip(self.names, self.node_kinds, strict=True)
            ),
            bool,
        )

    @cached_property
    def making(self) -> Matrix:
        """Enterprises by nodes."""
        links = self._links("MAKES")
        weights = [
            strengths.of_making(
                _hop(confidence=confidence, share=None if share == UNTOLD_SHARE else share)
            )
            for confidence, share in zip(links["confidence"], links["share"], strict=True)
        ]
        return self._speaking(self._matrix(links, weights, self.enterprises, self.nodes))

    @cached_property
    def materials(self) -> Matrix:
        """Products by their materials, and industries by those upstream."""
        return self._supply("start").T.tocsr()

    @cached_property
    def uses(self) -> Matrix:
        """Materials by the products they go into, and industries by those downstream."""
        return self._supply("end")

    @cached_property
    def bridges(self) -> Matrix:
        """Nodes by nodes: to stay (1), or to cross one bridge either way."""
        crossing = self._speaking(self._near().maximum(self._kinds()))
        both = crossing.maximum(crossing.T)
        return (both + sp.identity(len(self.nodes), format="csr")).tocsr()

    @cached_property
    def belonging(self) -> Matrix:
        """Enterprises by industries."""
        links = self._links("BELONGS_TO")
        return self._matrix(links, links["confidence"], self.enterprises, self.nodes)

    @cached_property
    def trading(self) -> Matrix:
        """Sellers by buyers, faded by the years since they last traded."""
        links = self._links("TRADES_WITH")
        weights = [
            confidence * strengths.of_age(years_between(seen, self._at))
            for confidence, seen in zip(links["confidence"], links["last_seen"], strict=True)
        ]
        return self._matrix(links, weights, self.enterprises, self.enterprises)

    def _supply(self, spreading_end: str) -> Matrix:
        links = self._links("SUPPLIES")
        ends = links[spreading_end]
        _codes, inverse, counts = np.unique(
            np.array(ends, dtype=object), return_inverse=True, return_counts=True
        )
        is_industry = dict(zip(self.nodes.codes, self.node_kinds == NodeKind.INDUSTRY, strict=True))
        weights = [
            _supply_strength(
                _hop(confidence=confidence, weight=weight, spread=int(spread)), is_industry[end]
            )
            for confidence, weight, spread, end in zip(
                links["confidence"], links["weight"], counts[inverse], ends, strict=True
            )
        ]
        return self._speaking(self._matrix(links, weights, self.nodes, self.nodes))

    def _near(self) -> Matrix:
        links = self._links("NEAR")
        weights = [
            strengths.of_bridge(
                Bridge("NEAR", True, end, self._name(end), score=score, method=method),
                self._name(start),
            )
            for start, end, score, method in zip(
                links["start"], links["end"], links["score"], links["method"], strict=True
            )
        ]
        return self._matrix(links, weights, self.nodes, self.nodes)

    def _kinds(self) -> Matrix:
        links = self._links("KIND_OF")
        weights = [
            strengths.of_bridge(
                Bridge("KIND_OF", True, end, self._name(end), confidence=confidence),
                self._name(start),
            )
            for start, end, confidence in zip(
                links["start"], links["end"], links["confidence"], strict=True
            )
        ]
        return self._matrix(links, weights, self.nodes, self.nodes)

    def _name(self, code: str) -> str:
        return self.names[self.nodes.places[code]]

    def _links(self, link: str) -> Columns:
        return read_links(self._store, link, at=self._at)

    def _speaking(self, matrix: Matrix) -> Matrix:
        """Empty the columns of nodes that say nothing."""
        return (matrix @ diagonal(self.is_speaking.astype(np.float32))).tocsr()

    @staticmethod
    def _matrix(links: Columns, weights: Sequence[float], rows: Index, columns: Index) -> Matrix:
        places = rows.of(links["start"]), columns.of(links["end"])
        built = sp.coo_matrix(
            (np.asarray(weights, np.float32), places), shape=(len(rows), len(columns))
        )
        return _without_repeats(built)


def _without_repeats(matrix: Matrix) -> Matrix:
    """Keep the strongest of repeated entries (several sources may state one link)."""
    order = np.lexsort((matrix.data, matrix.col, matrix.row))
    rows, columns, data = matrix.row[order], matrix.col[order], matrix.data[order]
    last = np.r_[(np.diff(rows) != 0) | (np.diff(columns) != 0), np.ones(min(1, len(rows)), bool)]
    built = sp.csr_matrix((data[last], (rows[last], columns[last])), shape=matrix.shape)
    built.eliminate_zeros()
    return built


def _hop(
    *, confidence: float, share: float | None = None, weight: float = 1.0, spread: int = 1
) -> Hop:
    return Hop("", "", "", confidence=confidence, share=share, weight=weight, spread=spread)


def _supply_strength(hop: Hop, is_industry: bool) -> float:
    return strengths.of_industry_supply(hop) if is_industry else strengths.of_supply(hop)
