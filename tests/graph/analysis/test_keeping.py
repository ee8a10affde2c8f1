"""The network as it is read from the graph, and the whole ranking on it."""

import pytest
from small_map import AT, save_hydraulics, save_trades

from graph.analysis.keeping import find_network
from graph.analysis.ranking import rank_map
from graph.domain.progress import silent
from graph.errors import Cancelled
from graph.messages import Message
from graph.store import Store
from graph.store.map.search import save_mark


def test_the_network_is_read_from_the_graph(store: Store) -> None:
    save_hydraulics(store)
    save_trades(store, ("铸造厂", "泵厂"))
    network = find_network(store, AT)
    assert network.uses == {
        "test:铸件": ("test:液压泵",),
        "test:液压泵": ("test:挖掘机",),
        "test:平衡项目": ("test:液压泵",),
    }
    assert network.shares["test:液压泵"] == {"name:泵业": 0.5, "name:泵厂": 0.5}
    assert "name:液压所" not in network.makes
    assert network.suppliers == {"name:泵厂": {"": ("name:铸造厂",)}}
    assert "test:精密铸件" in {other for other, _ in network.substitutes["test:铸件"]}


def test_it_is_read_again_when_the_mark_or_the_day_changes(store: Store) -> None:
    save_hydraulics(store)
    save_mark(store, "one")
    first = find_network(store, AT)
    assert find_network(store, AT) is first
    assert find_network(store, "2019-01-01").shares == {}
    second = find_network(store, AT)
    save_mark(store, "two")
    assert find_network(store, AT) is not second


def test_a_ranking_is_told_with_names(store: Store) -> None:
    save_hydraulics(store)
    found = rank_map(store, AT, silent)
    assert (found["at"], found["makers"]) == (AT, 6)
    assert [row["name"] for row in found["nodes"]] == [
        "平衡项目",
        "液压泵",
        "铸件",  # 精密铸件 covers most of it
    ]
    assert found["products"]["vertices"] == 4
    assert found["products"]["central"][0]["code"] == "test:液压泵"


def test_a_ranking_stops_where_it_is_cancelled(store: Store) -> None:
    save_hydraulics(store)
    seen = []

    def stop(done: int, total: int, note: Message) -> None:
        seen.append(note.template)
        if note.template == "逐个移除节点，计算影响":
            raise Cancelled

    with pytest.raises(Cancelled):
        rank_map(store, AT, stop)
    assert seen[-1] == "逐个移除节点，计算影响"
