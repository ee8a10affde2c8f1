"""The signed-in person, as Flask-Login sees them."""

from flask_login import UserMixin

from chainmatch import web
from chainmatch.extensions import login_manager
from graph.domain.account import Account
from graph.store import accounts


class Visitor(UserMixin):
    """Wraps an Account; its id carries the epoch, so that a changed password ends sessions."""

    def __init__(self, account: Account) -> None:
        self.account = account

    @property
    def is_active(self) -> bool:
        """Whether the account may sign in."""
        return self.account.active

    def get_id(self) -> str:
        """Return ``epoch:email``."""
        return f"{self.account.epoch}:{self.account.email}"


@login_manager.user_loader
def load_visitor(identity: str) -> Visitor | None:
    """Find the account of a session; None where it is gone, closed or has a new password."""
    epoch, _, email = identity.partition(":")
    account = accounts.find_account(web.store(), email)
    if account is None or not account.active or str(account.epoch) != epoch:
        return None
    return Visitor(account)
