"""The orders room: updated by its keepers, answered by those who signed."""

from conftest import Doorman
from small_ledger import new_project, save_places

from graph.domain.account import Role
from graph.store import Store
from graph.store.followup import orders, project_creation


def save_red(store: Store) -> None:
    save_places(store)
    red = {"required": 900_000_000, "required_by": "2026-02-01"}
    project_creation.create_projects(store, [new_project("p:1", **red), new_project("p:2")])


def test_from_a_red_light_to_the_answer(doorman: Doorman, store: Store) -> None:
    save_red(store)
    organizer = doorman.client(Role.ORGANIZER)
    assert "没有未办结的督办单" in organizer.get("/orders").text
    answer = organizer.post("/orders/update", follow_redirects=True)
    assert "督办单已更新：新发 1 份，升级约谈 0 份，办结 0 份。" in answer.text
    assert answer.text.count('data-label="项目"') == 1
    (order,) = orders.list_open(store)
    assert f"督办单 {order.number}" in organizer.get("/projects/p:1").text
    enterprise = doorman.client(Role.ENTERPRISE, enterprise="name:乙")
    own = enterprise.get("/orders").text
    assert (own.count('data-label="项目"'), "按今天的灯色更新" in own) == (1, False)
    address = f"/orders/{order.id}"
    assert f"请于 {order.due} 前书面答复" in enterprise.get(address).text
    assert enterprise.post(address, data={"answer": " "}).status_code == 422
    assert enterprise.post(address, data={"answer": "月底前到位"}).status_code == 302
    assert "月底前到位" in organizer.get(address).text
    assert f"{orders.find_order(store, order.id).answered} 已答复" in organizer.get("/orders").text


def test_others_neither_see_nor_answer(doorman: Doorman, store: Store) -> None:
    save_red(store)
    store.write("CREATE (:Enterprise {code: 'name:丙', name: '丙', source: 'test'})")
    doorman.client(Role.ORGANIZER).post("/orders/update")
    (order,) = orders.list_open(store)
    stranger = doorman.client(Role.ENTERPRISE, enterprise="name:丙")
    assert stranger.get("/orders").text.count('data-label="项目"') == 0
    assert stranger.post(f"/orders/{order.id}", data={"answer": "好"}).status_code == 404
    analyst = doorman.client(Role.ANALYST)
    assert analyst.post("/orders/update").status_code == 403
    assert analyst.get(f"/orders/{order.id}").status_code == 200
    assert analyst.post(f"/orders/{order.id}", data={"answer": "好"}).status_code == 403


def test_an_unknown_order_is_not_found(doorman: Doorman) -> None:
    assert doorman.client(Role.ANALYST).get("/orders/nothing").status_code == 404
