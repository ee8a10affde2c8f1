"""What the limits of a search can be set to by the present viewer, and what is set in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from chainmatch.choosing.search_scope import check_scope, known_conferences
from chainmatch.i18n import gettext, pick
from chainmatch.rooms.search.labels import HAS
from graph.domain.account import Account
from graph.domain.conference.conference import Conference
from graph.domain.listing import ListingKind
from graph.domain.ownership import SCHEME
from graph.domain.search import Entry, Limits
from graph.search.limits import place_of
from graph.search.table import find_table
from graph.store import Store


@dataclass(frozen=True)
class Bounds:
    """``origin`` is the enterprise from which distances are measured, where it has a place.

    ``conferences`` are those whose parties the viewer may know: all for the staff, its own for an
    enterprise.
    """

    origin: Entry | None = None
    is_own: bool = False
    conferences: tuple[Conference, ...] = ()

    @property
    def is_rough(self) -> bool:
        """Whether the origin's place is its district's centre."""
        return self.origin is not None and self.origin.point is None


def find_bounds(store: Store, limits: Limits, viewer: Account) -> Bounds:
    """Return what the viewer may choose between. Raises Forbidden: a conference of others."""
    check_scope(store, limits, viewer)
    code = limits.origin or viewer.enterprise
    origin = find_table(store).entries.get(code) if code else None
    has_place = origin is not None and place_of(origin) is not None
    return Bounds(
        origin if has_place else None,
        code == viewer.enterprise,
        tuple(known_conferences(store, viewer)),
    )


def limit_chips(limits: Limits, bounds: Bounds) -> Iterator[tuple[str, str, str]]:
    """Yield for each limit that is set: its name and value in the address, and its words."""
    for kind in ListingKind:
        if kind in limits.has:
            yield "has", kind.value, gettext(HAS[kind])
    if limits.km:
        yield "km", str(limits.km), gettext("%(km)s 公里以内", km=limits.km)
    if limits.owner:
        name = limits.owner.removeprefix(f"{SCHEME}:")
        yield "owner", limits.owner, gettext("集团或实际控制人 · %(name)s", name=name)
    for each in bounds.conferences:
        if each.code == limits.conference:
            yield "conference", each.code, pick(each.name, each.name_en)
