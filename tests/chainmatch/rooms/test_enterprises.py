from conftest import Doorman
from flask import Flask, url_for
from small_chain import HOSTILE, save_chain, save_makers, save_trade

from chainmatch.formats import web_address
from graph.domain.account import Role
from graph.domain.clock import now
from graph.store import Store, merging
from graph.store.bulk import maps

SLASHED = "name:甲/乙 100%?"


def test_the_page_shows_products_partners_and_place(doorman: Doorman, store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "钢厂")
    save_makers(store, HOSTILE, "泵厂")
    save_trade(store, "钢厂", "泵厂")
    page = doorman.client(Role.ANALYST).get("/enterprises/name:泵厂").text
    assert page.count("<h1>泵厂</h1>") == 1
    assert page.count("工程机械 · 中游") == 1
    assert page.count(">供应方<") == 1
    assert page.count("40%") == 1


def test_an_unknown_enterprise_is_not_found(doorman: Doorman, store: Store) -> None:
    answer = doorman.client(Role.ANALYST).get("/enterprises/name:无")
    assert answer.status_code == 404
    assert answer.text.count("没有编码为 name:无 的企业。") == 1


def test_the_code_of_a_merged_record_leads_to_the_one_that_stayed(
    doorman: Doorman, store: Store
) -> None:
    save_makers(store, "test:钢", "甲", "乙")
    client = doorman.client(Role.ANALYST)
    seen = merging.preview(store, "name:甲", "name:乙", {})
    told = {"stays": "name:甲", "goes": "name:乙", "sides": {}, "mark": seen.mark}
    merging.merge(store, **told, by="o@test.example", at=now())
    answer = client.get("/enterprises/name:乙")
    with client.application.test_request_context():
        address = url_for("enterprises.page", code="name:甲")
    assert (answer.status_code, answer.location) == (302, address)


def test_a_stranger_is_asked_to_sign_in(app: Flask, store: Store) -> None:
    answer = app.test_client().get("/enterprises/name:泵厂")
    assert answer.status_code == 302


def test_an_empty_enterprise_says_what_to_do(doorman: Doorman, store: Store) -> None:
    maps.save_enterprises(store, [{"code": SLASHED, "name": "甲/乙", "source": "test"}])
    client = doorman.client(Role.ANALYST)
    with client.application.test_request_context():
        address = url_for("enterprises.page", code=SLASHED)
        partners = url_for("recommendations.page", code=SLASHED)
    page = client.get(address).text
    assert (page.count("还没有产品记录"), page.count("还没有往来记录")) == (1, 1)
    assert client.get(partners).status_code == 200


def test_the_picture_gets_plain_data(doorman: Doorman, store: Store) -> None:
    save_chain(store)
    save_makers(store, HOSTILE, "泵厂")
    data = doorman.client(Role.ANALYST).get("/neighbourhood/name:泵厂").json
    assert data is not None
    assert (data["name"], data["left_out"]) == ("泵厂", 0)
    assert [(each["name"], each["side"]) for each in data["neighbours"]] == [
        ("钢", "material"),
        ("泵/阀 50%#1?", "product"),
        ("挖掘机", "use"),
    ]


def test_only_web_addresses_become_links() -> None:
    assert web_address("www.a.example/x") == "https://www.a.example/x"
    assert web_address("http://a.example") == "http://a.example"
    assert web_address("javascript:alert(1)") == ""
    assert web_address("data://x") == ""


def test_every_page_is_reached_for_a_code_that_ends_like_an_address(
    doorman: Doorman, store: Store
) -> None:
    code = "name:甲/recommendations"
    maps.save_enterprises(store, [{"code": code, "name": "甲", "source": "test"}])
    client = doorman.client(Role.ANALYST)
    with client.application.test_request_context():
        partners = url_for("recommendations.page", code=code)
        own = url_for("enterprises.page", code=code)
    assert partners == "/recommendations/name:%E7%94%B2/recommendations"
    assert client.get(partners).text.count('class="asker"') == 1
    assert client.get(own).text.count('class="asker"') == 0
    assert client.get("/neighbourhood/" + code).status_code == 200


def test_filters_and_the_way_back_keep_a_hostile_code(
    app: Flask, doorman: Doorman, store: Store
) -> None:
    maps.save_enterprises(store, [{"code": SLASHED, "name": "甲/乙", "source": "test"}])
    with app.test_request_context():
        page = url_for("enterprises.page", code=SLASHED)
        partners = url_for("recommendations.page", code=SLASHED)
        sign_in = url_for("accounts.sign_in", next=page)
    client = doorman.client(Role.ANALYST)
    shown = client.get(partners).text
    assert shown.count(f'action="{partners}" hx-get="{partners}"') == 1
    assert shown.count(f'href="{partners}?role=customer"') == 1
    back = client.post("/language", data={"language": "en", "next": page})
    assert client.get(back.location).text.count("<h1>甲/乙</h1>") == 1
    assert app.test_client().get(page).location == sign_in


def test_what_is_drawn_is_also_a_list_of_links(doorman: Doorman, store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "钢厂")
    save_makers(store, HOSTILE, "泵厂")
    save_trade(store, "钢厂", "泵厂")
    client = doorman.client(Role.ANALYST)
    page = client.get("/enterprises/name:泵厂").text
    listed = page.partition('class="sides"')[2].partition("</details>")[0]
    data = client.get("/neighbourhood/name:泵厂").get_json()["neighbours"]
    others = [each for each in data if each["side"] != "product"]
    assert listed.count("<a ") == len(others) == 3
    assert [listed.count(f'href="{each["address"]}"') for each in others] == [1, 1, 1]


def test_nothing_around_is_said_instead_of_drawn(doorman: Doorman, store: Store) -> None:
    maps.save_enterprises(store, [{"code": SLASHED, "name": "甲/乙", "source": "test"}])
    client = doorman.client(Role.ANALYST)
    with client.application.test_request_context():
        address = url_for("enterprises.page", code=SLASHED)
    page = client.get(address).text
    assert (page.count("还画不出上下游"), page.count("data-around")) == (1, 0)
