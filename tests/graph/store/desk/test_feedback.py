from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from small_chain import save_chain, save_makers

from graph.domain.feedback import (
    MOST_FAVOURITES,
    DismissReason,
    FeedbackKind,
    Judgement,
    MarkedPartner,
    Shown,
)
from graph.errors import Conflict
from graph.store import Store
from graph.store.desk import feedback

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
SHOWN = Shown("supplier", "rules-1", 3)


def judge(store: Store, kind: FeedbackKind, partner: str = "name:乙", *, seconds: int = 0) -> bool:
    reason = DismissReason.TOO_FAR.value if kind == FeedbackKind.DISMISSED else ""
    said = Judgement(kind, "name:甲", partner, "a@test.example", SHOWN, reason)
    return feedback.judge(store, said, at=NOON + timedelta(seconds=seconds))


def save_map(store: Store, *names: str) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙", "丙", *names)


def codes(marked: list[MarkedPartner]) -> list[str]:
    return [each.code for each in marked]


def test_favourites_are_listed_latest_first(store: Store) -> None:
    save_map(store)
    assert judge(store, FeedbackKind.FAVOURED)
    assert judge(store, FeedbackKind.FAVOURED, "name:丙", seconds=1)
    assert feedback.list_favourites(store, "name:甲") == [
        MarkedPartner("name:丙", "丙", "", "a@test.example", "2026-11-23T04:00:01.000000Z"),
        MarkedPartner("name:乙", "乙", "", "a@test.example", "2026-11-23T04:00:00.000000Z"),
    ]
    assert feedback.list_favourites(store, "name:乙") == []
    assert judge(store, FeedbackKind.UNFAVOURED, "name:丙")
    assert codes(feedback.list_favourites(store, "name:甲")) == ["name:乙"]


def test_who_is_dismissed_leaves_the_favourites_and_may_come_back(store: Store) -> None:
    save_map(store)
    judge(store, FeedbackKind.FAVOURED)
    assert judge(store, FeedbackKind.DISMISSED)
    assert feedback.list_favourites(store, "name:甲") == []
    (dismissed,) = feedback.list_dismissed(store, "name:甲")
    assert (dismissed.code, dismissed.reason) == ("name:乙", "too-far")
    assert judge(store, FeedbackKind.RESTORED)
    assert feedback.list_dismissed(store, "name:甲") == []


def test_every_judgement_is_recorded_with_the_rank_that_was_shown(store: Store) -> None:
    save_map(store)
    judge(store, FeedbackKind.FAVOURED)
    judge(store, FeedbackKind.DISMISSED, seconds=1)
    said = [Judgement(FeedbackKind.FAVOURED, "name:甲", "name:乙", "a@test.example", SHOWN)]
    last = Judgement(
        FeedbackKind.DISMISSED, "name:甲", "name:乙", "a@test.example", SHOWN, "too-far"
    )
    assert feedback.list_records(store) == [*said, last]


def test_the_same_judgement_again_changes_nothing(store: Store) -> None:
    save_map(store)
    with ThreadPoolExecutor(4) as pool:
        asked = list(pool.map(lambda _: judge(store, FeedbackKind.FAVOURED), range(4)))
    assert sorted(asked) == [False, False, False, True]
    assert len(feedback.list_records(store)) == 1
    assert not judge(store, FeedbackKind.RESTORED)


def test_nobody_judges_itself_or_nobody(store: Store) -> None:
    save_map(store)
    assert not judge(store, FeedbackKind.FAVOURED, "name:甲")
    assert not judge(store, FeedbackKind.FAVOURED, "name:无")
    assert feedback.list_records(store) == []


def test_the_shortlist_is_bounded(store: Store) -> None:
    names = [f"厂{number:03}" for number in range(MOST_FAVOURITES)]
    save_map(store, *names)
    store.write(
        "MATCH (a:Enterprise {code: 'name:甲'}) MATCH (p:Enterprise) WHERE p.name STARTS WITH '厂'"
        " CREATE (a)-[:FAVOURS {by: 'a', at: 'b'}]->(p)"
    )
    with pytest.raises(Conflict, match="最多 200 家"):
        judge(store, FeedbackKind.FAVOURED)
