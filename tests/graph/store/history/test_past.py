"""Reading nodes, and exporting the map, as of a past instant."""

import pytest

from graph.domain.chain import Chain, ChainNode, NodeKind
from graph.domain.clock import instant_text, now
from graph.domain.history.past import PRESENT
from graph.schema import ENTERPRISE, IN_CHAIN, MAKES
from graph.store import Store
from graph.store.bulk import maps
from graph.store.bulk.exports import Day, stream_links, stream_nodes
from graph.store.history import past
from graph.store.map.chain_nodes import find_node
from graph.store.map.chains import find_chain
from graph.store.map.enterprises import find_enterprise

BEFORE = {"source": "office", "as_of": "2020-06-30", "valid_to": "2022-06-30", "confidence": 1.0}
SINCE = {"source": "office", "as_of": "2023-06-30", "confidence": 1.0}
NODE = {"code": "n", "name": "泵", "kind": "product", "source": "office"}
CHAIN = {"code": "c", "name": "泵业", "steward": "市工信局", "source": "office"}
FIRM = {"code": "stock:1", "name": "甲", "kind": "company", "source": "office", "size": "small"}


@pytest.fixture
def then(store: Store) -> str:
    """Save a small map and return an instant after which each node is changed."""
    maps.save_chains(store, [CHAIN])
    maps.save_nodes(store, [NODE])
    maps.save_enterprises(store, [FIRM])
    instant = instant_text(now())
    maps.save_chains(store, [{**CHAIN, "steward": "市发改委"}])
    maps.save_nodes(store, [{**NODE, "name": "液压泵"}])
    maps.save_enterprises(store, [{**FIRM, "size": "large", "certifications": ("A",)}])
    return instant


def test_nodes_are_read_as_they_were(store: Store, then: str) -> None:
    firm, node, chain = (
        find_enterprise(store, "stock:1"),
        find_node(store, "n"),
        find_chain(store, "c"),
    )
    assert firm is not None
    assert node is not None
    assert chain is not None
    (old,) = past.enterprises_as_of(store, [firm], then)
    assert (firm.size, firm.certifications, old.size, old.certifications) == (
        "large",
        ("A",),
        "small",
        (),
    )
    assert past.nodes_as_of(store, [node], then) == [
        ChainNode("n", "泵", "", NodeKind.PRODUCT, "office")
    ]
    assert past.chain_as_of(store, chain, then) == Chain(
        "c", "泵业", steward="市工信局", published=False, source="office"
    )
    assert past.enterprises_as_of(store, [firm], "") == [firm]


def test_it_is_told_how_far_back_a_record_reaches(store: Store, then: str) -> None:
    made = store.read("MATCH (e:Enterprise) RETURN e.made_in AS line")[0]["line"][:27]
    long_ago = "2000-01-01T00:00:00.000000Z"
    assert past.find_past(store, "Enterprise", "stock:1", long_ago).made == made
    assert past.find_past(store, "Enterprise", "stock:1", long_ago).beginning != ""
    assert past.find_past(store, "Enterprise", "stock:1", then) == PRESENT
    assert past.find_past(store, "Enterprise", "stock:1", "") == PRESENT


def test_an_export_of_a_day_holds_what_stood_then(store: Store, then: str) -> None:
    maps.save_enterprises(store, [{**FIRM, "code": "stock:2"}, {**FIRM, "code": "stock:3"}])
    ends = {"start": "stock:2", "end": "n"}
    maps.save_links(store, MAKES, [{**ends, **BEFORE}, {"start": "stock:1", "end": "n", **SINCE}])
    maps.save_links(store, IN_CHAIN, [{"start": "n", "end": "c", "stage": "midstream", **BEFORE}])
    day = Day("2021-01-01", then)
    # the second came later, but stands at a link of that day; the third does not
    assert [(row["code"], row["size"]) for row in stream_nodes(store, ENTERPRISE, day)] == [
        ("stock:1", "small"),
        ("stock:2", "small"),
    ]
    assert [row["start"] for row in stream_links(store, MAKES, day)] == ["stock:2"]
    assert len(list(stream_links(store, MAKES))) == 2
    assert len(list(stream_nodes(store, ENTERPRISE))) == 3
