"""What differs between two days: counted, shared out, and listed with before and after."""

from collections.abc import Callable

import pytest

from graph.domain.history.difference import Counts, Ground, Span, Way
from graph.schema import BELONGS_TO, IN_CHAIN, LOCATED_IN, MAKES, TRADES_WITH, WITHIN
from graph.store import Store
from graph.store.bulk import maps
from graph.store.history import differences

SPAN = Span("2020-06-30", "2022-06-30")
OPEN = "9999-12-31"


def fact(start: str, end: str, since: str, until: str = OPEN, **more: object) -> dict[str, object]:
    told = {"source": "office", "as_of": since, "confidence": 1.0}
    return {"start": start, "end": end, "valid_from": since, "valid_to": until, **told, **more}


@pytest.fixture
def changing(store: Store) -> Store:
    """Firm 1 stays and says another share, 2 comes, 3 goes, 4 comes and goes between the days."""
    names = {"r": "长沙", "r1": "岳麓区"}
    regions = [{"code": code, "name": name, "source": "office"} for code, name in names.items()]
    maps.save_regions(store, regions)
    maps.save_links(store, WITHIN, [{"start": "r1", "end": "r"}])
    maps.save_chains(store, [{"code": "c", "name": "泵业", "source": "office"}])
    nodes = [{"code": code, "name": code, "source": "office"} for code in ("n", "i")]
    maps.save_nodes(store, nodes)
    codes = [f"stock:{number}" for number in range(1, 5)]
    firms = [{"code": code, "name": f"{code}厂", "source": "office"} for code in codes]
    maps.save_enterprises(store, firms)
    maps.save_links(store, IN_CHAIN, [fact("n", "c", "2019-01-01", stage="midstream")])
    makes = [
        fact("stock:1", "n", "2019-01-01", share=0.1),
        fact("stock:2", "n", "2021-03-01"),
        fact("stock:3", "n", "2019-01-01", "2021-12-01"),
        fact("stock:4", "n", "2021-01-01", "2021-12-01"),
    ]
    maps.save_links(store, MAKES, makes)
    maps.save_links(store, MAKES, [fact("stock:1", "n", "2021-06-01", share=0.2)])
    trades = [fact("stock:1", "stock:2", "2021-03-01", product=each) for each in ("泵", "阀")]
    maps.save_links(store, TRADES_WITH, trades)
    places = [fact(code, "r", "2019-01-01", "2019-06-01") for code in codes[2:]]
    maps.save_links(store, LOCATED_IN, [*places, fact("stock:2", "r1", "2021-03-01")])
    maps.save_links(store, BELONGS_TO, [fact("stock:3", "i", "2019-01-01", "2021-12-01")])
    return store


def counted(store: Store, span: Span) -> dict[str, tuple[int, int, int]]:
    found = differences.count(store, span).kinds.items()
    return {kind: (c.came, c.went, c.changed) for kind, c in found if c.total}


def keys(store: Store, span: Span, kind: str, way: Way) -> list[tuple[str, str]]:
    found = differences.list_found(store, span, kind, way, limit=9)
    return [(each.start, each.end) for each in found]


def test_the_whole_map_is_counted_by_kind(changing: Store) -> None:
    assert counted(changing, SPAN) == {
        "Enterprise": (1, 1, 0),
        "ChainNode": (0, 1, 0),
        "MAKES": (1, 1, 1),
        "TRADES_WITH": (2, 0, 0),
        "LOCATED_IN": (1, 0, 0),
        "BELONGS_TO": (0, 1, 0),
    }


def test_months_tell_when(changing: Store) -> None:
    assert differences.count(changing, SPAN).months == [
        ("2021-03", 4, 0),
        ("2021-06", 1, 1),
        ("2021-12", 0, 2),
    ]


def test_one_day_differs_not_from_itself(changing: Store) -> None:
    assert differences.count(changing, Span("2020-06-30", "2020-06-30")).is_none


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (
            Span(SPAN.one, SPAN.two, Ground.CHAIN, "c"),
            {"Enterprise": (1, 1, 0), "MAKES": (1, 1, 1)},
        ),
        (
            Span(SPAN.one, SPAN.two, Ground.REGION, "r"),
            {
                "Enterprise": (1, 0, 0),
                "MAKES": (1, 0, 0),
                "TRADES_WITH": (2, 0, 0),
                "LOCATED_IN": (1, 0, 0),
            },
        ),
        (
            Span(SPAN.one, SPAN.two, Ground.INDUSTRY, "i"),
            {"Enterprise": (0, 1, 0), "MAKES": (0, 1, 0), "BELONGS_TO": (0, 1, 0)},
        ),
    ],
)
def test_a_group_is_counted_alone_and_each_number_has_its_rows(
    changing: Store, span: Span, expected: dict[str, tuple[int, int, int]]
) -> None:
    assert counted(changing, span) == expected
    for kind, numbers in expected.items():
        rows = tuple(len(keys(changing, span, kind, way)) for way in Way)
        assert rows == numbers


def test_rows_tell_before_and_after(changing: Store) -> None:
    (changed,) = differences.list_found(changing, SPAN, "MAKES", Way.CHANGED, limit=9)
    assert (changed.start, changed.end, changed.start_name, changed.end_name) == (
        "stock:1",
        "n",
        "stock:1厂",
        "n",
    )
    assert (changed.before["share"], changed.after["share"]) == (0.1, 0.2)
    (gone,) = differences.list_found(changing, SPAN, "MAKES", Way.WENT, limit=9)
    assert (gone.start, gone.before["valid_to"], gone.after) == ("stock:3", "2021-12-01", {})
    assert keys(changing, SPAN, "MAKES", Way.CAME) == [("stock:2", "n")]
    assert keys(changing, SPAN, "Enterprise", Way.CAME) == [("stock:2", "")]
    assert keys(changing, SPAN, "Enterprise", Way.CHANGED) == []
    assert keys(changing, SPAN, "ChainNode", Way.WENT) == [("i", "")]


def test_pages_go_on_after_a_key(changing: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = differences.list_found(changing, SPAN, "TRADES_WITH", Way.CAME, limit=2)
    rest: Callable[[str], list[differences.Found]] = lambda key: differences.list_found(  # noqa: E731
        changing, SPAN, "TRADES_WITH", Way.CAME, after=key, limit=2
    )
    assert (rest(first.key), rest(second.key)) == ([second], [])
    monkeypatch.setattr(differences, "IN_A_FILE", 1)
    monkeypatch.setattr(differences, "AT_ONCE", 1)
    monkeypatch.setattr(differences, "MOST_STARTS", 1)
    region = Span(SPAN.one, SPAN.two, Ground.REGION, "r")
    for span in (SPAN, region):
        streamed = differences.stream_found(changing, span, "TRADES_WITH", Way.CAME)
        assert list(streamed) == [first, second]


def test_differences_are_shared_out(changing: Store) -> None:
    told = {
        ground: [
            (each.code, each.name, each.links, each.enterprises)
            for each in differences.share_out(changing, SPAN, ground)
        ]
        for ground in Ground
    }
    assert told == {
        Ground.CHAIN: [("c", "泵业", Counts(2, 2), Counts(1, 1))],
        Ground.REGION: [
            ("r", "长沙", Counts(4, 0), Counts(1, 0)),
            ("r1", "岳麓区", Counts(4, 0), Counts(1, 0)),
        ],
        Ground.INDUSTRY: [("i", "i", Counts(0, 2), Counts(0, 1))],
    }


def test_what_was_recorded_is_counted(changing: Store) -> None:
    assert differences.count_recorded(changing, "", "9999") == [
        ("Chain", "made", 1),
        ("ChainNode", "made", 2),
        ("Enterprise", "made", 4),
        ("Region", "made", 2),
    ]
