import networkx as nx
import pytest

from graph.analysis import centrality
from graph.analysis.centrality import Community, look_at, of_enterprises, of_products
from graph.analysis.supply_map import build
from graph.domain.progress import Progress
from graph.errors import Cancelled
from graph.messages import Message

TWO_TRIANGLES = [("a", "b"), ("b", "c"), ("c", "a"), ("x", "y"), ("y", "z"), ("z", "x"), ("c", "x")]


def test_the_one_in_the_middle_lies_on_half_of_the_routes() -> None:
    """Of a → b → c two ordered pairs could pass b (a to c, c to a); one does."""
    found = look_at([("a", "b"), ("b", "c"), ("c", "c")])
    assert (found.vertices, found.links, found.left_out, found.sampled) == (3, 2, 0, 3)
    assert [(each.code, each.betweenness) for each in found.central] == [
        ("b", 0.5),
        ("a", 0.0),
        ("c", 0.0),
    ]
    ranks = {each.code: each.pagerank for each in found.central}
    assert ranks["a"] > ranks["b"] > ranks["c"]
    assert sum(ranks.values()) == pytest.approx(1, abs=1e-5)


def test_portions_add_up_to_networkx_own_figure() -> None:
    graph = nx.gnp_random_graph(30, 0.1, seed=1, directed=True)
    expected = nx.betweenness_centrality(graph)
    pairs = [(f"{start:02}", f"{end:02}") for start, end in graph.edges]
    kept = {code for pair in pairs for code in pair}
    assert len(kept) == len(graph)
    found = {each.code: each.betweenness for each in look_at(pairs).central}
    assert found == {
        f"{code:02}": pytest.approx(value, abs=1e-6) for code, value in expected.items()
    }


def test_communities_are_named_by_who_has_most_links_inside() -> None:
    assert look_at(TWO_TRIANGLES).communities == (
        Community(3, ("a", "b", "c")),
        Community(3, ("x", "y", "z")),
    )


def test_a_large_network_is_bounded_and_sampled(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(centrality, "MOST_VERTICES", 4)
    monkeypatch.setattr(centrality, "EXACT_VERTICES", 3)
    monkeypatch.setattr(centrality, "SAMPLE", 2)
    found = look_at(TWO_TRIANGLES)
    assert (found.vertices, found.left_out, found.sampled) == (4, 2, 2)


def test_nothing_has_no_structure() -> None:
    assert of_products(build()).central == of_enterprises(build()).central == ()


def test_it_stops_where_the_progress_says_so() -> None:
    def stop(done: int, total: int, note: Message) -> None:
        raise Cancelled

    stopping: Progress = stop
    with pytest.raises(Cancelled):
        of_products(build(supplies=[("a", "b")]), stopping)
