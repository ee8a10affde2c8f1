"""What a conference came to, on the page, in Excel and as a PDF."""

import io
from datetime import date

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from openpyxl import load_workbook
from small_conference import CODE, EDIT, NOON, save_conference, save_parties
from small_map import EVIDENCE, save_makes

from chainmatch.rooms.conference_reports.queries import Gap, Line, show_report
from graph import schema
from graph.domain.account import Role
from graph.domain.conference.meetings import MeetingState, Outcome, make_meeting
from graph.domain.conference.parties import Wish, WishKind
from graph.domain.conference.phases import Phase
from graph.store import Store
from graph.store.bulk import maps
from graph.store.conference import conferences, meeting_outcomes, parties, timetables

BASE = f"/conferences/{CODE}"
DAY = date(2026, 11, 23)


@pytest.fixture
def organizer(doorman: Doorman) -> FlaskClient:
    return doorman.client(Role.ORGANIZER)


@pytest.fixture
def held(store: Store, organizer: FlaskClient) -> str:
    """卖1 met 买1, agreed and signed; 卖2 was to meet 买2, who did not come. Return the first."""
    save_conference(store)
    (one, two), (buyer, absent) = save_parties(store, sellers=2, buyers=2)
    save_makes(store, ("卖1", "泵", 0.5), ("买2", "阀", 0.5), ("卖2", "=轴", 0.5))
    maps.save_chains(store, [{"code": "test:链", "name": "链", "source": "test"}])
    rows = [("test:泵", "upstream", 1), ("test:阀", "midstream", 2)]
    links = [
        {"start": node, "end": "test:链", "stage": stage, "position": place, **EVIDENCE}
        for node, stage, place in rows
    ]
    maps.save_links(store, schema.IN_CHAIN, links)
    parties.save_wish(store, Wish(one.id, buyer.id, WishKind.MUST), at=NOON)
    parties.save_wish(store, Wish(two.id, absent.id, WishKind.WOULD), at=NOON)
    parties.save_wish(store, Wish(two.id, buyer.id, WishKind.VETO), at=NOON)
    conference = conferences.find_conference(store, CODE)
    conferences.set_phase(store, conference, Phase.REVIEW, at=NOON)
    slots = [each.id for each in conferences.list_slots(store, CODE)]
    made = [
        make_meeting(one.id, buyer.id, slots[0], "h1/1"),
        make_meeting(two.id, absent.id, slots[0], "h1/2"),
    ]
    timetables.change_timetable(store, CODE, lambda _: made, EDIT, at=NOON)
    organizer.post(f"{BASE}/timetable/publish", data={"number": "1"})
    timetables.save_state(store, CODE, made[0].id, MeetingState.HELD)
    timetables.save_state(store, CODE, made[1].id, MeetingState.NO_SHOW)
    parties.check_in(store, one.id, at=NOON)
    for side, outcome in (("a", Outcome.CONTACT), ("b_later", Outcome.AGREEMENT)):
        meeting_outcomes.say_outcome(
            store, CODE, made[0].id, side=side, outcome=outcome, note="=1+1"
        )
    signing = {"meeting": made[0].id, "amount": "300"}
    assert organizer.post(f"{BASE}/desk/project", data=signing).status_code == 302
    return made[0].id


@pytest.mark.both_servers
def test_a_report_counts_from_wishes_to_projects(store: Store, held: str) -> None:
    report = show_report(store, CODE, today=DAY)
    assert (report.funnel, report.amount, report.come) == ((2, 2, 1, 1, 1), 3_000_000, 1)
    assert report.said == [
        (Outcome.NO_CONTACT, 0, 0),
        (Outcome.CONTACT, 1, 0),
        (Outcome.TALKS, 0, 0),
        (Outcome.AGREEMENT, 0, 1),
    ]
    assert report.by_session == [Line("全场", 2, 1, 1, 1)]
    assert report.by_chain == [Line("链", 2, 1, 1, 1)]
    assert report.gaps == [
        Gap("阀", ("买2",), is_planned=False, is_held=False),
        Gap("泵", ("卖1",), is_planned=True, is_held=True),
    ]


def test_the_workbook_holds_every_sheet_and_no_formula(organizer: FlaskClient, held: str) -> None:
    file = organizer.get(f"{BASE}/report.xlsx", buffered=True).data
    book = load_workbook(io.BytesIO(file))
    assert [each.title for each in book] == [
        "会谈",
        "概况",
        "专场",
        "产业链",
        "补链覆盖",
        "签约项目",
    ]
    rows = {each.title: list(each.iter_rows(values_only=True)) for each in book}
    assert rows["会谈"][1][6] == "'=1+1；=1+1"
    assert rows["产业链"][1] == ("链", 2, 1, 1, 1)
    assert rows["签约项目"][1][2] == 300
    assert dict(rows["概况"])["有人未到"] == 1


def test_page_and_pdf_show_the_same_numbers(organizer: FlaskClient, held: str) -> None:
    page = organizer.get(f"{BASE}/report").text
    assert page.count("签约金额") == 1
    assert page.count("300.00 万元") == 2
    pdf = organizer.get(f"{BASE}/report.pdf", buffered=True)
    assert (pdf.mimetype, pdf.data[:5]) == ("application/pdf", b"%PDF-")
