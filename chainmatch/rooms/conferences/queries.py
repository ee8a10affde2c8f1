"""What the pages of the conferences room show."""

from collections import Counter
from dataclasses import dataclass

from chainmatch.conference.view import Whole, load_whole
from chainmatch.i18n import pick
from chainmatch.web import Page
from graph.domain.account import Account
from graph.domain.audit import AuditEntry, Verb
from graph.domain.conference.conference import Conference
from graph.domain.conference.parties import Party
from graph.domain.conference.phases import Phase, earlier, next_phase
from graph.errors import NotFound
from graph.store import Store, audit
from graph.store.conference import conferences, parties, timetables
from graph.store.map.choices import list_chain_choices

ROWS = 20
STEPS = 10


@dataclass(frozen=True)
class ConferenceList:
    """A page of conferences."""

    rows: list[Conference]
    page: Page


@dataclass(frozen=True)
class Overview:
    """How a conference stands; ``own`` is as whom the reader takes part."""

    whole: Whole
    own: Party | None
    states: Counter[str]
    wishes: Counter[str]
    meetings: int
    steps: list[AuditEntry]
    next: Phase | None
    earlier: tuple[Phase, ...]


def list_for(store: Store, actor: Account, number: int) -> ConferenceList:
    """List all conferences; for an enterprise those it takes part in."""
    if actor.enterprise and not actor.can_review:
        mine = conferences.list_conferences_of(store, actor.enterprise)
        return ConferenceList(mine, Page(1, max(len(mine), 1), len(mine)))
    page = Page(number, ROWS, conferences.count_conferences(store))
    rows = conferences.list_conferences(store, skip=page.offset, limit=ROWS)
    return ConferenceList(rows, page)


def show_conference(store: Store, actor: Account, code: str) -> Overview:
    """Show how a conference stands. Raises NotFound, also where it is none of one's business."""
    whole = load_whole(store, code)
    own = next((each for each in whole.parties if each.enterprise == actor.enterprise), None)
    if own is None and not actor.can_import:
        raise NotFound("没有这场会议，可能已被移除。")
    steps = audit.list_about(store, code, [Verb.CONFERENCE_PHASE], skip=0, limit=STEPS)
    return Overview(
        whole=whole,
        own=own,
        states=Counter(each.state.value for each in whole.parties),
        wishes=Counter(each.kind.value for each in parties.list_wishes(store, code)),
        meetings=len(timetables.list_meetings(store, code)),
        steps=steps,
        next=next_phase(whole.conference.phase),
        earlier=earlier(whole.conference.phase),
    )


def chain_choices(store: Store) -> list[tuple[str, str]]:
    """List chains for a themed session."""
    return [
        (each.code, pick(each.name, each.name_en))
        for each in list_chain_choices(store, only_published=False)
    ]


def moment_choices(whole: Whole) -> list[tuple[str, str]]:
    """List the starts of slots, between which a session may be."""
    return [(each.moment, whole.time(each.id)) for each in whole.slots]
