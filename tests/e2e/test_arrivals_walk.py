"""The door of a conference, with and without a network."""

import io
import re
from collections.abc import Iterator

import pytest
import segno
from playwright.sync_api import Browser, Page, expect
from walking import sign_in

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """A phone at the door; losing the network is no fault of the page."""
    context = browser.new_context(base_url=site, viewport=PHONE, locale="zh-CN")
    yield context.new_page()
    context.close()


def press(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name).first.click()


def open_a_published_conference(page: Page) -> str:
    """Make a conference with three parties and publish a meeting; return its path."""
    page.goto("/conferences/new")
    page.get_by_label("名称", exact=True).fill("签到演练")
    page.get_by_label("场馆").fill("会展中心")
    page.get_by_label("桌数").fill("2")
    page.get_by_label("谁和谁会谈").select_option("one")
    press(page, "保存")
    base = re.sub(r"https?://[^/]+", "", page.url)
    page.goto(f"{base}/parties?q=机械")
    found = page.locator('[name="enterprise"]')
    for number in range(3):
        found.nth(number).check()
    press(page, "添加")
    page.goto(f"{base}/parties")
    first = page.locator('[name="party"]').first.get_attribute("value")
    page.goto(base)
    press(page, "进入“征集意愿”")
    page.goto(f"/parties/{first}/wishes")
    press(page, "必见")
    page.goto(base)
    press(page, "进入“意愿截止”")
    page.goto(f"{base}/timetable")
    press(page, "开始排期")
    expect(page.get_by_text("已完成")).to_be_visible(timeout=60_000)
    page.goto(base)
    press(page, "进入“复核”")
    page.goto(f"{base}/timetable")
    press(page, "公布")
    expect(page.get_by_text("没有未公布的改动。")).to_be_visible()
    return base


def tokens(page: Page, base: str) -> list[str]:
    """Return what stands on the badges."""
    return [each["token"] for each in page.request.get(f"{base}/arrivals/badges").json()["badges"]]


def scan(page: Page, text: str) -> None:
    """Do what a hand scanner does: it types and presses enter."""
    page.get_by_label("胸卡号").fill(text)
    page.keyboard.press("Enter")


def picture_of(text: str) -> bytes:
    file = io.BytesIO()
    segno.make(text, error="q", micro=False).save(file, kind="png", scale=6, border=8)
    return file.getvalue()


def test_badges_are_read_offline_and_sent_when_the_network_is_back(phone: Page) -> None:
    sign_in(phone, "organizer@demo.example")
    base = open_a_published_conference(phone)
    first, second, third = tokens(phone, base)
    phone.goto(f"{base}/arrivals/")
    state, come = phone.locator("#arrivals-state"), phone.locator("#arrivals-come")
    expect(state).to_contain_text("没有网络也能打开")
    phone.context.set_offline(True)
    phone.reload()
    scan(phone, f"chainmatch:{first}")
    expect(phone.locator("#arrivals-result")).to_have_class(re.compile("is-welcome"))
    code = {"name": "a.png", "mimeType": "image/png", "buffer": picture_of(f"chainmatch:{second}")}
    phone.locator("#arrivals-photo").set_input_files(code)  # type: ignore[arg-type]
    expect(come).to_have_text("2")
    scan(phone, f"chainmatch:{first}")
    expect(phone.locator("#arrivals-result")).to_contain_text("之前已签到")
    phone.reload()
    expect(come).to_have_text("2")
    expect(state).to_contain_text("没有网络")
    expect(state).to_have_attribute("data-waiting", "2")
    phone.context.set_offline(False)
    expect(state).to_have_attribute("data-waiting", "0")
    rows = phone.request.get(f"{base}/arrivals/badges").json()["badges"]
    assert {each["token"] for each in rows if each["at"]} == {first, second}
    by_name = next(each["name"] for each in rows if each["token"] == third)
    phone.get_by_label("企业或姓名").fill(by_name)
    phone.get_by_role("button", name=f"签到 {by_name}").click()
    expect(state).to_have_attribute("data-waiting", "0")
    phone.goto(f"{base}/desk")
    expect(phone.get_by_role("heading", name="签到（3 / 3）")).to_be_visible()
