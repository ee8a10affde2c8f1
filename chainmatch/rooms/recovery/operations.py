"""How a forgotten password is replaced."""

from datetime import datetime

from chainmatch.config import Config
from chainmatch.mail.writing import write_letter
from chainmatch.people import identity
from chainmatch.people.one_time_links import hash_of, make_seed, token_of
from graph.domain.account import Account
from graph.domain.letter import Letter
from graph.domain.one_time_link import LinkKind
from graph.messages import message
from graph.store import Store
from graph.store.people import accounts, one_time_links, password_resets, throttles

MOST_LETTERS = 3
LETTERS_SECONDS = 3600.0


def ask_for_link(store: Store, config: Config, *, email: str, now: datetime) -> None:
    """Mail a link to an address that has an account; nobody learns whether it has.

    No more than MOST_LETTERS in LETTERS_SECONDS for one address.
    """
    email = email.strip().lower()
    subject = f"reset:{email}"
    asked = throttles.count_failures(store, subject, at=now, seconds=LETTERS_SECONDS)
    throttles.record_failure(store, subject, at=now, seconds=LETTERS_SECONDS)
    account = accounts.find_account(store, email)
    if account is None or not account.active or asked >= MOST_LETTERS:
        return
    seed = make_seed()
    link = one_time_links.new_link(
        LinkKind.RESET, hash_of(token_of(config, seed)), email, created_by=email, at=now
    )
    password_resets.offer(store, link, _letter(store, account, seed, now), at=now)


def check_link(store: Store, *, token: str, now: datetime) -> str:
    """Return the address whose password a link may replace. Raises Gone."""
    return one_time_links.find_open(store, LinkKind.RESET, hash_of(token), at=now).email


def set_password(store: Store, *, token: str, password: str, now: datetime) -> None:
    """Replace the password and end all sessions. Raises BadInput, Gone."""
    identity.check_password(password)
    made = identity.make_hash(password)
    password_resets.use(store, hash_of(token), made, at=now)


def _letter(store: Store, account: Account, seed: str, now: datetime) -> Letter:
    return write_letter(
        store,
        to=account.email,
        locale=account.locale,
        subject=message("重置密码"),
        body=message(
            "%(name)s，您好：\n\n有人为您的账号申请了重置密码。请在一小时内打开下面的链接，设置新密码：\n\n{link}\n\n"
            "链接只能用一次。如果不是您本人申请的，不必理会，密码不会改变。",
            name=account.name,
        ),
        key=f"reset:{seed}",
        at=now,
        path="/reset",
        seed=seed,
    )
