"""What the membership room shows."""

from dataclasses import dataclass
from datetime import datetime

from graph.domain.account import Account
from graph.domain.claim import Claim
from graph.domain.clock import instant_text
from graph.domain.enterprise import Enterprise
from graph.domain.member import Member
from graph.domain.one_time_link import LinkState, OneTimeLink
from graph.store import Store
from graph.store.people import claims, members, one_time_links


@dataclass(frozen=True)
class Invited:
    """An invitation and where it stands now."""

    link: OneTimeLink
    state: LinkState


@dataclass(frozen=True)
class People:
    """Who acts for an enterprise, who is invited, who asks; the last two for who manages."""

    enterprise: Enterprise
    members: list[Member]
    invitations: list[Invited]
    asking: list[Claim]
    can_manage: bool


def show_people(store: Store, actor: Account, enterprise: Enterprise, *, now: datetime) -> People:
    """Read the page of an enterprise's people."""
    code = enterprise.code
    can_manage = actor.can_administer or (actor.is_owner and actor.enterprise == code)
    at = instant_text(now)
    links = one_time_links.list_invitations(store, code) if can_manage else []
    return People(
        enterprise,
        members.list_members(store, code),
        [Invited(link, link.state(at)) for link in links],
        claims.list_joining(store, code) if can_manage else [],
        can_manage,
    )
