"""Who learns of a claim that waits: those who review, and the owners of the enterprise."""

from datetime import datetime

from graph.domain.account import Role
from graph.domain.claim import ClaimState
from graph.domain.notice import Notice, NoticeKind
from graph.messages import message
from graph.store import Store
from graph.store.people import claims, members
from graph.store.post import notices

DECIDE = (Role.ORGANIZER, Role.ADMINISTRATOR)


def tell_who_decides(store: Store, email: str, now: datetime) -> None:
    """Leave a notice about the claim that a person filed last, if it waits for a decision."""
    claim = claims.find_latest(store, email)
    if claim is None or claim.state != ClaimState.WAITING:
        return
    notice = Notice(
        NoticeKind.MEMBER,
        message(
            "%(person)s 申请代表“%(enterprise)s”，等待审核。",
            person=claim.person,
            enterprise=claim.name,
        ),
        f"/claims/{claim.id}",
        f"claim:{claim.id}",
    )
    notices.notify_roles(store, DECIDE, notice, at=now)
    people = members.list_members(store, claim.enterprise) if claim.owners else []
    notices.notify(store, [each.email for each in people if each.is_owner], notice, at=now)
