"""In which column each node stands, from upstream on the left to downstream on the right."""

from collections.abc import Collection, Iterable, Mapping, Sequence

import networkx
import numpy

from graph.domain.chain import Stage

Pairs = Iterable[tuple[str, str]]

STAGES = (Stage.UPSTREAM, Stage.MIDSTREAM, Stage.DOWNSTREAM)


def levels_of_chain(stages: Mapping[str, str], pairs: Pairs) -> dict[str, int]:
    """Number the columns of a chain: stage after stage, within a stage by who supplies whom.

    ``stages`` gives the stage of each node. Circles within a stage share a column.
    """
    links = list(pairs)
    found: dict[str, int] = {}
    first = 0
    for stage in STAGES:
        codes = [code for code, its in stages.items() if its == stage]
        within = _longest_paths(codes, links)
        found |= {code: first + level for code, level in within.items()}
        first += max(within.values(), default=-1) + 1
    return found


def levels_around(steps: Mapping[str, int]) -> dict[str, int]:
    """Number the columns around a centre from its signed steps, the most upstream first."""
    least = min(steps.values(), default=0)
    return {code: step - least for code, step in steps.items()}


def stage_of_step(step: int) -> Stage:
    """Colour what is above a centre as upstream, what is below as downstream."""
    if step == 0:
        return Stage.MIDSTREAM
    return Stage.UPSTREAM if step < 0 else Stage.DOWNSTREAM


def trophic_levels(codes: Sequence[str], pairs: Pairs) -> dict[str, int]:
    """Number the columns of a net with circles by its trophic levels, rounded.

    MacKay, Johnson and Sansom 2020 (How directed is a directed network?, section 2): levels ``h``
    solve ``(diag(in + out) - A - A')h = in - out``, one above the other where there are no circles.
    """
    graph = networkx.DiGraph()
    graph.add_nodes_from(codes)
    graph.add_edges_from(pair for pair in pairs if pair[0] in graph and pair[1] in graph)
    found: dict[str, int] = {}
    for part in networkx.weakly_connected_components(graph):
        members = sorted(part)
        found |= dict(zip(members, _solved(graph, members), strict=True))
    return {code: found[code] for code in codes}


def stage_of_level(level: int, last: int) -> Stage:
    """Colour the columns of a net without stages by thirds."""
    return STAGES[min(2, level * 3 // (last + 1))]


def _longest_paths(codes: Sequence[str], pairs: Sequence[tuple[str, str]]) -> dict[str, int]:
    graph = networkx.DiGraph()
    graph.add_nodes_from(codes)
    graph.add_edges_from(pair for pair in pairs if pair[0] in graph and pair[1] in graph)
    whole = networkx.condensation(graph)
    depth: dict[int, int] = {}
    for part in networkx.topological_sort(whole):
        depth[part] = max((depth[above] + 1 for above in whole.predecessors(part)), default=0)
    return {code: depth[whole.graph["mapping"][code]] for code in codes}


def _solved(graph: networkx.DiGraph, members: Collection[str]) -> list[int]:
    if len(members) == 1:
        return [0]
    matrix = networkx.to_numpy_array(graph, nodelist=list(members))
    into, out = matrix.sum(axis=0), matrix.sum(axis=1)
    laplacian = numpy.diag(into + out) - matrix - matrix.T
    heights = numpy.linalg.lstsq(laplacian, into - out, rcond=None)[0]
    return [round(height) for height in heights - heights.min()]
