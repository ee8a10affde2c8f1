from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from chainmatch.background.rounds import Round, Watchman
from chainmatch.config import Config
from chainmatch.rooms.notices.mailing import ROUNDS, mail_due
from graph.domain.account import Account, Role
from graph.domain.clock import instant_text
from graph.domain.letter import Letter
from graph.domain.notice import DEFAULTS, MailChoice, Notice, NoticeKind
from graph.messages import message
from graph.store import Store
from graph.store.people import accounts
from graph.store.post import letters, notices
from graph.store.work import rounds

EVENING = datetime(2026, 11, 23, 12, tzinfo=UTC)
"""20:00 in Shanghai."""
NIGHT = EVENING + timedelta(hours=9)
MORNING = EVENING + timedelta(hours=12, minutes=5)
ANN = "ann@test.example"
PAUSE = timedelta(minutes=2)


@pytest.fixture
def ann(store: Store) -> str:
    account = Account(ANN, "安", Role.ANALYST)
    accounts.create_account(store, account, password_hash="x", at=EVENING)
    return ANN


def tell(
    store: Store, number: int, kind: NoticeKind = NoticeKind.REQUEST, at: datetime = EVENING
) -> None:
    words = message("第 %(row)s 行", row=number)
    notices.notify(store, [ANN], Notice(kind, words, f"/requests/{number}", f"n:{number}"), at=at)


def mailed(store: Store, config: Config, at: datetime) -> list[Letter]:
    """Return the letters that are posted when mail is due, first those of before."""
    mail_due(store, config, at)
    posted = [each.letter for each in letters.list_letters(store)]
    return sorted(posted, key=lambda letter: letter.written_at)


def test_what_happens_together_comes_in_one_letter(store: Store, config: Config, ann: str) -> None:
    tell(store, 1)
    assert mailed(store, config, EVENING + timedelta(minutes=1)) == []
    tell(store, 2, at=EVENING + timedelta(minutes=1))
    (letter,) = mailed(store, config, EVENING + PAUSE)
    assert (letter.to, letter.path) == (ANN, "/notices")
    assert letter.subject.startswith("2 条新通知 · ")
    assert [line[:8] for line in letter.body.split("\n") if line.startswith("·")] == [
        "· 第 1 行（",
        "· 第 2 行（",
    ]
    assert mailed(store, config, EVENING + PAUSE * 9) == [letter]


def test_one_notice_is_the_subject_and_leads_to_its_page(
    store: Store, config: Config, ann: str
) -> None:
    tell(store, 7)
    (letter,) = mailed(store, config, EVENING + PAUSE)
    assert letter.subject.startswith("第 7 行 · ")
    assert letter.path == "/requests/7"
    (kept,) = notices.list_notices(store, ANN, skip=0, limit=9)
    assert kept.mailed_at == instant_text(EVENING + PAUSE)


def test_the_digest_comes_once_a_day(store: Store, config: Config, ann: str) -> None:
    tell(store, 1, NoticeKind.BULLETIN)
    first = mailed(store, config, EVENING)
    assert [letter.subject[:5] for letter in first] == ["第 1 行"]
    tell(store, 2, NoticeKind.BULLETIN)
    assert mailed(store, config, EVENING + PAUSE) == first
    assert mailed(store, config, NIGHT) == first
    assert [letter.subject[:5] for letter in mailed(store, config, MORNING)] == [
        "第 1 行",
        "第 2 行",
    ]


def test_what_was_read_is_not_mailed(store: Store, config: Config, ann: str) -> None:
    tell(store, 1)
    notices.mark_all_read(store, ANN, at=EVENING)
    assert mailed(store, config, EVENING + PAUSE) == []


def test_who_wants_no_mail_gets_none_later_either(store: Store, config: Config, ann: str) -> None:
    notices.save_choices(store, ANN, {**DEFAULTS, NoticeKind.REQUEST: MailChoice.NEVER})
    tell(store, 1)
    assert mailed(store, config, MORNING) == []
    notices.save_choices(store, ANN, DEFAULTS)
    assert mailed(store, config, MORNING) == []
    assert notices.count_unread(store, ANN) == 1


def test_a_closed_account_gets_no_mail(store: Store, config: Config, ann: str) -> None:
    tell(store, 1)
    accounts.save_active(store, ANN, active=False)
    assert mailed(store, config, MORNING) == []


def test_mail_is_in_the_reader_s_language(store: Store, config: Config, ann: str) -> None:
    accounts.save_locale(store, ANN, "en")
    tell(store, 1)
    tell(store, 2)
    (letter,) = mailed(store, config, EVENING + PAUSE)
    assert letter.subject.startswith("2 new notices · ")


def test_two_workers_make_one_letter(store: Store, config: Config, ann: str) -> None:
    for number in range(5):
        tell(store, number)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda _: mail_due(store, config, EVENING + PAUSE), range(4)))
    assert letters.count_letters(store) == 1


def test_each_round_is_made_once_by_whoever_comes_first(store: Store, config: Config) -> None:
    made = []
    kind = Round("test", timedelta(minutes=10), lambda store, config, at: made.append(at))
    at = [EVENING]
    watchmen = [Watchman(store, config, (kind,), lambda: at[0]) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda each: each.make_due(kind), watchmen)).count(True) == 1
    at[0] = EVENING + timedelta(minutes=9)
    assert not watchmen[0].make_due(kind)
    at[0] = EVENING + timedelta(minutes=10)
    assert watchmen[1].make_due(kind)
    assert made == [EVENING, EVENING + timedelta(minutes=10)]


def test_the_rounds_have_names_of_their_own(store: Store) -> None:
    assert len({kind.name for kind in ROUNDS}) == len(ROUNDS)
    assert rounds.take_turn(store, "a", every=PAUSE, at=EVENING)
    assert rounds.take_turn(store, "b", every=PAUSE, at=EVENING)
    assert not rounds.take_turn(store, "a", every=PAUSE, at=EVENING)
