"""Checking people in by their badges, at once or hours later."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chainmatch.conference.day import check_day, record_day
from graph.domain.account import Account
from graph.store import Store
from graph.store.conference import parties

LONGEST_OFFLINE = timedelta(days=7)
"""A device's time is believed so far back; a later or an older one becomes the present."""


@dataclass(frozen=True)
class Scan:
    """A badge that was read at a device: the token on it, and when (None: now)."""

    token: str
    at: datetime | None = None


@dataclass(frozen=True)
class Checked:
    """What came of scans: ids of parties now checked in, and tokens of no badge of ours."""

    parties: tuple[str, ...]
    unknown: tuple[str, ...]


def save_scans(
    store: Store, *, actor: Account, code: str, scans: Iterable[Scan], now: datetime
) -> Checked:
    """Check in whom the badges belong to; of several scans the earliest stands.

    Sending the same again changes nothing. Raises NotFound, Conflict: not the day.
    """
    check_day(store, code)
    by_token = {each.token: each for each in parties.list_parties(store, code)}
    first: dict[str, datetime] = {}
    unknown: list[str] = []
    for scan in scans:
        party = by_token.get(scan.token)
        if party is None:
            unknown.append(scan.token)
        else:
            first[party.id] = min(_believed(scan.at, now), first.get(party.id, now))
    for party_id, at in first.items():
        if parties.check_in(store, party_id, at=at):
            record_day(store, actor, code, now, {"checked_in": party_id})
    return Checked(tuple(first), tuple(dict.fromkeys(unknown)))


def read_instant(text: object) -> datetime | None:
    """Read when a device says it was; None where it does not say it in a way to be understood."""
    try:
        found = datetime.fromisoformat(str(text))
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _believed(at: datetime | None, now: datetime) -> datetime:
    return at if at is not None and now - LONGEST_OFFLINE <= at <= now else now
