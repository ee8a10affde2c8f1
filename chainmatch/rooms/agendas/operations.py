"""What is done on the day and after it."""

from datetime import datetime

from chainmatch.conference.day import check_day, record_day
from chainmatch.conference.party_rights import acts_for, find_own_party
from chainmatch.conference.view import load_whole
from chainmatch.formats import local_date
from graph.domain.account import Account
from graph.domain.clock import instant_text
from graph.domain.conference.meetings import MeetingState, Outcome
from graph.domain.conference.phases import Phase
from graph.domain.projects.project import (
    Agreement,
    Change,
    Milestone,
    PartyRole,
    Project,
    Signing,
    SigningKind,
)
from graph.domain.sources import OFFICE
from graph.errors import BadInput, Conflict, NotFound
from graph.store import Store
from graph.store.conference import meeting_outcomes, parties, timetables
from graph.store.followup import project_creation
from graph.store.followup.project_records import new_id, record_values
from graph.store.followup.project_ties import Ties

SIGNED = "signed"
LATER = "_later"
"""What is said once the conference was followed up is kept beside what was said at its end."""


def check_in(store: Store, *, actor: Account, code: str, party_id: str, now: datetime) -> None:
    """Write down that a party has come. Raises NotFound, Conflict: not the day."""
    check_day(store, code)
    if parties.find_party(store, party_id).conference != code:
        raise NotFound("没有这家参会企业，可能已被移除。")
    parties.check_in(store, party_id, at=now)
    record_day(store, actor, code, now, {"checked_in": party_id})


def say_state(
    store: Store, *, actor: Account, code: str, meeting_id: str, state: MeetingState, now: datetime
) -> None:
    """Write down that a meeting was held or not. Raises NotFound, Conflict: not the day."""
    check_day(store, code)
    timetables.save_state(store, code, meeting_id, state)
    record_day(store, actor, code, now, {"meeting": meeting_id, "state": state.value})


def say_outcome(
    store: Store,
    *,
    actor: Account,
    party_id: str,
    meeting_id: str,
    outcome: Outcome,
    note: str,
    now: datetime,
) -> None:
    """Say what came of a meeting, each party for itself. Raises NotFound, Conflict."""
    party = find_own_party(store, actor, party_id)
    conference = check_day(store, party.conference)
    first, _, second = meeting_id.partition("~")
    if party.id not in (first, second):
        raise NotFound("没有这场会谈，可能已被移走。")
    side = "a" if party.id == first else "b"
    if conference == Phase.FOLLOWED_UP:
        side += LATER
    meeting_outcomes.say_outcome(
        store, party.conference, meeting_id, side=side, outcome=outcome, note=note
    )
    after = {"meeting": meeting_id, "outcome": outcome.value, "by": acts_for(actor, party)}
    record_day(store, actor, party.conference, now, after)


def sign_project(
    store: Store, *, actor: Account, code: str, meeting_id: str, amount: int, now: datetime
) -> str:
    """Make a signed project of a meeting that came to an agreement; return its code.

    A second click gives the same project. Raises NotFound, Conflict: no agreement.
    """
    found = meeting_outcomes.list_outcomes(store, code).get(meeting_id)
    if found is None:
        raise NotFound("没有这场会谈，可能已被移走。")
    if found.project:
        return found.project
    if found.best != Outcome.AGREEMENT:
        raise Conflict("双方都还没有说达成意向，不能登记为签约项目。")
    if amount <= 0:
        raise BadInput("请填写签约金额（万元）。")
    project = _project(store, code, meeting_id, amount, actor, now)
    project_creation.create_projects(store, [project])
    meeting_outcomes.name_project(store, code, meeting_id, project.card.code)
    record_day(store, actor, code, now, {"meeting": meeting_id, "project": project.card.code})
    return project.card.code


def _project(
    store: Store, code: str, meeting_id: str, amount: int, actor: Account, now: datetime
) -> project_creation.NewProject:
    whole = load_whole(store, code)
    a, b = (whole.party[each] for each in meeting_id.split("~"))
    day = local_date(now).isoformat()
    name = f"{a.name}与{b.name}合作项目"
    card = Project(
        code=f"{OFFICE}:{code}-{new_id()[:8]}",
        name=name,
        total=amount,
        event=whole.conference.name,
        source=OFFICE,
    )
    milestone = Milestone(
        new_id(), 1, Change.STAGE, SIGNED, day, day, by=actor.email, at=instant_text(now)
    )
    signing = Signing(new_id(), SigningKind.FIRST, day, amount, Agreement.FRAMEWORK, card.event)
    records = {
        "milestones": [record_values(milestone)],
        "signings": [record_values(signing)],
    }
    roles = ((a.enterprise, PartyRole.HOST), (b.enterprise, PartyRole.PARTNER))
    ties = Ties(parties=roles, conference=code, meeting=meeting_id)
    return project_creation.NewProject(card, ties, records)
