"""Mail of the claims room."""

from datetime import datetime

from chainmatch.mail.writing import write_letter
from graph.domain.claim import Claim
from graph.domain.letter import Letter
from graph.messages import Message, message
from graph.store import Store
from graph.store.people import accounts


def approval_letter(store: Store, claim: Claim, now: datetime) -> Letter:
    """Write that the claim is granted."""
    body = message(
        "%(name)s，您好：\n\n您认领“%(enterprise)s”的申请已通过，现在可以登录使用：\n\n{link}",
        name=claim.person,
        enterprise=claim.name,
    )
    return _letter(store, claim, message("企业认领已通过"), body, "approved", "/", now)


def refusal_letter(store: Store, claim: Claim, reason: str, now: datetime) -> Letter:
    """Write that the claim is turned down, and why."""
    body = message(
        "%(name)s，您好：\n\n您认领“%(enterprise)s”的申请没有通过。原因：\n\n%(reason)s\n\n可以登录后修改并重新提交：\n\n{link}",
        name=claim.person,
        enterprise=claim.name,
        reason=reason,
    )
    return _letter(store, claim, message("企业认领未通过"), body, "refused", "/claim", now)


def _letter(
    store: Store,
    claim: Claim,
    subject: Message,
    body: Message,
    what: str,
    path: str,
    now: datetime,
) -> Letter:
    account = accounts.find_account(store, claim.email)
    return write_letter(
        store,
        to=claim.email,
        locale=account.locale if account else "zh",
        subject=subject,
        body=body,
        key=f"claim:{claim.id}:{what}",
        at=now,
        path=path,
    )
