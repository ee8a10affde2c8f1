"""What the desk and the door share on the day of a conference."""

from collections.abc import Mapping
from datetime import datetime

from chainmatch import audit
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.conference.phases import TAKES_OUTCOMES, Phase
from graph.errors import Conflict
from graph.store import Store
from graph.store.conference import conferences


def check_day(store: Store, code: str) -> Phase:
    """Return the phase of a conference whose day it may be. Raises NotFound, Conflict."""
    phase = conferences.find_conference(store, code).phase
    if phase not in TAKES_OUTCOMES:
        raise Conflict("时间表公布之后才能签到和登记会谈情况。")
    return phase


def record_day(
    store: Store, actor: Account, code: str, now: datetime, after: Mapping[str, object]
) -> None:
    """Write down who did what on the day."""
    audit.record(
        store, actor=actor, verb=Verb.CONFERENCE_MEETING, subject=code, after=after, at=now
    )
