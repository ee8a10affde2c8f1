"""Who acts for an enterprise, in the graph. An enterprise with people always keeps an owner."""

from datetime import datetime

from graph.domain.account import Account, Membership
from graph.domain.clock import instant_text
from graph.domain.letter import Letter
from graph.domain.member import Member
from graph.domain.one_time_link import LinkKind, OneTimeLink
from graph.errors import Conflict, NotFound
from graph.store.connection import Store, Transaction
from graph.store.cypher.people import members as cypher
from graph.store.people import accounts, one_time_links
from graph.store.post import letters


def list_members(store: Store, enterprise: str) -> list[Member]:
    """List the people of an enterprise, owners first."""
    return [
        Member(
            email=row["email"],
            name=row["name"],
            membership=Membership(row["membership"] or Membership.OWNER),
            active=row["active"],
            since=row["since"] or "",
        )
        for row in store.read(cypher.LIST, enterprise=enterprise)
    ]


def set_membership(
    store: Store, enterprise: str, email: str, membership: Membership, *, at: datetime
) -> None:
    """Make somebody owner or member. Raises NotFound, Conflict for the last owner."""

    def work(transaction: Transaction) -> None:
        _lock(transaction, enterprise, at)
        if membership != Membership.OWNER:
            _keep_an_owner(transaction, enterprise, email)
        if not transaction.run(
            cypher.SET_MEMBERSHIP,
            enterprise=enterprise,
            email=email,
            membership=membership.value,
        ):
            raise _not_there(email)

    store.transact(work)


def hand_over(store: Store, enterprise: str, giver: str, taker: str, *, at: datetime) -> None:
    """Make one owner a member and another person owner, at once. Raises NotFound."""

    def work(transaction: Transaction) -> None:
        _lock(transaction, enterprise, at)
        for email, membership in ((taker, Membership.OWNER), (giver, Membership.MEMBER)):
            if not transaction.run(
                cypher.SET_MEMBERSHIP,
                enterprise=enterprise,
                email=email,
                membership=membership.value,
            ):
                raise _not_there(email)

    store.transact(work)


def remove(store: Store, enterprise: str, email: str, *, at: datetime) -> None:
    """Let somebody no longer act for an enterprise; the account stays, as an applicant's.

    Raises NotFound, and Conflict for the last owner.
    """

    def work(transaction: Transaction) -> None:
        _lock(transaction, enterprise, at)
        _keep_an_owner(transaction, enterprise, email)
        if not transaction.run(cypher.REMOVE, enterprise=enterprise, email=email):
            raise _not_there(email)

    store.transact(work)


def invite(store: Store, link: OneTimeLink, letter: Letter | None, *, at: datetime) -> None:
    """Save an invitation, with the letter that carries it where it is mailed. Raises NotFound."""

    def work(transaction: Transaction) -> None:
        one_time_links.create_within(transaction, link, at=at)
        if letter is not None:
            letters.post_within(transaction, letter)

    store.transact(work)


def accept_as_new(
    store: Store, token_hash: str, account: Account, *, password_hash: str, at: datetime
) -> OneTimeLink:
    """Use an invitation with a new account. Raises Gone, Conflict where the address is taken."""

    def work(transaction: Transaction) -> OneTimeLink:
        link = one_time_links.use_within(transaction, LinkKind.INVITATION, token_hash, at=at)
        accounts.create_within(transaction, account, password_hash=password_hash, at=at)
        _join(transaction, link, account.email, at)
        return link

    try:
        return store.transact(work)
    except Conflict as error:
        raise accounts.address_taken(account.email) from error


def accept(store: Store, token_hash: str, email: str, *, at: datetime) -> OneTimeLink:
    """Use an invitation with an account that acts for no enterprise. Raises Gone, Conflict."""

    def work(transaction: Transaction) -> OneTimeLink:
        link = one_time_links.use_within(transaction, LinkKind.INVITATION, token_hash, at=at)
        _join(transaction, link, email, at)
        transaction.run(cypher.CLOSE_CLAIMS, email=email, now=instant_text(at))
        return link

    return store.transact(work)


def _join(transaction: Transaction, link: OneTimeLink, email: str, at: datetime) -> None:
    if not transaction.run(
        cypher.JOIN,
        email=email,
        enterprise=link.enterprise,
        membership=link.membership,
        now=instant_text(at),
    ):
        raise Conflict("这个账号已代表一家企业，不能再加入另一家。")


def _lock(transaction: Transaction, enterprise: str, at: datetime) -> None:
    if not transaction.run(cypher.LOCK, enterprise=enterprise, now=instant_text(at)):
        raise NotFound("没有编码为 %(code)s 的企业。", code=enterprise)


def _keep_an_owner(transaction: Transaction, enterprise: str, email: str) -> None:
    others = transaction.run(cypher.COUNT_OTHER_OWNERS, enterprise=enterprise, email=email)
    if others[0]["total"]:
        return
    is_owner = any(
        row["email"] == email and row["membership"] == Membership.OWNER
        for row in transaction.run(cypher.LIST, enterprise=enterprise)
    )
    if is_owner:
        raise Conflict("这是最后一位负责人。请先把负责人移交给另一位成员。")


def _not_there(email: str) -> NotFound:
    return NotFound("%(email)s 不是这家企业的成员。", email=email)
