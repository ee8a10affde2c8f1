"""Requests whose time is over are written down as such, and both sides are told."""

from datetime import datetime, timedelta

from chainmatch.background.rounds import Round
from chainmatch.config import Config
from chainmatch.formats import local_date
from chainmatch.rooms.requests.operations import expire
from graph.store import Store
from graph.store.desk import requests


def expire_overdue(store: Store, config: Config, at: datetime) -> None:
    """End the open requests whose last day is over; what is left waits for the next round."""
    today = local_date(at)
    for request_id in requests.list_overdue(store, today=today):
        expire(store, request_id, today=today, now=at)


ROUND = Round("request-expiry", timedelta(minutes=10), expire_overdue)
