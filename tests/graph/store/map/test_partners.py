from datetime import UTC, datetime

from small_map import AT, save_enterprises, save_trades

from graph.domain.feedback import FeedbackKind, Judgement
from graph.store import Store
from graph.store.desk import feedback
from graph.store.map.partners import Past, find_past

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)


def past_of(store: Store, name: str, limit: int = 10) -> Past:
    return find_past(store, f"name:{name}", at=AT, limit=limit)


def test_the_past_names_partners_either_way_and_the_dismissed(store: Store) -> None:
    save_enterprises(store, "甲", "乙", "丙", "丁")
    save_trades(store, ("甲", "乙"), ("丙", "甲"), ("甲", "丙"))
    said = Judgement(FeedbackKind.DISMISSED, "name:甲", "name:丁", "a@test.example")
    feedback.judge(store, said, at=NOON)
    assert past_of(store, "甲") == Past(
        {"name:乙": {"customer"}, "name:丙": {"customer", "supplier"}}, frozenset({"name:丁"})
    )
    assert past_of(store, "丁") == past_of(store, "无") == Past({}, frozenset())
    assert len(past_of(store, "甲", limit=1).known) == 1
