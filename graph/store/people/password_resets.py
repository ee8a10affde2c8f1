"""A new password by a one-time link: the link, the mail and the change each whole or not at all."""

from datetime import datetime

from graph.domain.letter import Letter
from graph.domain.one_time_link import LinkKind, OneTimeLink
from graph.errors import NotFound
from graph.store.connection import Store, Transaction
from graph.store.cypher.people import accounts as cypher
from graph.store.people import one_time_links
from graph.store.post import letters


def offer(store: Store, link: OneTimeLink, letter: Letter, *, at: datetime) -> None:
    """Save a link together with the letter that carries it."""

    def work(transaction: Transaction) -> None:
        one_time_links.create_within(transaction, link, at=at)
        letters.post_within(transaction, letter)

    store.transact(work)


def use(store: Store, token_hash: str, password_hash: str, *, at: datetime) -> str:
    """Replace the password that a link is for and end all sessions; return the address.

    Raises Gone where the link no longer opens.
    """

    def work(transaction: Transaction) -> str:
        link = one_time_links.use_within(transaction, LinkKind.RESET, token_hash, at=at)
        if not transaction.run(cypher.REPLACE_HASH, email=link.email, password_hash=password_hash):
            raise NotFound("没有邮箱为 %(email)s 的账号。", email=link.email)
        return link.email

    return store.transact(work)
