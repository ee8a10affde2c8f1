"""An enterprise signs in, searches, opens a company, reads its recommendations and the map."""

import pytest
from playwright.sync_api import Page, expect
from walking import sign_in

pytestmark = pytest.mark.browser

ENTERPRISE = "enterprise@demo.example"
PHONE = {"width": 390, "height": 844}
PAGES = (
    "/",
    "/search?q=液压",
    "/recommendations",
    "/enterprises/demo:E0001",
    "/chains",
    "/chains/demo:gcjx",
    "/account",
)


def test_a_stranger_sees_what_the_platform_is(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_role("heading", level=1)).to_have_text("长沙市 · 产业链对接平台")
    expect(page.get_by_role("heading", name="公布的产业链")).to_be_visible()
    expect(page.locator(".chain-card")).to_have_count(10)


@pytest.mark.both_servers
def test_from_sign_in_to_a_reasoned_supplier(page: Page) -> None:
    sign_in(page, ENTERPRISE)
    page.keyboard.press("/")
    expect(page.locator("#search-box")).to_be_focused()
    page.keyboard.type("液压泵")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    page.get_by_role("main").get_by_role("link", name="长沙砺峰液压科技有限公司").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("长沙砺峰液压科技有限公司")
    page.get_by_role("link", name="推荐供应商").click()
    cards = page.locator("article.partner")
    expect(cards).to_have_count(20)
    expect(cards.first.locator(".path-chip").first).to_be_visible()
    cards.first.get_by_text("为什么排在这里").click()
    expect(cards.first.get_by_role("table")).to_be_visible()


def test_the_neighbourhood_is_drawn(page: Page) -> None:
    sign_in(page, ENTERPRISE)
    page.goto("/enterprises/demo:E0001")
    expect(page.locator("[data-around] canvas").first).to_be_visible()


def test_a_node_of_the_chain_narrows_the_list_by_keyboard(page: Page) -> None:
    page.goto("/chains/demo:gcjx")
    whole = page.locator("#makers-title").inner_text()
    page.locator("[data-node]").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#makers-title")).not_to_have_text(whole)
    assert page.url.count("node=demo") == 1


def test_the_language_switches_and_stays(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="English").click()
    expect(page.get_by_role("heading", name="Published chains")).to_be_visible()
    page.goto("/chains")
    expect(page.get_by_role("heading", level=1)).to_have_text("Key chains")


def test_no_page_is_wider_than_a_phone(page: Page) -> None:
    page.set_viewport_size(PHONE)
    sign_in(page, ENTERPRISE)
    widths = {}
    for address in PAGES:
        page.goto(address)
        widths[address] = page.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys(PAGES, PHONE["width"])


def test_signing_out_ends_the_session(page: Page) -> None:
    sign_in(page, ENTERPRISE)
    page.locator("details[data-menu] summary").click()
    page.get_by_role("button", name="退出登录").click()
    page.goto("/recommendations")
    assert page.url.count("/sign-in?next=") == 1
