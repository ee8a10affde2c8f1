from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from graph.domain.account import Account, Role
from graph.domain.notice import DEFAULTS, KeptNotice, MailChoice, Notice, NoticeKind
from graph.domain.recommendation import Place
from graph.errors import Conflict, NotFound
from graph.messages import message
from graph.store import Store
from graph.store.people import accounts
from graph.store.post import notices

NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)
ANN, BEN, OLD = "ann@test.example", "ben@test.example", "old@test.example"
WORDS = message("%(name)s请求与贵企业对接。", name=Place("name:乙", "乙", "B"))
ASKED = Notice(NoticeKind.REQUEST, WORDS, "/requests/1", "request:1:sent")
BULLETIN = Notice(NoticeKind.BULLETIN, message("月通报已发布。"), "/bulletins", "bulletin:2026-10")


def save_people(store: Store) -> None:
    store.write("CREATE (:Enterprise {code: 'name:甲', name: '甲', source: 'test'})")
    for email, role, enterprise in (
        (ANN, Role.ENTERPRISE, "name:甲"),
        (BEN, Role.ENTERPRISE, "name:甲"),
        (OLD, Role.ENTERPRISE, "name:甲"),
        ("org@test.example", Role.ORGANIZER, ""),
    ):
        account = Account(email, email, role, enterprise=enterprise)
        accounts.create_account(store, account, password_hash="x", at=NOON)
    accounts.save_active(store, OLD, active=False)


def inbox(store: Store, reader: str = ANN, **asked: object) -> list[KeptNotice]:
    found = notices.list_notices(store, reader, skip=0, limit=10, **asked)  # type: ignore[arg-type]
    assert notices.count_notices(store, reader, **asked) == len(found)  # type: ignore[arg-type]
    return found


def test_everybody_who_acts_for_an_enterprise_is_told(store: Store) -> None:
    save_people(store)
    assert notices.notify_enterprise(store, "name:甲", ASKED, at=NOON) == 2
    assert [(each.reader, each.notice) for each in (*inbox(store), *inbox(store, BEN))] == [
        (ANN, ASKED),
        (BEN, ASKED),
    ]
    assert inbox(store, OLD) == []
    assert inbox(store, "org@test.example") == []


def test_roles_are_told(store: Store) -> None:
    save_people(store)
    told = notices.notify_roles(store, (Role.ORGANIZER, Role.ADMINISTRATOR), BULLETIN, at=NOON)
    assert told == 1
    assert [each.notice for each in inbox(store, "org@test.example")] == [BULLETIN]


def test_the_same_key_while_unread_is_one_notice(store: Store) -> None:
    save_people(store)
    notices.notify(store, [ANN], ASKED, at=NOON)
    again = replace(ASKED, message=message("又一次。"))
    notices.notify(store, [ANN, ANN], again, at=LATER)
    (kept,) = inbox(store)
    assert (kept.notice, kept.count, kept.created_at < kept.renewed_at) == (again, 2, True)
    notices.mark_read(store, ANN, kept.id, at=LATER)
    notices.notify(store, [ANN], ASKED, at=LATER)
    assert [each.is_read for each in sorted(inbox(store), key=lambda each: each.created_at)] == [
        True,
        False,
    ]


@pytest.mark.parametrize("total", [1, 3])
def test_pages_kinds_and_unread(store: Store, total: int) -> None:
    save_people(store)
    for number in range(total):
        notice = replace(ASKED, key=f"request:{number}", path=f"/requests/{number}")
        notices.notify(store, [ANN], notice, at=NOON + timedelta(minutes=number))
    notices.notify(store, [ANN], BULLETIN, at=NOON - timedelta(minutes=1))
    shown = notices.list_notices(store, ANN, skip=0, limit=1)
    assert [each.notice.path for each in shown] == [f"/requests/{total - 1}"]
    assert len(inbox(store)) == total + 1
    assert len(inbox(store, kind="request", only_unread=True)) == total
    assert notices.count_unread_kinds(store, ANN) == {"request": total, "bulletin": 1}
    assert notices.count_unread(store, ANN) == total + 1
    assert notices.mark_all_read(store, ANN, kind="request", at=LATER) == total
    assert notices.count_unread(store, ANN) == 1
    assert notices.mark_all_read(store, ANN, at=LATER) == 1
    assert notices.mark_all_read(store, ANN, at=LATER) == 0
    assert len(inbox(store)) == total + 1
    assert inbox(store, only_unread=True) == []


def test_nobody_reads_for_another(store: Store) -> None:
    save_people(store)
    notices.notify(store, [ANN], ASKED, at=NOON)
    (kept,) = inbox(store)
    notices.mark_read(store, BEN, kept.id, at=LATER)
    assert notices.count_unread(store, ANN) == 1
    with pytest.raises(NotFound, match="没有这条通知"):
        notices.find_notice(store, BEN, kept.id)
    assert notices.find_notice(store, ANN, kept.id) == kept


def test_two_at_one_moment_are_one_notice(store: Store) -> None:
    save_people(store)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: notices.notify(store, [ANN, BEN], ASKED, at=NOON), range(8)))
    assert [each.count for each in (*inbox(store), *inbox(store, BEN))] == [8, 8]


def test_a_notice_stands_or_falls_with_what_it_tells_of(store: Store) -> None:
    save_people(store)

    def fail(transaction: object) -> None:
        notices.notify_within(transaction, "name:甲", ASKED, at=NOON)  # type: ignore[arg-type]
        raise Conflict

    with pytest.raises(Conflict):
        store.transact(fail)
    assert inbox(store) == []
    store.transact(lambda one: notices.notify_within(one, "name:甲", ASKED, at=NOON))
    assert len(inbox(store)) == 1


def test_choices_follow_the_defaults_until_somebody_chooses(store: Store) -> None:
    save_people(store)
    assert notices.find_choices(store, ANN) == DEFAULTS
    chosen = {**DEFAULTS, NoticeKind.REQUEST: MailChoice.NEVER}
    notices.save_choices(store, ANN, chosen)
    assert notices.find_choices(store, ANN) == chosen
    assert notices.read_choices(["request:daily", "later:never"]) == {
        **DEFAULTS,
        NoticeKind.REQUEST: MailChoice.DAILY,
    }
    with pytest.raises(NotFound):
        notices.save_choices(store, "nobody@test.example", chosen)


def test_what_was_read_long_ago_is_forgotten(store: Store) -> None:
    save_people(store)
    notices.notify(store, [ANN], ASKED, at=NOON)
    notices.notify(store, [ANN], BULLETIN, at=NOON)
    notices.mark_read(store, ANN, inbox(store, kind="bulletin")[0].id, at=NOON)
    notices.forget_old(store, at=NOON + timedelta(days=181))
    assert [each.notice for each in inbox(store)] == [ASKED]


def test_how_many_of_a_kind_since(store: Store) -> None:
    save_people(store)
    notices.notify(store, [ANN], ASKED, at=NOON)
    notices.notify(store, [ANN], BULLETIN, at=NOON)
    assert notices.count_since(store, ANN, NoticeKind.REQUEST, NOON) == 1
    assert notices.count_since(store, ANN, NoticeKind.REQUEST, LATER) == 0
