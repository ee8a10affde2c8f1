from datetime import UTC, datetime, timedelta

import pytest

from graph.domain.account import Account, Membership, Role
from graph.domain.claim import Claim, ClaimState
from graph.domain.clock import instant_text
from graph.domain.letter import Letter
from graph.domain.one_time_link import LinkKind, LinkState
from graph.domain.session import LIFE, Session
from graph.errors import Conflict, Gone, NotFound
from graph.store import Store
from graph.store.bulk import maps
from graph.store.people import (
    accounts,
    claim_decisions,
    claims,
    members,
    one_time_links,
    password_resets,
    registrations,
    sessions,
)
from graph.store.post import letters

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
EMAIL = "li@test.example"
APPLICANT = Account(EMAIL, "李工", Role.APPLICANT)
CLAIM = Claim(id="c1", email=EMAIL, person="李工", credit_code="X1", name="甲厂")


def letter(key: str) -> Letter:
    return Letter(EMAIL, "您好", "正文", key, instant_text(NOON))


def register(store: Store, claim: Claim = CLAIM) -> None:
    link = one_time_links.new_link(LinkKind.VERIFY, "v1", EMAIL, created_by=EMAIL, at=NOON)
    registrations.register(
        store,
        APPLICANT,
        password_hash="hash",
        claim=claim,
        link=link,
        letter=letter("k1"),
        at=NOON,
    )


def found(store: Store) -> Account:
    account = accounts.find_account(store, EMAIL)
    assert account is not None
    return account


def save(store: Store, *names: str) -> None:
    rows = [{"code": f"name:{name}", "name": f"{name}厂", "source": "test"} for name in names]
    maps.save_enterprises(store, rows)


def test_a_registration_is_whole_or_nothing(store: Store) -> None:
    letters.post(store, letter("k1"))
    with pytest.raises(Conflict):
        register(store)
    assert accounts.list_accounts(store) == []
    assert claims.find_latest(store, EMAIL) is None
    with pytest.raises(Gone):
        one_time_links.find_open(store, LinkKind.VERIFY, "v1", at=NOON)


def test_a_claim_of_an_unknown_record_registers_nobody(store: Store) -> None:
    with pytest.raises(NotFound):
        register(store, Claim("c1", EMAIL, "李工", "X1", "甲厂", enterprise="name:无"))
    assert accounts.list_accounts(store) == []


def test_a_confirmed_claim_waits_and_is_approved_once(store: Store) -> None:
    register(store)
    assert claims.list_claims(store, ClaimState.WAITING, skip=0, limit=9) == []
    assert claims.confirm_address(store, "v1", at=NOON) == EMAIL
    (waiting,) = claims.list_claims(store, ClaimState.WAITING, skip=0, limit=9)
    assert (waiting.id, waiting.person, waiting.owners) == ("c1", "李工", 0)
    code = claim_decisions.approve(
        store, waiting, enterprise="", by="o@test.example", letter=letter("k2"), at=NOON
    )
    assert code == "uscc:X1"
    account = found(store)
    assert (account.role, account.enterprise) == (Role.ENTERPRISE, "uscc:X1")
    assert account.membership == Membership.OWNER
    with pytest.raises(Conflict):
        claim_decisions.refuse(
            store, waiting, reason="晚了", by="o@test.example", letter=letter("k3"), at=NOON
        )
    assert claims.find_claim(store, "c1").state == ClaimState.APPROVED
    assert letters.count_letters(store) == 2


def test_a_second_claim_needs_the_first_withdrawn(store: Store) -> None:
    save(store, "甲")
    register(store)
    second = Claim("c2", EMAIL, "李工", "X2", "甲厂", enterprise="name:甲")
    with pytest.raises(Conflict):
        claims.file_claim(store, second, at=NOON)
    claims.withdraw(store, EMAIL, "c1", at=NOON)
    with pytest.raises(Conflict):
        claims.withdraw(store, EMAIL, "c1", at=NOON)
    claims.file_claim(store, second, at=NOON + timedelta(1))
    latest = claims.find_latest(store, EMAIL)
    assert latest is not None
    assert (latest.id, latest.enterprise_name) == ("c2", "甲厂")
    claims.confirm_address(store, "v1", at=NOON)
    assert [claim.id for claim in claims.list_joining(store, "name:甲")] == ["c2"]


def test_a_credit_code_beside_another_code_is_found_and_guarded(store: Store) -> None:
    save(store, "甲")
    register(store)
    claims.confirm_address(store, "v1", at=NOON)
    store.write("MATCH (e:Enterprise {code: 'name:甲'}) SET e.credit_code = 'X9'")
    with pytest.raises(Conflict, match="X9"):
        claim_decisions.approve(
            store, CLAIM, enterprise="name:甲", by="o", letter=letter("k2"), at=NOON
        )
    assert found(store).role == Role.APPLICANT
    assert claims.find_claim(store, "c1").state == ClaimState.WAITING
    assert claims.list_codes_by_credit_code(store, "X9") == ["name:甲"]


def test_links_end_by_use_time_and_revocation(store: Store) -> None:
    save(store, "甲")
    for number, at in enumerate((NOON, NOON - timedelta(8))):
        link = one_time_links.new_link(
            LinkKind.INVITATION,
            f"i{number}",
            f"p{number}@test.example",
            created_by=EMAIL,
            at=at,
            enterprise="name:甲",
            membership=Membership.MEMBER,
        )
        members.invite(store, link, None, at=NOON)
    listed = one_time_links.list_invitations(store, "name:甲")
    now = instant_text(NOON)
    assert [link.state(now) for link in listed] == [LinkState.OPEN, LinkState.EXPIRED]
    with pytest.raises(NotFound):
        one_time_links.revoke(store, "name:乙", "i0", at=NOON)
    assert one_time_links.revoke(store, "name:甲", "i0", at=NOON) == "p0@test.example"
    with pytest.raises(Gone, match="已被撤销"):
        members.accept_as_new(store, "i0", APPLICANT, password_hash="hash", at=NOON)
    with pytest.raises(Gone, match="没有这个链接"):
        password_resets.use(store, "i1", "hash", at=NOON)
    assert accounts.list_accounts(store) == []


def test_people_come_and_go_but_an_owner_stays(store: Store) -> None:
    save(store, "甲")
    for name in ("a", "b"):
        account = Account(f"{name}@test.example", name, Role.ENTERPRISE, enterprise="name:甲")
        accounts.create_account(store, account, password_hash="hash", at=NOON)
    with pytest.raises(Conflict):
        members.remove(store, "name:甲", "a@test.example", at=NOON)
    members.hand_over(store, "name:甲", "a@test.example", "b@test.example", at=NOON)
    members.remove(store, "name:甲", "a@test.example", at=NOON)
    (left,) = members.list_members(store, "name:甲")
    assert (left.email, left.is_owner) == ("b@test.example", True)
    with pytest.raises(NotFound):
        members.hand_over(store, "name:甲", "b@test.example", "a@test.example", at=NOON)
    assert members.list_members(store, "name:甲") == [left]


def test_sessions_end_one_by_one_with_time_and_with_the_password(store: Store) -> None:
    accounts.create_account(
        store, Account(EMAIL, "李工", Role.ANALYST), password_hash="hash", at=NOON
    )
    for number in range(3):
        at = instant_text(NOON + timedelta(minutes=number))
        opened = Session(f"s{number}", "edge", "windows", at, at)
        sessions.open_session(store, EMAIL, opened, at=NOON)
    signed_in = sessions.find_signed_in(store, EMAIL, "s1", at=NOON)
    assert signed_in is not None
    assert (signed_in.account.email, signed_in.session.id) == (EMAIL, "s1")
    sessions.end_session(store, EMAIL, "s1")
    assert sessions.find_signed_in(store, EMAIL, "s1", at=NOON) is None
    with pytest.raises(NotFound):
        sessions.end_session(store, "other@test.example", "s0")
    sessions.end_others(store, EMAIL, "s2")
    assert [each.id for each in sessions.list_sessions(store, EMAIL, at=NOON)] == ["s2"]
    sessions.touch(store, "s2", at=NOON + LIFE)
    assert sessions.find_signed_in(store, EMAIL, "s2", at=NOON + LIFE + LIFE / 2)
    assert sessions.find_signed_in(store, EMAIL, "s2", at=NOON + 3 * LIFE) is None
    accounts.save_password(store, EMAIL, "another")
    assert sessions.find_signed_in(store, EMAIL, "s2", at=NOON + LIFE) is None
    sessions.forget_idle(store, at=NOON + 3 * LIFE)
    assert store.read("MATCH (s:Session) RETURN count(s) AS total") == [{"total": 0}]
