from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from graph.domain.clock import instant_text
from graph.domain.letter import LEASE_SECONDS, Letter, LetterState
from graph.errors import Conflict, NotFound
from graph.messages import message
from graph.store import Store
from graph.store.post import letters

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
LETTER = Letter(
    to="a@test.example", subject="您好", body="正文", key="k1", written_at=instant_text(NOON)
)
AWAY = message("连不上邮件服务器 %(server)s：%(detail)s", server="s:25", detail="refused")


def later(**passed: float) -> datetime:
    return NOON + timedelta(**passed)


def fail(store: Store, at: datetime, *, is_final: bool = False) -> None:
    (posted,) = letters.claim_due(store, holder="w", at=at)
    letters.mark_failed(store, posted, AWAY, is_final=is_final, holder="w", at=at)


def test_a_key_is_posted_once(store: Store) -> None:
    assert letters.post(store, LETTER)
    assert not letters.post(store, LETTER)
    (posted,) = letters.list_letters(store)
    assert (posted.letter, posted.state) == (LETTER, LetterState.WAITING)


def test_a_letter_waits_for_its_time(store: Store) -> None:
    timed = Letter(
        "a@test.example", "s", "b", "k2", instant_text(NOON), instant_text(later(hours=1))
    )
    letters.post(store, timed)
    assert letters.claim_due(store, holder="w", at=later(minutes=59)) == []
    assert len(letters.claim_due(store, holder="w", at=later(minutes=60))) == 1


def test_no_two_workers_take_one_letter(store: Store) -> None:
    for number in range(8):
        letters.post(store, Letter("a@test.example", "s", "b", f"k{number}", instant_text(NOON)))
    with ThreadPoolExecutor(4) as pool:
        taken = list(
            pool.map(
                lambda name: letters.claim_due(store, holder=name, at=NOON), ["a", "b", "c", "d"]
            )
        )
    keys = [posted.letter.key for each in taken for posted in each]
    assert sorted(keys) == [f"k{number}" for number in range(8)]


def test_a_dead_workers_letter_is_taken_over_and_not_marked_by_the_dead(store: Store) -> None:
    letters.post(store, LETTER)
    (first,) = letters.claim_due(store, holder="dead", at=NOON)
    heir = later(seconds=LEASE_SECONDS + 1)
    (second,) = letters.claim_due(store, holder="heir", at=heir)
    assert second.tries == 2
    letters.mark_sent(store, first, holder="dead", at=heir)
    assert letters.find_letter(store, "k1").state == LetterState.WAITING
    letters.mark_sent(store, second, holder="heir", at=heir)
    assert letters.find_letter(store, "k1").state == LetterState.SENT


def test_pauses_grow_and_a_day_of_failures_ends_but_keeps_it(store: Store) -> None:
    letters.post(store, LETTER)
    at, pauses = NOON, []
    while letters.find_letter(store, "k1").state == LetterState.WAITING:
        fail(store, at)
        due = letters.find_letter(store, "k1").due_at
        if due:
            pauses.append(datetime.fromisoformat(due) - at)
            at = datetime.fromisoformat(due)
    assert [pause.total_seconds() / 60 for pause in pauses[:8]] == [1, 3, 10, 30, 60, 120, 240, 240]
    kept = letters.find_letter(store, "k1")
    assert (kept.state, kept.error.template) == (LetterState.FAILED, AWAY.template)
    assert at - NOON >= timedelta(days=1)


def test_what_failed_can_be_sent_again_for_another_day(store: Store) -> None:
    letters.post(store, LETTER)
    fail(store, NOON, is_final=True)
    assert letters.claim_due(store, holder="w", at=later(days=2)) == []
    letters.send_again(store, "k1", at=later(days=2))
    fail(store, later(days=2))
    assert letters.find_letter(store, "k1").state == LetterState.WAITING


def test_what_is_sent_is_not_sent_again(store: Store) -> None:
    letters.post(store, LETTER)
    (posted,) = letters.claim_due(store, holder="w", at=NOON)
    with pytest.raises(Conflict):
        letters.send_again(store, "k1", at=NOON)
    letters.mark_sent(store, posted, holder="w", at=NOON)
    with pytest.raises(Conflict):
        letters.send_again(store, "k1", at=NOON)
    with pytest.raises(NotFound):
        letters.send_again(store, "unknown", at=NOON)


def test_failures_are_listed_first_and_sent_letters_forgotten(store: Store) -> None:
    for number in range(3):
        letters.post(store, Letter("a@test.example", "s", "b", f"k{number}", instant_text(NOON)))
    taken = {posted.letter.key: posted for posted in letters.claim_due(store, holder="w", at=NOON)}
    letters.mark_sent(store, taken["k0"], holder="w", at=NOON)
    letters.mark_failed(store, taken["k2"], AWAY, is_final=True, holder="w", at=NOON)
    assert [each.letter.key for each in letters.list_letters(store)] == ["k2", "k1", "k0"]
    assert letters.count_letters(store, state="failed") == 1
    letters.forget_old(store, at=later(days=91))
    assert [each.letter.key for each in letters.list_letters(store)] == ["k2", "k1"]
