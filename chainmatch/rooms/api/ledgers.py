"""Conferences and signed projects as programs read them."""

from collections.abc import Iterable
from datetime import date

from chainmatch.choosing.cursors import read_cursor
from chainmatch.conference.party_rights import find_party_of_actor
from chainmatch.conference.view import Whole, load_whole
from chainmatch.i18n import translate
from chainmatch.rooms.api import affairs, forms
from chainmatch.rooms.api.queries import check_chain
from chainmatch.rooms.api.resources import Context, Slice, cut
from graph.domain.conference import conference as conferences_domain
from graph.domain.conference.meetings import Meeting
from graph.domain.conference.phases import IS_OUT
from graph.domain.projects.indicators import Dimension, Figure
from graph.domain.projects.rights import can_see
from graph.errors import NotFound
from graph.ledger import table
from graph.ledger.day import Day
from graph.ledger.figures import figures, figures_by
from graph.ledger.listing import (
    ListedProject,
    Wanted,
    after_code,
    choose,
    list_page,
    narrow_to_own,
    show,
)
from graph.store.conference import conferences, parties, timetables
from graph.store.followup.project_tracks import find_chains

MOST_CONFERENCES = 10_000


def list_conferences(context: Context, asked: forms.Paged) -> Slice:
    """List conferences, the latest first: all for the staff, its own for an enterprise."""
    actor = context.actor
    if actor.enterprise and not actor.can_review:
        found = conferences.list_conferences_of(context.store, actor.enterprise)
    else:
        found = conferences.list_conferences(context.store, skip=0, limit=MOST_CONFERENCES)
    day, code = read_cursor(asked.cursor, tuple[str, str], ("9999", ""))
    by_code = sorted(found, key=lambda each: each.code)
    ordered = sorted(by_code, key=lambda each: each.starts_on, reverse=True)
    rest = [
        each
        for each in ordered
        if each.starts_on < day or (each.starts_on == day and each.code > code)
    ]
    page = cut(rest[: asked.limit + 1], asked.limit, lambda each: (each.starts_on, each.code))
    return Slice([_conference(each) for each in page.rows], page.after)


def show_conference(context: Context, _asked: forms.Nothing, code: str) -> affairs.Conference:
    """Show the public facts of a conference. Raises NotFound, also where it is not one's own."""
    found, actor = conferences.find_conference(context.store, code), context.actor
    if not actor.can_import:
        find_party = parties.find_party_of(context.store, code, actor.enterprise)
        if not actor.enterprise or find_party is None:
            raise NotFound("没有这场会议，可能已被移除。")
    return _conference(found)


def list_meetings(context: Context, asked: forms.Paged, code: str) -> Slice:
    """List what was published: all for organizers, its own meetings for an enterprise.

    Raises NotFound: no such conference, or the enterprise does not take part.
    """
    whole, actor = load_whole(context.store, code), context.actor
    own = "" if actor.can_review else find_party_of_actor(context.store, actor, code).id
    after = read_cursor(asked.cursor, tuple[str, str, str], ("", "", ""))
    found = sorted((_meeting_key(whole, each), each) for each in _published(context, whole, own))
    rest = [pair for pair in found if pair[0] > after]
    page = cut(rest[: asked.limit + 1], asked.limit, lambda pair: pair[0])
    return Slice([_meeting(whole, each) for _key, each in page.rows], page.after)


def list_projects(context: Context, asked: forms.Projects) -> Slice:
    """List the projects that this person may see as they stood on a day, by code."""
    check_chain(context, asked.chain)
    day = table.find_day(context.store, asked.at or context.today)
    groups = {Dimension.CHAIN: asked.chain, Dimension.REGION: asked.region}
    wanted = Wanted(
        words=asked.q,
        stage=asked.stage,
        colour=asked.light or "",
        groups={by: key for by, key in groups.items() if key},
    )
    after = read_cursor(asked.cursor, str, "")
    own = narrow_to_own(wanted, context.actor)
    mask = choose(day, own, _chains(context, day)) & after_code(day, after)
    found = list_page(day, mask, order="code", skip=0, limit=asked.limit + 1)
    page = cut(found, asked.limit, lambda each: each.track.code)
    return Slice([affairs.Project(**_project(each)) for each in page.rows], page.after)


def show_project(context: Context, asked: forms.Foreseen, code: str) -> affairs.ProjectRecord:
    """Show a project as it stood on a day. Raises NotFound, also for one not this person's."""
    at = asked.at or context.today
    track = table.find_track(context.store, code)
    found = show(track, at, table.find_book(context.store, at)) if track else None
    if found is None or not can_see(context.actor, found.track.parties, found.track.unit):
        raise NotFound("没有编码为 %(code)s 的项目。", code=code)
    moves = [move for move in found.track.moves if move[0] <= at.isoformat()]
    return affairs.ProjectRecord(
        **_project(found),
        moves=tuple(affairs.StageDay(stage, day) for day, stage in moves),
        planned=tuple(affairs.StageDay(stage, day) for stage, day in found.planned.items()),
    )


def list_indicators(context: Context, asked: forms.Indicators) -> Slice:
    """List the figures of a day over all projects, or over the projects of each group."""
    at = asked.at or context.today
    day = table.find_day(context.store, at)
    chains = _chains(context, day) if asked.by == Dimension.CHAIN else {}
    groups = figures_by(day, asked.by, chains) if asked.by else {"": figures(day)}
    after = read_cursor(asked.cursor, tuple[str, str], ("", ""))
    rows = [
        _indicator(each, group, at)
        for group, found in sorted(groups.items())
        for each in sorted(found.values(), key=lambda figure: figure.indicator)
        if (group, each.indicator.value) > after
    ]
    return cut(rows[: asked.limit + 1], asked.limit, lambda row: (row.group, row.indicator))


def _conference(each: conferences_domain.Conference) -> affairs.Conference:
    return affairs.Conference(
        code=each.code,
        name=each.name,
        name_en=each.name_en,
        kind=each.kind,
        phase=each.phase,
        venue=each.venue,
        address=each.address,
        starts_on=each.starts_on,
        ends_on=each.ends_on,
        opens=each.opens,
        closes=each.closes,
        slot_minutes=each.slot_minutes,
        is_timetable_out=_is_out(each),
    )


def _is_out(conference: conferences_domain.Conference) -> bool:
    return conference.phase in IS_OUT and conference.published > 0


def _published(context: Context, whole: Whole, own: str) -> Iterable[Meeting]:
    """Return the published meetings between those who still take part, of one party or all."""
    conference = whole.conference
    if not _is_out(conference):
        return []
    version = timetables.find_version(context.store, conference.code, conference.published)
    return [
        each
        for each in version.meetings
        if each.slot in whole.slot
        and {each.a, each.b} <= whole.party.keys()
        and (not own or own in (each.a, each.b))
    ]


def _meeting_key(whole: Whole, meeting: Meeting) -> tuple[str, str, str]:
    slot = whole.slot[meeting.slot]
    return slot.day, slot.starts, meeting.id


def _meeting(whole: Whole, meeting: Meeting) -> affairs.Meeting:
    slot, a, b = whole.slot[meeting.slot], whole.party[meeting.a], whole.party[meeting.b]
    session = whole.session.get(a.session)
    return affairs.Meeting(
        slot.day,
        slot.starts,
        slot.ends,
        whole.label(meeting.table),
        session.name if session else "",
        a.enterprise,
        a.name,
        b.enterprise,
        b.name,
    )


def _chains(context: Context, day: Day) -> dict[str, tuple[str, ...]]:
    nodes = sorted({track.node for track in day.ledger.tracks if track.node})
    return dict(find_chains(context.store, nodes, day.at))


def _project(each: ListedProject) -> dict:
    track, standing = each.track, each.standing
    return {
        **{name: getattr(track, name) for name in ("code", "name", "name_en", "total", "region")},
        **{name: getattr(track, name) for name in ("node", "unit", "event", "parties")},
        **{name: getattr(standing, name) for name in ("stage", "since", "agreement")},
        **{name: getattr(standing, name) for name in ("contracted", "arrived", "signed")},
        "started": standing.started,
        "light": each.light.colour.value,
        "light_reasons": tuple(translate(reason.words) for reason in each.light.reasons),
    }


def _indicator(figure: Figure, group: str, at: date) -> affairs.Indicator:
    return affairs.Indicator(
        figure.indicator.value,
        group,
        figure.numerator,
        figure.denominator,
        figure.value,
        at.isoformat(),
    )
