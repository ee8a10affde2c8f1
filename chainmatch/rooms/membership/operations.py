"""Inviting, joining, leaving; owners do it for their own enterprise, administrators for any."""

from datetime import datetime

from chainmatch import audit
from chainmatch.config import Config
from chainmatch.people import identity
from chainmatch.people.one_time_links import address_of, hash_of, make_seed, token_of
from chainmatch.rooms.membership.letters import invitation_letter
from graph.domain.account import Account, Membership, Role
from graph.domain.audit import Verb
from graph.domain.clock import instant_text
from graph.domain.enterprise import Enterprise
from graph.domain.one_time_link import LinkKind, LinkState, OneTimeLink
from graph.errors import Conflict, Forbidden, NotFound
from graph.store import Store
from graph.store.map import enterprises
from graph.store.people import accounts, members, one_time_links

MOST_OPEN = 20
PATH = "/invitations"


def check_can_manage(actor: Account, enterprise: str) -> None:
    """Refuse whoever neither owns the enterprise nor administers the site. Raises Forbidden."""
    if not (actor.can_administer or (actor.is_owner and actor.enterprise == enterprise)):
        raise Forbidden("只有这家企业的负责人和平台管理员能管理成员。")


def find_managed(store: Store, actor: Account, code: str) -> Enterprise:
    """Return the enterprise whose people the actor manages. Raises Forbidden, NotFound."""
    check_can_manage(actor, code)
    found = enterprises.find_enterprise(store, code)
    if found is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    return found


def invite(
    store: Store,
    config: Config,
    *,
    actor: Account,
    enterprise: str,
    email: str,
    membership: Membership,
    by_mail: bool,
    now: datetime,
) -> str:
    """Invite a person and return the address of the link, which is shown once.

    An earlier invitation of the same address ends. Raises Forbidden, Conflict where the address
    belongs to somebody who acts for an enterprise or the site, or too many are open.
    """
    record = find_managed(store, actor, enterprise)
    _check_can_be_invited(store, enterprise, email, now)
    seed = make_seed()
    link = one_time_links.new_link(
        LinkKind.INVITATION,
        hash_of(token_of(config, seed)),
        email,
        created_by=actor.email,
        at=now,
        enterprise=enterprise,
        membership=membership.value,
    )
    letter = invitation_letter(store, actor, record, link, seed, now) if by_mail else None
    members.invite(store, link, letter, at=now)
    _record(store, actor, Verb.MEMBER_INVITED, email, enterprise, membership.value, now)
    return address_of(config, PATH, seed)


def revoke(store: Store, *, actor: Account, enterprise: str, link_id: str, now: datetime) -> None:
    """End an open invitation. Raises Forbidden, NotFound."""
    check_can_manage(actor, enterprise)
    email = one_time_links.revoke(store, enterprise, link_id, at=now)
    _record(store, actor, Verb.INVITATION_REVOKED, email, enterprise, "", now)


def change(
    store: Store,
    *,
    actor: Account,
    enterprise: str,
    email: str,
    membership: Membership,
    now: datetime,
) -> None:
    """Make somebody owner or member. Raises Forbidden, NotFound, Conflict for the last owner."""
    check_can_manage(actor, enterprise)
    members.set_membership(store, enterprise, email, membership, at=now)
    _record(store, actor, Verb.MEMBER_CHANGED, email, enterprise, membership.value, now)


def hand_over(store: Store, *, actor: Account, email: str, now: datetime) -> None:
    """Make another person owner in one's own place. Raises Forbidden, NotFound."""
    check_can_manage(actor, actor.enterprise)
    members.hand_over(store, actor.enterprise, actor.email, email, at=now)
    owner = Membership.OWNER.value
    _record(store, actor, Verb.MEMBER_CHANGED, email, actor.enterprise, owner, now)


def remove(store: Store, *, actor: Account, enterprise: str, email: str, now: datetime) -> None:
    """Let somebody no longer act for the enterprise. Raises as ``change`` does."""
    check_can_manage(actor, enterprise)
    members.remove(store, enterprise, email, at=now)
    _record(store, actor, Verb.MEMBER_REMOVED, email, enterprise, "", now)


def leave(store: Store, *, actor: Account, now: datetime) -> None:
    """Stop acting for one's own enterprise. Raises Conflict for the last owner."""
    members.remove(store, actor.enterprise, actor.email, at=now)
    _record(store, actor, Verb.MEMBER_REMOVED, actor.email, actor.enterprise, "", now)


def find_invitation(store: Store, *, token: str, now: datetime) -> OneTimeLink:
    """Return an invitation that can still be accepted. Raises Gone."""
    return one_time_links.find_open(store, LinkKind.INVITATION, hash_of(token), at=now)


def join_as_new(
    store: Store, *, token: str, name: str, password: str, locale: str, now: datetime
) -> None:
    """Accept an invitation with a new account. Raises BadInput, Gone, Conflict."""
    identity.check_password(password)
    link = find_invitation(store, token=token, now=now)
    account = Account(link.email, name, Role.APPLICANT, locale)
    made = identity.make_hash(password)
    members.accept_as_new(store, hash_of(token), account, password_hash=made, at=now)
    membership = link.membership
    _record(store, account, Verb.MEMBER_JOINED, link.email, link.enterprise, membership, now)


def join(store: Store, *, actor: Account, token: str, now: datetime) -> None:
    """Accept an invitation with one's own account. Raises Gone, Conflict, Forbidden."""
    link = find_invitation(store, token=token, now=now)
    if link.email != actor.email:
        raise Forbidden("这份邀请发给 %(email)s，请用这个账号登录后接受。", email=link.email)
    members.accept(store, hash_of(token), actor.email, at=now)
    membership = link.membership
    _record(store, actor, Verb.MEMBER_JOINED, link.email, link.enterprise, membership, now)


def _check_can_be_invited(store: Store, enterprise: str, email: str, now: datetime) -> None:
    account = accounts.find_account(store, email)
    if account is not None and not account.is_applicant:
        raise Conflict("%(email)s 已代表一家企业，或是工作人员的账号。", email=email)
    at = instant_text(now)
    invitations = one_time_links.list_invitations(store, enterprise)
    if sum(each.state(at) == LinkState.OPEN for each in invitations) >= MOST_OPEN:
        raise Conflict("同时有效的邀请最多 %(most)s 份，请先撤销不需要的。", most=MOST_OPEN)


def _record(
    store: Store,
    actor: Account,
    verb: Verb,
    email: str,
    enterprise: str,
    membership: str,
    at: datetime,
) -> None:
    after = {"enterprise": enterprise, "membership": membership}
    audit.record(store, actor=actor, verb=verb, subject=email, after=after, at=at)
