"""Taking a record back through its changes."""

from graph.domain.history.change import ChangeKind, MapChange, differing
from graph.domain.history.past import undone


def change(kind: ChangeKind, before: dict[str, object], after: dict[str, object]) -> MapChange:
    return MapChange(
        id="1",
        at="2026-01-01T00:00:00.000000Z",
        by="",
        about="",
        run="",
        source="",
        kind=kind,
        object="Enterprise",
        start="stock:1",
        end="",
        name="",
        name_en="",
        end_name="",
        end_name_en="",
        chains=(),
        before=before,
        after=after,
    )


def test_the_oldest_change_since_tells_how_it_was() -> None:
    lines = [
        change(ChangeKind.CHANGED, {"size": "medium"}, {"size": "large"}),
        change(ChangeKind.CHANGED, {"size": "small", "name": "甲"}, {"size": "medium"}),
        change(ChangeKind.MADE, {}, {"size": "small", "name": "甲"}),
    ]
    assert undone(lines) == {"size": "small", "name": "甲"}


def test_nothing_changed_takes_nothing_back() -> None:
    assert undone([]) == {}


def test_fields_that_differ_are_told_and_untold_counts_as_empty() -> None:
    before = {"name": "甲", "size": "", "certifications": ()}
    after = {"name": "甲", "size": "small", "certifications": []}
    fields = ("name", "size", "certifications", "market")
    assert differing(before, after, fields) == ({"size": None}, {"size": "small"})
