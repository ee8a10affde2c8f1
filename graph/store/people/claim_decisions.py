"""Decisions about claims: the record, the account and the letter change together or not at all."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from graph.domain.claim import Claim, ClaimState
from graph.domain.clock import instant_text
from graph.domain.history.change import Change, ChangeKind
from graph.domain.letter import Letter
from graph.domain.sources import SELF
from graph.errors import Conflict, NotFound
from graph.schema import ENTERPRISE
from graph.store.bulk.node_changes import naming_of
from graph.store.connection import Store, Transaction
from graph.store.cypher.merging import former_codes as former_cypher
from graph.store.cypher.people import accounts as account_cypher
from graph.store.cypher.people import claims as cypher
from graph.store.history.changes import record_changes
from graph.store.post import letters


def approve(
    store: Store, claim: Claim, *, enterprise: str, by: str, letter: Letter, at: datetime
) -> str:
    """Let the applicant act for an enterprise and return its code; an empty code makes a record.

    The first to act for one is its owner, everybody after a member. Raises Conflict where the
    claim is decided, the person acts for one already, or credit codes disagree; NotFound.
    """
    now = instant_text(at)

    def work(transaction: Transaction) -> str:
        present = transaction.run(former_cypher.FIND, code=claim.new_code)
        known = enterprise or (present[0]["now"] if present else "")
        code = known or claim.new_code
        _decide(transaction, claim, ClaimState.APPROVED, by=by, now=now)
        if not known:
            _make_record(transaction, claim)
        _note_credit_code(transaction, code, claim.credit_code, now)
        _admit(transaction, claim, code, now)
        letters.post_within(transaction, letter)
        return code

    return store.transact(work)


def refuse(
    store: Store, claim: Claim, *, reason: str, by: str, letter: Letter, at: datetime
) -> None:
    """Turn a claim down with the reason. Raises Conflict where it is decided."""

    def work(transaction: Transaction) -> None:
        _decide(transaction, claim, ClaimState.REFUSED, by=by, now=instant_text(at), reason=reason)
        letters.post_within(transaction, letter)

    store.transact(work)


def _decide(
    transaction: Transaction,
    claim: Claim,
    state: ClaimState,
    *,
    by: str,
    now: str,
    reason: str = "",
) -> None:
    transaction.run(cypher.LOCK, id=claim.id, now=now)
    if not transaction.run(
        cypher.DECIDE, id=claim.id, state=state.value, reason=reason, by=by, now=now
    ):
        raise Conflict("这份申请已被撤回或处理，请刷新页面查看结果。")


def _make_record(transaction: Transaction, claim: Claim) -> None:
    told = {"name": claim.name, "kind": "company"}
    line = Change(ChangeKind.MADE, ENTERPRISE.name, claim.new_code, source=SELF, after=told)
    made_in = record_changes(transaction, [line])
    values = {**_new_record(claim), "made_in": made_in}
    transaction.run(cypher.MAKE_ENTERPRISE, code=claim.new_code, values=values)


def _new_record(claim: Claim) -> Mapping[str, Any]:
    names = {"name": claim.name}
    naming = naming_of(ENTERPRISE, claim.new_code, names)
    return {**names, **naming, "kind": "company", "source": SELF, "sources": [SELF]}


def _note_credit_code(transaction: Transaction, code: str, credit_code: str, now: str) -> None:
    """Keep the credit code beside another code, unless it belongs to another record."""
    locked = transaction.run(cypher.LOCK_ENTERPRISE, code=code, now=now)
    if not locked:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    known = locked[0]["credit_code"] or code.partition("uscc:")[2]
    if known and known != credit_code:
        raise Conflict("该企业登记的统一社会信用代码是 %(known)s，与申请不同。", known=known)
    if not known:
        told = {"credit_code": credit_code}
        line = Change(ChangeKind.CHANGED, ENTERPRISE.name, code, "", SELF, {}, told)
        record_changes(transaction, [line])
        transaction.run(cypher.SAVE_CREDIT_CODE, code=code, credit_code=credit_code)


def _admit(transaction: Transaction, claim: Claim, code: str, now: str) -> None:
    if not transaction.run(cypher.ADMIT, email=claim.email):
        raise Conflict("申请人的账号已代表一家企业。")
    transaction.run(cypher.MISS, id=claim.id)
    transaction.run(cypher.AIM, id=claim.id, enterprise=code)
    transaction.run(account_cypher.JOIN_ENTERPRISE, email=claim.email, enterprise=code, at=now)
