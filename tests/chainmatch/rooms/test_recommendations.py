import pytest
from conftest import Doorman
from flask.testing import FlaskClient
from small_map import save_enterprises, save_hydraulics, save_makes, save_supplies, save_trades

from graph.domain.account import Role
from graph.store import Store


@pytest.fixture
def pump_maker(doorman: Doorman, store: Store) -> FlaskClient:
    """A client signed in for 泵厂 of the small map."""
    save_hydraulics(store)
    return doorman.client(Role.ENTERPRISE, enterprise="name:泵厂")


def partners(page: str) -> int:
    return page.count('<article class="card partner"')


def test_visitors_sign_in_first(client: FlaskClient) -> None:
    answer = client.get("/recommendations")
    assert (answer.status_code, answer.location) == (302, "/sign-in?next=/recommendations")


def test_an_enterprise_sees_its_suppliers_with_the_drawn_path(pump_maker: FlaskClient) -> None:
    page = pump_maker.get("/recommendations").text
    assert partners(page) == 2
    assert page.index("铸造厂") < page.index("精铸")
    assert page.count("按名称同类") == 1
    assert page.count("为什么排在这里") == 2
    assert page.count("排序版本 rules-4。") == 1


@pytest.mark.parametrize(
    ("role", "name"), [("customer", "主机厂"), ("peer", "泵业"), ("institute", "液压所")]
)
def test_each_role_has_its_list_with_one_row(pump_maker: FlaskClient, role: str, name: str) -> None:
    page = pump_maker.get(f"/recommendations?role={role}").text
    assert partners(page) == 1
    assert page.count(f">{name}</a></h3>") == 1


def test_an_odd_role_and_page_are_read_as_the_first(pump_maker: FlaskClient) -> None:
    answer = pump_maker.get("/recommendations?role=x&page=99&size=x")
    assert (answer.status_code, partners(answer.text)) == (200, 2)


def test_known_partners_are_left_out_until_asked_for(pump_maker: FlaskClient, store: Store) -> None:
    save_trades(store, ("铸造厂", "泵厂"))
    assert partners(pump_maker.get("/recommendations").text) == 1
    page = pump_maker.get("/recommendations?known=1").text
    assert (partners(page), page.count("已有往来</span>")) == (2, 1)


def test_filters_that_leave_nobody_offer_to_be_cleared(pump_maker: FlaskClient) -> None:
    page = pump_maker.get("/recommendations?region=110000").text
    assert partners(page) == 0
    assert page.count("没有符合筛选条件的伙伴") == 1


def test_htmx_gets_the_results_alone(pump_maker: FlaskClient) -> None:
    page = pump_maker.get("/recommendations", headers={"HX-Request": "true"}).text
    assert (page.count("<html"), partners(page)) == (0, 2)


def test_long_lists_have_pages(doorman: Doorman, store: Store) -> None:
    names = [f"铸造厂{number:02}" for number in range(23)]
    save_enterprises(store, "泵厂", *names)
    save_makes(store, ("泵厂", "液压泵", 1.0), *((name, "铸件", 1.0) for name in names))
    save_supplies(store, ("铸件", "液压泵"))
    client = doorman.client(Role.ENTERPRISE, enterprise="name:泵厂")
    assert partners(client.get("/recommendations").text) == 20
    assert partners(client.get("/recommendations?page=2").text) == 3


def test_staff_look_at_any_enterprise(doorman: Doorman, store: Store) -> None:
    save_hydraulics(store)
    client = doorman.client(Role.ANALYST)
    assert client.get("/recommendations").text.count("请先选择一家企业") == 1
    assert partners(client.get("/recommendations/name:泵厂").text) == 2
    assert client.get("/recommendations/name:无").status_code == 404


def test_without_products_the_page_says_what_to_do(doorman: Doorman, store: Store) -> None:
    save_enterprises(store, "新厂")
    client = doorman.client(Role.ANALYST)
    page = client.get("/recommendations/name:新厂").text
    assert page.count("图谱里还没有这家企业的产品、行业或往来") == 1
    assert page.count("去导入数据") == 1


def test_the_page_speaks_english(doorman: Doorman, store: Store) -> None:
    save_hydraulics(store)
    client = doorman.client(Role.ENTERPRISE, enterprise="name:泵厂", locale="en")
    page = client.get("/recommendations").text
    assert page.count("Why this rank") == 2
    assert page.count("same kind by name") == 1
