"""Who may speak for a party: its enterprise's people, and organizers on record."""

from graph.domain.account import Account
from graph.domain.conference.parties import Party
from graph.errors import NotFound
from graph.store import Store
from graph.store.conference import parties


def find_own_party(store: Store, actor: Account, party_id: str) -> Party:
    """Return a party that this person may speak for. Raises NotFound, also for another's."""
    party = parties.find_party(store, party_id)
    if actor.can_review or (actor.enterprise and actor.enterprise == party.enterprise):
        return party
    raise NotFound("没有这家参会企业，可能已被移除。")


def find_party_of_actor(store: Store, actor: Account, conference: str) -> Party:
    """Return as whom this person takes part. Raises NotFound."""
    party = parties.find_party_of(store, conference, actor.enterprise) if actor.enterprise else None
    if party is None:
        raise NotFound("您的企业不在这场会议的名单里。")
    return party


def acts_for(actor: Account, party: Party) -> str:
    """Return the organizer's address where somebody else's party is spoken for, else nothing."""
    return "" if actor.enterprise == party.enterprise else actor.email
