"""Registration: account, claim, link and letter are saved together or not at all."""

from datetime import datetime

from graph.domain.account import Account
from graph.domain.claim import Claim
from graph.domain.letter import Letter
from graph.domain.one_time_link import OneTimeLink
from graph.errors import Conflict
from graph.store.connection import Store, Transaction
from graph.store.people import accounts, claims, one_time_links
from graph.store.post import letters


def register(
    store: Store,
    account: Account,
    *,
    password_hash: str,
    claim: Claim,
    link: OneTimeLink,
    letter: Letter,
    at: datetime,
) -> None:
    """Save a new applicant. Raises Conflict where the address is taken, NotFound: the record."""

    def work(transaction: Transaction) -> None:
        accounts.create_within(transaction, account, password_hash=password_hash, at=at)
        claims.file_within(transaction, claim, at=at)
        one_time_links.create_within(transaction, link, at=at)
        letters.post_within(transaction, letter)

    try:
        store.transact(work)
    except Conflict as error:
        raise accounts.address_taken(account.email) from error
