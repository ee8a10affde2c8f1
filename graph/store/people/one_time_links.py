"""One-time links in the graph: used once, within their time, or told why not."""

from dataclasses import asdict
from datetime import datetime

from graph.domain.clock import instant_text
from graph.domain.one_time_link import KEPT, LIFE, LinkKind, LinkState, OneTimeLink
from graph.errors import Gone, NotFound
from graph.messages import message
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.people import one_time_links as cypher

ENDED = {
    LinkState.USED: message("这个链接已经用过，每个链接只能用一次。"),
    LinkState.REVOKED: message("这个链接已被撤销，或已被更新的链接代替。"),
    LinkState.EXPIRED: message("这个链接已过期。"),
}
UNKNOWN = message("没有这个链接，请核对地址是否复制完整。")


def new_link(
    kind: LinkKind,
    token_hash: str,
    email: str,
    *,
    created_by: str,
    at: datetime,
    enterprise: str = "",
    membership: str = "",
) -> OneTimeLink:
    """Describe a link that begins its life now."""
    return OneTimeLink(
        id=token_hash,
        kind=kind,
        email=email,
        created_by=created_by,
        created_at=instant_text(at),
        expires_at=instant_text(at + LIFE[kind]),
        enterprise=enterprise,
        membership=membership,
    )


def create_within(transaction: Transaction, link: OneTimeLink, *, at: datetime) -> None:
    """Save a new link; earlier ones to this address for the same purpose end.

    Invitations of different enterprises stand beside each other. Raises NotFound: no enterprise.
    """
    transaction.run(cypher.FORGET_OLD, before=instant_text(at - KEPT))
    values = asdict(link)
    transaction.run(cypher.CREATE, **values)
    if link.kind != LinkKind.INVITATION:
        transaction.run(cypher.REVOKE_EARLIER, **values)
        return
    if not transaction.run(cypher.TIE, **values):
        raise NotFound("没有编码为 %(code)s 的企业。", code=link.enterprise)
    transaction.run(cypher.REVOKE_EARLIER_INVITATIONS, **values)


def find_open(store: Store, kind: LinkKind, token_hash: str, *, at: datetime) -> OneTimeLink:
    """Return a link that can still be used. Raises Gone in words."""
    row = store.read_one(cypher.FIND, id=token_hash)
    return _checked(row, kind, at)


def use_within(
    transaction: Transaction, kind: LinkKind, token_hash: str, *, at: datetime
) -> OneTimeLink:
    """Use a link up, together with what it opens. Raises Gone in words."""
    now = instant_text(at)
    transaction.run(cypher.LOCK, id=token_hash, now=now)
    used = transaction.run(cypher.USE, id=token_hash, kind=kind.value, now=now)
    if used:
        return _link(used[0])
    found = transaction.run(cypher.FIND, id=token_hash)
    return _checked(found[0] if found else None, kind, at)


def list_invitations(store: Store, enterprise: str) -> list[OneTimeLink]:
    """List the invitations to act for an enterprise, the latest first."""
    return [_link(row) for row in store.read(cypher.LIST_INVITATIONS, enterprise=enterprise)]


def revoke(store: Store, enterprise: str, link_id: str, *, at: datetime) -> str:
    """End an open invitation of an enterprise; return its address. Raises NotFound."""
    rows = store.write(cypher.REVOKE, id=link_id, enterprise=enterprise, now=instant_text(at))
    if not rows:
        raise NotFound("没有这份邀请，可能已被使用或撤销。")
    return rows[0]["email"]


def _checked(row: Row | None, kind: LinkKind, at: datetime) -> OneTimeLink:
    link = _link(row) if row else None
    if link is None or link.kind != kind:
        raise Gone(UNKNOWN.template)
    state = link.state(instant_text(at))
    if state != LinkState.OPEN:
        raise Gone(ENDED[state].template)
    return link


def _link(row: Row) -> OneTimeLink:
    stored = row["link"]
    names = ("id", "email", "membership", "created_by", "created_at", "expires_at")
    ends = ("used_at", "revoked_at")
    return OneTimeLink(
        kind=LinkKind(stored["kind"]),
        **{name: stored[name] for name in (*names, *ends)},
        enterprise=row["enterprise"] or "",
        enterprise_name=row["enterprise_name"] or "",
        enterprise_name_en=row["enterprise_name_en"] or "",
    )
