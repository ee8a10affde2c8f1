"""What accounts leave behind goes after its time, once a day."""

from datetime import datetime, timedelta

from chainmatch.background.rounds import Round
from chainmatch.config import Config
from graph.store import Store
from graph.store.people import sessions
from graph.store.post import letters


def forget_old(store: Store, config: Config, at: datetime) -> None:
    """Remove sessions that ended by themselves, and letters that were sent long ago."""
    sessions.forget_idle(store, at=at)
    letters.forget_old(store, at=at)


ROUND = Round("account-cleaning", timedelta(days=1), forget_old)
