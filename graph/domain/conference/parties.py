"""Who takes part: an enterprise at one conference, and what it wishes."""

from dataclasses import dataclass
from enum import StrEnum

from graph.domain.conference.conference import PartyGroup


class PartyState(StrEnum):
    """待邀请, 已邀请, 已确认, 已谢绝, 已取消."""

    LISTED = "listed"
    INVITED = "invited"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    CANCELLED = "cancelled"


COMING = frozenset({PartyState.LISTED, PartyState.INVITED, PartyState.CONFIRMED})
"""Those a timetable may be made with; who has not answered yet is planned for."""
MOST_DELEGATES = 6


class WishKind(StrEnum):
    """必见, 愿见, 不见."""

    MUST = "must"
    WOULD = "would"
    VETO = "veto"


WEIGHTS = {WishKind.MUST: 5, WishKind.WOULD: 2}
"""What a wish is worth; both sides' wishes add up."""
MOST_MUSTS = 5


@dataclass(frozen=True)
class Delegate:
    """A person who comes for a party."""

    name: str
    title: str = ""
    phone: str = ""
    email: str = ""


@dataclass(frozen=True)
class Party:
    """An enterprise at a conference. ``absent``: ids of slots in which it cannot be there.

    ``owner`` names a corporate group whose firms count as one; ``own_table`` is a table's id;
    ``cap`` None means that of the group or the conference. ``version`` grows with what is changed
    by hand, so that an enterprise and an organizer never overwrite each other silently.
    """

    id: str
    conference: str
    enterprise: str
    group: str = ""
    session: str = ""
    state: PartyState = PartyState.LISTED
    cap: int | None = None
    absent: frozenset[str] = frozenset()
    owner: str = ""
    own_table: str = ""
    delegates: tuple[Delegate, ...] = ()
    name: str = ""
    name_en: str = ""
    answered_at: str = ""
    acted_by: str = ""
    checked_in_at: str = ""
    token: str = ""
    version: int = 0

    @property
    def is_coming(self) -> bool:
        """May be given meetings."""
        return self.state in COMING


@dataclass(frozen=True)
class Wish:
    """What one party wishes of another, and what it is about.

    ``about`` is recommendation, listing, search, request or empty; ``about_id`` names it, with the
    ``role`` asked for, the ``version`` of the ranker and the ``rank`` seen where there was one.
    ``by``: who said so.
    """

    wisher: str
    wished: str
    kind: WishKind
    note: str = ""
    about: str = ""
    about_id: str = ""
    version: str = ""
    rank: int | None = None
    role: str = ""
    by: str = ""
    at: str = ""

    @property
    def id(self) -> str:
        """One party wishes one thing of another."""
        return f"{self.wisher}>{self.wished}"


def cap_of(party: Party, group: PartyGroup | None, default: int) -> int:
    """Return how many meetings a party takes at most."""
    if party.cap is not None:
        return party.cap
    return group.cap if group and group.cap is not None else default


def may_meet(a: Party, b: Party, groups: dict[str, PartyGroup]) -> bool:
    """Whether two parties of one session belong to groups that meet."""
    if a.id == b.id or a.session != b.session:
        return False
    one, other = groups.get(a.group), groups.get(b.group)
    if one is None or other is None:
        return False
    return other.id in one.meets or one.id in other.meets
