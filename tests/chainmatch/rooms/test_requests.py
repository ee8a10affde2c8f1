import re
from datetime import timedelta
from uuid import uuid4

import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_listing import post, save_map
from werkzeug.test import TestResponse

from chainmatch.formats import ZONE, today
from chainmatch.rooms.requests import operations
from graph.domain.account import Role
from graph.domain.clock import now
from graph.domain.contact import Contact
from graph.domain.feedback import FeedbackKind, Shown
from graph.domain.meeting_request import RequestState, Side, StepKind
from graph.store import Store
from graph.store.desk import feedback, requests
from graph.store.people import contacts
from graph.store.post import notices

ID = "ab" * 16
A, B = "name:甲", "name:丙"
ANN, BEN = "enterprise@test.example", "enterprise2@test.example"
SOON = (now().astimezone(ZONE) + timedelta(days=3)).strftime("%Y-%m-%dT09:30")
LATER = (now().astimezone(ZONE) + timedelta(days=4)).strftime("%Y-%m-%dT14:00")
PAST = "2020-01-01T09:00"
VALUES = {
    "id": ID,
    "to": B,
    "message": "想了解贵企业的特种钢。",
    "way": "online",
    "time1": SOON,
    "time2": LATER,
}


@pytest.fixture
def ann(doorman: Doorman, store: Store) -> FlaskClient:
    """Signed in for 甲, who asks."""
    save_map(store)
    return doorman.client(Role.ENTERPRISE, enterprise=A)


@pytest.fixture
def ben(ann: FlaskClient, doorman: Doorman) -> FlaskClient:
    """Signed in for 丙, who is asked."""
    return doorman.client(Role.ENTERPRISE, enterprise=B)


def ask(client: FlaskClient, **changed: str) -> TestResponse:
    return client.post("/requests/new", data={**VALUES, **changed})


def act(client: FlaskClient, verb: str, version: int = 1, **values: str) -> TestResponse:
    return client.post(f"/requests/{ID}/{verb}", data={"version": str(version), **values})


def state(store: Store) -> RequestState:
    return requests.find_request(store, ID).state(today())


def first_time(store: Store) -> str:
    return requests.find_request(store, ID).terms.times[0]


def problems(answer: TestResponse) -> list[str]:
    return re.findall(
        r'(?:invalid-feedback"[^>]*|role="alert"|request-error")>([^<]*)<', answer.text
    )


def test_asked_and_accepted(ann: FlaskClient, ben: FlaskClient, store: Store) -> None:
    contacts.add_contact(store, B, Contact("c1", "丙先生", phone="13800000000"), at=now())
    page = ann.get(f"/requests/new?to={B}")
    assert page.text.count("还可发出 20 个") == 1
    assert ask(ann).location == f"/requests/{ID}"
    assert ann.get(f"/requests/{ID}").text.count("13800000000") == 0
    assert ben.get("/requests").text.count("想了解贵企业的特种钢。") == 1
    assert ann.get("/requests?view=outgoing").text.count("还可发出 19 个") == 1
    assert notices.count_unread(store, BEN) == 1
    assert act(ben, "accept", time=first_time(store)).location == f"/requests/{ID}"
    assert state(store) == RequestState.ACCEPTED
    assert ann.get(f"/requests/{ID}").text.count("13800000000") == 2
    assert [each.kind for each in feedback.list_records(store)] == [
        FeedbackKind.REQUESTED,
        FeedbackKind.ACCEPTED,
    ]
    assert notices.count_unread(store, ANN) == 1


def test_a_double_click_makes_one_request(ann: FlaskClient, store: Store) -> None:
    assert ask(ann).location == ask(ann).location == f"/requests/{ID}"
    assert requests.count_requests(store, requests.ALL, "", today=today()) == 1


def test_a_double_click_on_accept_is_one_step(
    ann: FlaskClient, ben: FlaskClient, store: Store
) -> None:
    ask(ann)
    chosen = first_time(store)
    assert act(ben, "accept", time=chosen).status_code == 302
    assert act(ben, "accept", time=chosen).status_code == 302
    assert len(requests.find_request(store, ID).steps) == 2


def test_a_second_request_of_the_pair_is_refused(
    ann: FlaskClient, ben: FlaskClient, store: Store
) -> None:
    ask(ann)
    back = ask(ben, id=uuid4().hex, to=A)
    assert (back.status_code, problems(back)) == (
        422,
        ["贵企业与这家企业之间已有一个等待答复的对接请求。"],
    )
    assert ben.get(f"/requests/new?to={A}").text.count("查看这个请求") == 1


def test_declined_with_a_reason(ann: FlaskClient, ben: FlaskClient, store: Store) -> None:
    ask(ann)
    assert problems(act(ben, "decline")) == ["请选择婉拒的原因。"]
    assert problems(act(ben, "decline", reason="other")) == ["请写明原因。"]
    assert act(ben, "decline", reason="no-need", words="明年再谈").status_code == 302
    assert state(store) == RequestState.DECLINED
    page = ann.get(f"/requests/{ID}").text
    assert (page.count("目前没有这方面的需要"), page.count("明年再谈")) == (1, 1)


def test_countered_then_accepted(ann: FlaskClient, ben: FlaskClient, store: Store) -> None:
    ask(ann)
    assert problems(act(ben, "counter", way="phone")) == ["请另提一个时间，或写明您的建议。"]
    assert act(ben, "counter", way="phone", time1=LATER).status_code == 302
    assert act(ben, "accept", 2, time=first_time(store)).status_code == 409
    assert act(ann, "accept", 2, time=first_time(store)).status_code == 302
    assert state(store) == RequestState.ACCEPTED


def test_changed_and_withdrawn_while_unanswered(ann: FlaskClient, store: Store) -> None:
    ask(ann)
    changed = {**VALUES, "version": "1", "message": "改为线下见面"}
    assert ann.post(f"/requests/{ID}/change", data=changed).location == f"/requests/{ID}"
    stale = ann.post(f"/requests/{ID}/change", data={**changed, "message": "又改"})
    assert stale.status_code == 302
    assert requests.find_request(store, ID).terms.message == "改为线下见面"
    assert act(ann, "withdraw", 1).status_code == 409
    assert act(ann, "withdraw", 2).status_code == 302
    assert state(store) == RequestState.WITHDRAWN


def test_what_changed_meanwhile_is_shown_before_the_next_try(
    ann: FlaskClient, ben: FlaskClient, doorman: Doorman, store: Store
) -> None:
    ask(ann)
    colleague = doorman.client(Role.ENTERPRISE, enterprise=A)
    changed = {**VALUES, "version": "1", "message": "同事先改了"}
    colleague.post(f"/requests/{ID}/change", data=changed)
    answer = ann.post(f"/requests/{ID}/change", data={**changed, "message": "我也改"})
    assert (answer.status_code, answer.text.count("同事先改了")) == (409, 1)
    answer = act(ben, "accept", 1, time=first_time(store))
    assert (answer.status_code, answer.text.count("已有新的进展")) == (409, 1)
    assert state(store) == RequestState.OPEN


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"message": ""}, "请写明想对接的事项。"),
        ({"message": "甲" * 1001}, "内容太长，请写短一些。"),
        ({"time1": PAST}, "时间应在现在之后、半年之内。"),
        ({"way": "pigeon"}, "请从列表中选择。"),
        ({"to": A}, "不能向自己的企业发起对接请求。"),
    ],
)
def test_what_cannot_be_sent(
    ann: FlaskClient, store: Store, given: dict[str, str], words: str
) -> None:
    answer = ask(ann, **given)
    assert (answer.status_code, problems(answer)) == (422, [words])
    assert requests.count_requests(store, requests.ALL, "", today=today()) == 0


def test_a_request_about_a_listing(ann: FlaskClient, ben: FlaskClient, store: Store) -> None:
    need = post(store, id="2" * 32)
    assert ben.get(f"/requests/new?to={A}&listing={need.id}").text.count(need.title) == 1
    assert ask(ben, to=A, listing=need.id).status_code == 302
    assert requests.find_request(store, ID).listing.title == need.title
    assert ann.get("/requests").text.count(need.title) == 1


def test_a_request_from_a_recommendation_is_feedback(ann: FlaskClient, store: Store) -> None:
    ask(ann, role="supplier", ranker="v7", rank="4")
    (said,) = feedback.list_records(store)
    assert said.shown == Shown("supplier", "v7", 4)


def test_others_see_nothing_and_organizers_help_on_record(
    ann: FlaskClient, ben: FlaskClient, doorman: Doorman, store: Store
) -> None:
    ask(ann)
    other = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    assert other.get(f"/requests/{ID}").status_code == 404
    assert act(other, "accept", time=first_time(store)).status_code == 404
    organizer = doorman.client(Role.ORGANIZER)
    assert organizer.get("/requests").text.count("想了解贵企业的特种钢。") == 1
    assert act(organizer, "accept", time=first_time(store)).status_code == 302
    step = requests.find_request(store, ID).steps[-1]
    assert (step.side, step.is_helped, step.by) == (
        Side.PARTNER,
        True,
        "organizer@test.example",
    )
    assert notices.count_unread(store, BEN) == 2
    assert notices.count_unread(store, ANN) == 1


def test_an_organizer_asks_for_an_enterprise(
    ann: FlaskClient, doorman: Doorman, store: Store
) -> None:
    organizer = doorman.client(Role.ORGANIZER)
    assert ask(organizer, asker="无此企业").status_code == 422
    assert ask(organizer, asker="甲").status_code == 302
    assert requests.find_request(store, ID).asker.code == A


def test_the_limit_shows_before_it_bites(ann: FlaskClient, doorman: Doorman, store: Store) -> None:
    administrator = doorman.client(Role.ADMINISTRATOR)
    assert administrator.post("/requests/limit", data={"most": "0"}).status_code == 422
    (seen,) = re.findall(
        r'name="seen" type="hidden" value="(\w+)"', administrator.get("/requests/limit").text
    )
    for _ in range(2):
        answer = administrator.post("/requests/limit", data={"most": "1", "seen": seen})
        assert answer.status_code == 302
    late = administrator.post("/requests/limit", data={"most": "9", "seen": seen})
    assert (late.status_code, late.text.count("现在的上限是 1 个")) == (422, 1)
    assert ann.get("/requests?view=outgoing").text.count("还可发出 1 个") == 1
    ask(ann)
    page = ann.get("/requests/new?to=name:乙").text
    assert (page.count("还可发出 0 个"), len(re.findall(r"<button[^>]*disabled", page))) == (1, 1)
    full = "同时等待答复的请求最多 1 个，请等对方答复或撤回一些。"
    assert page.count(full) == 1
    answer = ask(ann, id=uuid4().hex, to="name:乙")
    assert problems(answer) == [full]


def test_the_outcome_of_each_side_and_the_organizers_learn_of_an_agreement(
    ann: FlaskClient, ben: FlaskClient, doorman: Doorman, store: Store
) -> None:
    organizer = doorman.client(Role.ORGANIZER)
    ask(ann)
    assert act(ann, "outcome", outcome="talks").status_code == 409
    act(ben, "accept", time=first_time(store))
    assert act(ann, "outcome", 2, outcome="talks", words="下周打样").status_code == 302
    assert ben.get(f"/requests/{ID}").text.count("下周打样") == 0
    assert act(ben, "outcome", 3, outcome="agreement").status_code == 302
    found = requests.find_request(store, ID)
    assert (found.asker_outcome, found.partner_outcome) == ("talks", "agreement")
    said = {(each.kind, each.asker, each.shown) for each in feedback.list_records(store)}
    assert {each for each in said if each[0] in ("met", "signed")} == {
        *((kind, found.asker.code, found.shown) for kind in ("met", "signed")),
        *((kind, found.partner.code, Shown()) for kind in ("met", "signed")),
    }
    assert notices.count_unread(store, "organizer@test.example") == 1
    page = organizer.get(f"/requests/{ID}").text
    assert (page.count(f"/projects/new?request={ID}"), page.count("下周打样")) == (1, 1)


def test_what_is_over_says_so_before_any_worker_comes(
    ann: FlaskClient, ben: FlaskClient, store: Store
) -> None:
    ask(ann)
    store.write("MATCH (r:MeetingRequest) SET r.expires_on = '2026-01-01'")
    assert ben.get(f"/requests/{ID}").text.count("到期未答复") == 1
    assert ben.get("/requests?state=expired").text.count("想了解贵企业的特种钢。") == 1
    assert act(ben, "accept", time=first_time(store)).status_code == 409
    operations.expire(store, ID, today=today(), now=now())
    operations.expire(store, ID, today=today(), now=now())
    assert [step.kind for step in requests.find_request(store, ID).steps] == [
        StepKind.SENT,
        StepKind.EXPIRED,
    ]
    assert notices.count_unread(store, ANN) == 1


@pytest.mark.parametrize("total", [1, 3])
def test_lists(ann: FlaskClient, store: Store, total: int) -> None:
    for number in range(total):
        code = f"test:E{number}"
        store.write("CREATE (:Enterprise {code: $c, name: $c, source: 'test'})", c=code)
        ask(ann, id=uuid4().hex, to=code)
    page = ann.get("/requests?view=outgoing").text
    assert page.count('<li class="card request">') == total
