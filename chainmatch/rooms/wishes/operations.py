"""What can be done with wishes."""

from datetime import datetime

from chainmatch import audit
from chainmatch.conference.party_rights import acts_for, find_own_party
from chainmatch.conference.view import load_whole
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.conference.parties import Wish, may_meet
from graph.domain.conference.phases import TAKES_TIMETABLES, TAKES_WISHES
from graph.errors import BadInput, Conflict
from graph.store import Store
from graph.store.conference import parties


def can_wish(actor: Account, phase: str) -> bool:
    """Whether wishes are taken now; an organizer may still add some while making timetables."""
    return phase in TAKES_WISHES or (actor.can_review and phase in TAKES_TIMETABLES)


def save_wish(
    store: Store, *, actor: Account, wish: Wish | None, pair: tuple[str, str], now: datetime
) -> None:
    """Save what the first of a pair of parties wishes of the other; None takes it back.

    Raises NotFound, Conflict (not the time, too many musts), BadInput (they may not meet).
    """
    party = find_own_party(store, actor, pair[0])
    whole = load_whole(store, party.conference)
    if not can_wish(actor, whole.conference.phase):
        raise Conflict("现在不能修改会谈意愿：还没有开始征集，或已经截止。")
    other = whole.party.get(pair[1])
    if other is None or not may_meet(party, other, whole.group):
        raise BadInput("按会议的分组和专场，您与这家企业不会谈。")
    if wish is None:
        parties.remove_wish(store, *pair)
    else:
        parties.save_wish(store, wish, at=now)
    after = {
        "party": party.enterprise,
        "of": other.enterprise,
        "kind": wish.kind.value if wish else "",
        "acted_for": acts_for(actor, party) != "",
    }
    audit.record(
        store, actor=actor, verb=Verb.CONFERENCE_WISH, subject=party.conference, after=after, at=now
    )
