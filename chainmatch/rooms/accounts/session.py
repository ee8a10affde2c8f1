"""The signed-in person, as Flask-Login sees them, and the sessions in which they act."""

import secrets
from hashlib import sha256

from flask import request, session
from flask_login import UserMixin, login_user

from chainmatch import web
from chainmatch.extensions import login_manager
from chainmatch.rooms.accounts.devices import read_device
from graph.domain.account import Account
from graph.domain.clock import instant_text, now, parse_instant
from graph.domain.session import SEEN_EVERY, Session
from graph.store.people import sessions

READING = {"GET", "HEAD", "OPTIONS"}


class Visitor(UserMixin):
    """Wraps an Account; its id carries the secret of its session, which the graph knows hashed."""

    def __init__(self, account: Account, secret: str) -> None:
        self.account = account
        self._secret = secret

    @property
    def is_active(self) -> bool:
        """Whether the account may sign in."""
        return self.account.active

    @property
    def session_id(self) -> str:
        """Name the session in the graph."""
        return session_id_of(self._secret)

    def get_id(self) -> str:
        """Return ``secret:email``."""
        return f"{self._secret}:{self.account.email}"


def session_id_of(secret: str) -> str:
    """Return what the graph keeps of a session's secret."""
    return sha256(secret.encode()).hexdigest()


def begin_session(account: Account) -> None:
    """Sign this browser in, in a new session."""
    secret = secrets.token_urlsafe(24)
    browser, system = read_device(request.user_agent.string)
    began = now()
    opened = Session(
        session_id_of(secret), browser, system, instant_text(began), instant_text(began)
    )
    sessions.open_session(web.store(), account.email, opened, at=began)
    session.clear()
    login_user(Visitor(account, secret))


@login_manager.user_loader
def load_visitor(identity: str) -> Visitor | None:
    """Find the account of a session; None where it has ended or the account is closed.

    Only a request that writes anyway leaves its time: looking at a page never writes.
    """
    secret, _, email = identity.partition(":")
    at = now()
    found = sessions.find_signed_in(web.store(), email, session_id_of(secret), at=at)
    if found is None:
        return None
    acted = parse_instant(found.session.acted_at)
    if request.method not in READING and at - acted >= SEEN_EVERY:
        sessions.touch(web.store(), found.session.id, at=at)
    return Visitor(found.account, secret)
