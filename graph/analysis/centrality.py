"""Who stands in the middle, and who belongs together: networkx on a bounded projection.

The projection of products has a vertex for each node and an arrow for each SUPPLIES link; that of
enterprises an arrow for each known trade. Of more than MOST_VERTICES those with most links are
kept. Betweenness (on how many shortest supply routes something lies) is exact up to
EXACT_VERTICES, else from a sample of sources (Brandes & Pich, 2007), a portion at a time, so that
it can be stopped. PageRank runs against the arrows: from what is made to what it is made of, so
that what much depends on ranks high. Communities are Louvain's (Blondel et al., 2008).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import Any

import networkx as nx

from graph.analysis.supply_map import SupplyMap
from graph.domain.progress import Progress, silent
from graph.messages import message

MOST_VERTICES = 50_000
EXACT_VERTICES = 2_000
SAMPLE = 128
PORTION = 4
MOST_TOLD = 100
MOST_COMMUNITIES = 20
NAMED = 5
SEED = 7
SMALLEST = 2
"""Two vertices have nobody between them."""


@dataclass(frozen=True)
class Central:
    """A vertex with its betweenness (part of the routes, 0–1) and its PageRank (sums up to 1)."""

    code: str
    betweenness: float
    pagerank: float


@dataclass(frozen=True)
class Community:
    """A group with more links within than out; ``middle`` are those with most links inside."""

    size: int
    middle: tuple[str, ...]


@dataclass(frozen=True)
class Structure:
    """What a projection shows; ``left_out`` vertices were not looked at, ``sampled`` sources."""

    vertices: int
    links: int
    left_out: int
    sampled: int
    central: tuple[Central, ...]
    communities: tuple[Community, ...]


def of_products(network: SupplyMap, progress: Progress = silent) -> Structure:
    """Look at nodes linked by supply."""
    return look_at(((start, end) for start, ends in network.uses.items() for end in ends), progress)


def of_enterprises(network: SupplyMap, progress: Progress = silent) -> Structure:
    """Look at enterprises linked by known trades."""
    return look_at(
        ((start, end) for start, ends in network.customers.items() for end in ends), progress
    )


def look_at(pairs: Iterable[tuple[str, str]], progress: Progress = silent) -> Structure:
    """Compute centrality and communities of a directed network."""
    whole: Any = nx.DiGraph()
    whole.add_edges_from(sorted((start, end) for start, end in pairs if start != end))
    graph, left_out = _bounded(whole)
    between, sampled = _betweenness(graph, progress)
    ranks = nx.pagerank(graph.reverse(copy=False)) if graph else {}
    order = sorted(graph, key=lambda code: (-between[code], -ranks[code], code))
    return Structure(
        graph.number_of_nodes(),
        graph.number_of_edges(),
        left_out,
        sampled,
        tuple(
            Central(code, round(between[code], 12), round(ranks[code], 6))
            for code in order[:MOST_TOLD]
        ),
        tuple(_communities(graph, sampled, progress)),
    )


def _bounded(whole: Any) -> tuple[Any, int]:
    if len(whole) <= MOST_VERTICES:
        return whole, 0
    order = sorted(whole, key=lambda code: (-whole.degree(code), code))
    return whole.subgraph(order[:MOST_VERTICES]).copy(), len(whole) - MOST_VERTICES


def _betweenness(graph: Any, progress: Progress) -> tuple[dict[str, float], int]:
    """Add up the dependencies of one portion of sources after the other."""
    vertices = sorted(graph)
    sources = vertices
    if len(vertices) > EXACT_VERTICES:
        sources = sorted(Random(SEED).sample(vertices, SAMPLE))  # noqa: S311 - no secret
    between = dict.fromkeys(vertices, 0.0)
    for start in range(0, len(sources), PORTION):
        progress(start, len(sources) + 1, message("计算居间中心度"))
        part = nx.betweenness_centrality_subset(
            graph, sources[start : start + PORTION], vertices, normalized=False
        )
        for code, value in part.items():
            between[code] += value
    number = len(vertices)
    pairs = len(sources) * (number - 1) * (number - 2) / number if number > SMALLEST else 1
    return {code: value / pairs for code, value in between.items()}, len(sources)


def _communities(graph: Any, done: int, progress: Progress) -> list[Community]:
    if not graph:
        return []
    plain = graph.to_undirected()
    groups: Any = []
    for groups in nx.community.louvain_partitions(plain, seed=SEED):  # noqa: B007 - the last one
        progress(done, done + 1, message("划分群落"))
    largest = sorted(groups, key=lambda group: (-len(group), min(group)))[:MOST_COMMUNITIES]
    return [_community(plain, group) for group in largest]


def _community(plain: Any, group: set[str]) -> Community:
    inside = plain.subgraph(group)
    order = sorted(group, key=lambda code: (-inside.degree(code), code))
    return Community(len(group), tuple(order[:NAMED]))
