"""Claims in the graph: filed, confirmed, withdrawn, listed; decisions are in claim_decisions."""

from datetime import datetime

from graph.domain.claim import Claim, ClaimState
from graph.domain.clock import instant_text
from graph.domain.letter import Letter
from graph.domain.one_time_link import LinkKind, OneTimeLink
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.map import enterprises as enterprise_cypher
from graph.store.cypher.people import claims as cypher
from graph.store.merging.former_codes import find_present_code
from graph.store.paging import read_page
from graph.store.people import one_time_links
from graph.store.post import letters

TEXTS = ("id", "credit_code", "name", "note", "reason", "filed_at", "decided_at", "decided_by")
NAMES = ("email", "person", "enterprise", "enterprise_name", "enterprise_name_en")


def file_claim(store: Store, claim: Claim, *, at: datetime) -> None:
    """File a claim of an applicant. Raises Conflict where one is open, NotFound as below."""

    def work(transaction: Transaction) -> None:
        file_within(transaction, claim, at=at)

    try:
        store.transact(work)
    except Conflict as error:
        raise Conflict("您已有一份认领申请在处理，请先撤回再提交新的。") from error


def file_within(transaction: Transaction, claim: Claim, *, at: datetime) -> None:
    """File a claim. Raises NotFound where the applicant or the claimed record is unknown."""
    filed = transaction.run(
        cypher.FILE,
        id=claim.id,
        email=claim.email,
        credit_code=claim.credit_code,
        name=claim.name,
        note=claim.note,
        now=instant_text(at),
    )
    if not filed:
        raise NotFound("没有邮箱为 %(email)s 的账号。", email=claim.email)
    if claim.enterprise and not transaction.run(
        cypher.AIM, id=claim.id, enterprise=claim.enterprise
    ):
        raise NotFound("没有编码为 %(code)s 的企业。", code=claim.enterprise)


def offer_confirmation(store: Store, link: OneTimeLink, letter: Letter, *, at: datetime) -> None:
    """Save a link that confirms an address together with the letter that carries it."""

    def work(transaction: Transaction) -> None:
        one_time_links.create_within(transaction, link, at=at)
        letters.post_within(transaction, letter)

    store.transact(work)


def confirm_address(store: Store, token_hash: str, *, at: datetime) -> str:
    """Confirm the address a link was mailed to, and show its claim to those who decide.

    Returns the address. Raises Gone where the link no longer opens.
    """
    now = instant_text(at)

    def work(transaction: Transaction) -> str:
        link = one_time_links.use_within(transaction, LinkKind.VERIFY, token_hash, at=at)
        transaction.run(cypher.VERIFY, email=link.email, now=now)
        transaction.run(cypher.PRESENT, email=link.email)
        return link.email

    return store.transact(work)


def withdraw(store: Store, email: str, claim_id: str, *, at: datetime) -> None:
    """Take one's own open claim back. Raises Conflict where it is decided or not one's own."""
    now = instant_text(at)

    def work(transaction: Transaction) -> list[Row]:
        transaction.run(cypher.LOCK, id=claim_id, now=now)
        return transaction.run(cypher.WITHDRAW, id=claim_id, email=email, now=now)

    if not store.transact(work):
        raise Conflict("这份申请已经处理，不能再撤回。")


def find_claim(store: Store, claim_id: str) -> Claim:
    """Return a claim. Raises NotFound."""
    row = store.read_one(cypher.FIND, id=claim_id)
    if row is None:
        raise NotFound("没有这份认领申请，可能已被移除。")
    return _claim(row)


def find_latest(store: Store, email: str) -> Claim | None:
    """Return the claim that a person filed last."""
    row = store.read_one(cypher.FIND_LATEST, email=email)
    return _claim(row) if row else None


def list_claims(store: Store, state: ClaimState, *, skip: int, limit: int) -> list[Claim]:
    """List claims of a state: those that wait longest first, decided ones latest first."""
    rows = read_page(
        store,
        cypher.LIST,
        lambda: count_claims(store, state),
        state=state.value,
        skip=skip,
        limit=limit,
    )
    found = [_claim(row) for row in rows]
    if state == ClaimState.WAITING:
        return sorted(found, key=lambda claim: (claim.filed_at, claim.id))
    return sorted(found, key=lambda claim: claim.decided_at, reverse=True)


def count_claims(store: Store, state: ClaimState) -> int:
    """Count claims of a state."""
    return store.read(cypher.COUNT, state=state.value)[0]["total"]


def list_joining(store: Store, enterprise: str) -> list[Claim]:
    """List claims that wait to act for an enterprise."""
    return [_claim(row) for row in store.read(cypher.LIST_JOINING, enterprise=enterprise)]


def list_codes_by_credit_code(store: Store, credit_code: str) -> list[str]:
    """List the records that bear a credit code, as their code or beside another one."""
    own = store.read(enterprise_cypher.FIND, code=f"uscc:{credit_code}")
    beside = store.read(cypher.LIST_BY_CREDIT_CODE, credit_code=credit_code)
    codes = [row["enterprise"]["code"] for row in own] + [row["code"] for row in beside]
    codes += filter(None, [find_present_code(store, f"uscc:{credit_code}")])
    return list(dict.fromkeys(codes))


def _claim(row: Row) -> Claim:
    stored = row["claim"]
    return Claim(
        **{name: stored[name] for name in TEXTS},
        **{name: row[name] or "" for name in NAMES},
        state=ClaimState(stored["state"]),
        owners=row["owners"],
    )
