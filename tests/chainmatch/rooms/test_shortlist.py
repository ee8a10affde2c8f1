import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_chain import HOSTILE, save_chain, save_makers
from werkzeug.test import TestResponse

from graph.derive import refresh
from graph.domain.account import Role
from graph.domain.feedback import FeedbackKind, Judgement, Shown
from graph.store import Store
from graph.store.desk import feedback


@pytest.fixture
def pump_maker(doorman: Doorman, store: Store) -> FlaskClient:
    """Signed in for 泵厂, which 钢甲 and 钢乙 could supply."""
    save_chain(store)
    save_makers(store, "test:钢", "钢甲", "钢乙")
    save_makers(store, HOSTILE, "泵厂")
    refresh(store)
    return doorman.client(Role.ENTERPRISE, enterprise="name:泵厂")


def act(
    client: FlaskClient, action: str, partner: str = "name:钢甲", **values: str
) -> TestResponse:
    return client.post(f"/shortlist/{action}", data={"partner": partner, **values})


def suppliers(client: FlaskClient) -> int:
    return client.get("/recommendations?role=supplier").text.count('class="card partner"')


def test_a_recommended_partner_is_kept_with_the_rank_it_had(
    pump_maker: FlaskClient, store: Store
) -> None:
    page = pump_maker.get("/recommendations?role=supplier").text
    assert page.count('action="/shortlist/favour"') == 2
    shown = {"role": "supplier", "version": "rules-2", "rank": "1", "next": "/recommendations"}
    assert act(pump_maker, "favour", **shown).location == "/recommendations"
    page = pump_maker.get("/recommendations?role=supplier").text
    assert (page.count("已收藏"), page.count('action="/shortlist/unfavour"')) == (1, 1)
    assert feedback.list_records(store) == [
        Judgement(
            FeedbackKind.FAVOURED,
            "name:泵厂",
            "name:钢甲",
            "enterprise@test.example",
            Shown("supplier", "rules-2", 1),
        )
    ]
    listed = pump_maker.get("/shortlist").text
    assert listed.count('value="name:钢甲" form="compare"') == 1


def test_a_dismissed_partner_stays_away_until_restored(pump_maker: FlaskClient) -> None:
    assert suppliers(pump_maker) == 2
    assert act(pump_maker, "dismiss").status_code == 422
    assert act(pump_maker, "dismiss", reason="nonsense").status_code == 422
    assert suppliers(pump_maker) == 2
    assert act(pump_maker, "dismiss", reason="too-far").status_code == 302
    assert suppliers(pump_maker) == 1
    assert pump_maker.get("/shortlist").text.count("距离太远") == 1
    act(pump_maker, "restore")
    assert suppliers(pump_maker) == 2


def test_others_see_their_own_list_alone(
    pump_maker: FlaskClient, doorman: Doorman, store: Store
) -> None:
    act(pump_maker, "favour")
    act(pump_maker, "dismiss", "name:钢乙", reason="other")
    other = doorman.client(Role.ENTERPRISE, enterprise="name:钢乙")
    assert other.get("/shortlist").text.count("name:钢甲") == 0
    colleague = doorman.client(Role.ENTERPRISE, enterprise="name:泵厂")
    assert colleague.get("/shortlist").text.count('name="code" value="name:钢甲"') == 1
    analyst = doorman.client(Role.ANALYST)
    page = analyst.get("/recommendations/name:泵厂?role=supplier").text
    assert (page.count('class="card partner"'), page.count("/shortlist/")) == (1, 0)


@pytest.mark.parametrize(
    ("partner", "status"), [("name:泵厂", 422), ("name:无", 404), ("", 422), ("x" * 401, 422)]
)
def test_nobody_keeps_itself_or_nobody(
    pump_maker: FlaskClient, store: Store, partner: str, status: int
) -> None:
    assert act(pump_maker, "favour", partner).status_code == status
    assert feedback.list_records(store) == []


def test_a_page_elsewhere_is_not_gone_to(pump_maker: FlaskClient) -> None:
    answer = act(pump_maker, "favour", next="https://elsewhere.example/")
    assert answer.location == "/shortlist"


def test_the_enterprise_page_keeps_too(pump_maker: FlaskClient) -> None:
    assert pump_maker.get("/enterprises/name:钢甲").text.count("/shortlist/favour") == 1
    assert pump_maker.get("/enterprises/name:泵厂").text.count("/shortlist/favour") == 0
    act(pump_maker, "favour")
    assert pump_maker.get("/enterprises/name:钢甲").text.count("/shortlist/unfavour") == 1


def test_two_to_five_are_compared(pump_maker: FlaskClient) -> None:
    both = pump_maker.get("/shortlist/compare?code=name:钢甲&code=name:泵厂&code=name:钢甲").text
    assert (both.count('<th scope="col">'), both.count("工程机械")) == (2, 2)
    unknown = pump_maker.get("/shortlist/compare?code=name:钢甲&code=name:无").text
    assert unknown.count('<th scope="col">') == 1
    for query in ("", "?code=name:钢甲", "?" + "&".join(f"code={n}" for n in range(6))):
        assert pump_maker.get(f"/shortlist/compare{query}").status_code == 422


@pytest.mark.parametrize("number", [0, 1, 2])
def test_the_list_with_none_one_and_two_rows(pump_maker: FlaskClient, number: int) -> None:
    for partner in ("name:钢甲", "name:钢乙")[:number]:
        act(pump_maker, "favour", partner)
    page = pump_maker.get("/shortlist").text
    assert page.count('form="compare"') == number
    assert page.count("还没有收藏企业") == (number == 0)
