from graph.analysis.chain_picture import BOX_WIDTH, HEAD, MARGIN, ROW, draw
from graph.domain.chain import Stage
from graph.domain.chain_summary import NodeSummary


def node(code: str, stage: Stage, enterprises: int = 1) -> NodeSummary:
    return NodeSummary(code, code, "", stage, enterprises)


def test_an_empty_chain_has_an_empty_picture() -> None:
    picture = draw([], [])
    assert (picture.heads, picture.boxes, picture.curves) == ((), (), ())


def test_stages_stand_from_left_to_right() -> None:
    picture = draw(
        [node("c", Stage.DOWNSTREAM), node("a", Stage.UPSTREAM), node("b", Stage.MIDSTREAM)],
        [("a", "b"), ("b", "c")],
    )
    assert [head.stage for head in picture.heads] == list(Stage)
    assert [box.node.code for box in picture.boxes] == ["a", "b", "c"]
    assert sorted(box.x for box in picture.boxes) == [box.x for box in picture.boxes]
    assert [(curve.start, curve.end) for curve in picture.curves] == [("a", "b"), ("b", "c")]


def test_the_order_in_a_column_follows_the_links() -> None:
    nodes = [
        node("a1", Stage.UPSTREAM),
        node("a2", Stage.UPSTREAM),
        node("b1", Stage.MIDSTREAM),
        node("b2", Stage.MIDSTREAM),
    ]
    picture = draw(nodes, [("a1", "b2"), ("a2", "b1")])
    rows = {box.node.code: box.y for box in picture.boxes}
    assert (rows["a1"] == rows["b2"], rows["a2"] == rows["b1"]) == (True, True)


def test_a_bar_is_as_long_as_its_enterprises() -> None:
    nodes = [
        node("a", Stage.UPSTREAM, 4),
        node("b", Stage.UPSTREAM, 1),
        node("c", Stage.UPSTREAM, 0),
    ]
    picture = draw(nodes, [])
    assert [(box.node.code, box.bar) for box in picture.boxes] == [
        ("a", BOX_WIDTH),
        ("b", BOX_WIDTH // 4),
        ("c", 0),
    ]
    assert [(box.x, box.y) for box in picture.boxes] == [
        (MARGIN, HEAD),
        (MARGIN, HEAD + ROW),
        (MARGIN, HEAD + 2 * ROW),
    ]


def test_of_too_many_nodes_those_with_most_enterprises_are_drawn_and_the_rest_is_said() -> None:
    nodes = [node(f"n{number:02}", Stage.MIDSTREAM, number) for number in range(40)]
    picture = draw(nodes, [])
    assert [head.left_out for head in picture.heads] == [8]
    assert sorted(box.node.code for box in picture.boxes) == [f"n{n:02}" for n in range(8, 40)]


def test_links_to_what_is_not_drawn_are_left_out() -> None:
    assert draw([node("a", Stage.UPSTREAM)], [("a", "elsewhere")]).curves == ()
