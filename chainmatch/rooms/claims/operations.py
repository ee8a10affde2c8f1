"""Deciding about claims."""

from datetime import datetime

from chainmatch import audit
from chainmatch.background.map_refresh import ask_for_refresh
from chainmatch.rooms.claims.letters import approval_letter, refusal_letter
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.claim import Claim, ClaimState
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.people import claim_decisions, claims

NEW = "new"
"""Stands for a record that is to be made, where a record is chosen."""


def find_for(store: Store, actor: Account, claim_id: str) -> Claim:
    """Return a claim that this person may decide about. Raises NotFound for any other.

    Owners see who wants to join their own enterprise; nobody sees an unconfirmed address.
    """
    claim = claims.find_claim(store, claim_id)
    is_own = actor.is_owner and claim.enterprise == actor.enterprise
    if claim.state == ClaimState.UNVERIFIED or not (actor.can_review or is_own):
        raise NotFound("没有这份认领申请，可能已被移除。")
    return claim


def approve(store: Store, *, actor: Account, claim_id: str, record: str, now: datetime) -> None:
    """Let the applicant act for the record chosen (NEW makes one). Raises Conflict, NotFound.

    An owner can only let people join the own enterprise.
    """
    claim = find_for(store, actor, claim_id)
    if not actor.can_review:
        record = actor.enterprise
    if not record:
        raise Conflict("请先选择申请人代表的是哪一家企业。")
    code = claim_decisions.approve(
        store,
        claim,
        enterprise="" if record == NEW else record,
        by=actor.email,
        letter=approval_letter(store, claim, now),
        at=now,
    )
    ask_for_refresh(store, created_by=actor.email, at=now)
    audit.record(
        store,
        actor=actor,
        verb=Verb.CLAIM_APPROVED,
        subject=claim.email,
        after={"enterprise": code},
        at=now,
    )


def refuse(store: Store, *, actor: Account, claim_id: str, reason: str, now: datetime) -> None:
    """Turn a claim down. Raises Conflict where it is decided, NotFound."""
    claim = find_for(store, actor, claim_id)
    letter = refusal_letter(store, claim, reason, now)
    claim_decisions.refuse(store, claim, reason=reason, by=actor.email, letter=letter, at=now)
    audit.record(
        store,
        actor=actor,
        verb=Verb.CLAIM_REFUSED,
        subject=claim.email,
        after={"enterprise": claim.enterprise or claim.name, "reason": reason},
        at=now,
    )
