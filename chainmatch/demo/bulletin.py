"""A published bulletin of the demo's projects, so that the room is not empty on the first look."""

from datetime import date, datetime

from chainmatch.i18n import speaking
from chainmatch.rooms.bulletins import operations
from graph.domain.account import Account, Role
from graph.domain.bulletin import Audience
from graph.domain.sources import DEMO
from graph.exchange.demo_map import AS_OF, demo_accounts
from graph.store import Store
from graph.store.followup import bulletins


def add_demo_bulletin(store: Store, *, now: datetime) -> None:
    """Draft the bulletin of the demo's month in Chinese, and freeze it; nothing where it is."""
    at = date.fromisoformat(AS_OF)
    if bulletins.list_of_month(store, AS_OF[:7]):
        return
    with speaking("zh"):
        made = operations.draft(store, actor=None, at=at, now=now, source=DEMO)
    bulletins.send(store, made, by=_email(Role.ORGANIZER), at=now)
    sent = bulletins.find_bulletin(store, made.id)
    bulletins.freeze(store, sent, audience=Audience.PUBLIC, by=_email(Role.ADMINISTRATOR), at=now)


def _email(role: Role) -> str:
    found: list[Account] = [account for account in demo_accounts() if account.role == role]
    return found[0].email
