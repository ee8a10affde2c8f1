"""A meeting request from one browser to another: accepted, declined, clicked twice, expired."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from walking import sign_in

from chainmatch.config import Config
from chainmatch.formats import today
from graph.store import Store
from graph.store.desk import requests
from graph.store.desk.requests import ALL

pytestmark = pytest.mark.browser

ASKER, PARTNER = "enterprise@demo.example", "battery@demo.example"
CELLS = "/enterprises/demo:E0002"
SOON = (today() + timedelta(days=3)).strftime("%Y-%m-%dT10:00")
EXPIRE = "MATCH (r:MeetingRequest) WHERE r.message = $words SET r.expires_on = '2026-01-01'"


@pytest.fixture
def other(browser: Browser, site: str) -> Iterator[Page]:
    """The other side, in a browser of its own."""
    context = browser.new_context(base_url=site, locale="zh-CN")
    page = context.new_page()
    sign_in(page, PARTNER)
    yield page
    context.close()


@pytest.fixture
def graph(site: str, site_home: Path) -> Iterator[Store]:
    """The graph of the site, beside the site itself."""
    store = Store(Config(home=site_home, graph=None).locate)
    yield store
    store.close()


def free_pair(graph: Store) -> None:
    """Make way for a new request: the demo has one of this pair that waits."""
    graph.write("MATCH (r:MeetingRequest) WHERE r.state = 'open' SET r.expires_on = '2026-01-01'")


def ask(page: Page, words: str) -> None:
    page.goto(CELLS)
    page.get_by_role("link", name="请求对接").click()
    page.get_by_label("想对接的事项").fill(words)
    page.get_by_label("建议时间一").fill(SOON)
    page.get_by_role("button", name="发出请求").click()
    expect(page.get_by_role("status")).to_have_text("对接请求已发出，对方答复后会通知您。")


def open_notice(page: Page) -> None:
    page.goto("/")
    page.locator(".topbar-bell").click()
    page.locator(".notice-open button").first.click()


def test_asked_accepted_and_met(page: Page, other: Page, graph: Store) -> None:
    free_pair(graph)
    sign_in(page, ASKER)
    ask(page, "走一遍：请接受")
    open_notice(other)
    expect(other.locator(".request-words").first).to_have_text("走一遍：请接受")
    other.get_by_role("button", name="同意对接").click()
    expect(other.locator(".request-light")).to_have_text("已同意")
    page.reload()
    expect(page.get_by_role("heading", name="长沙云岫新能源科技有限公司 的联系人")).to_be_visible()
    page.get_by_label("达成合作").check()
    page.get_by_role("button", name="登记结果").click()
    expect(page.get_by_text("会务已收到通知")).to_be_visible()


def test_declined_with_a_reason(page: Page, other: Page, graph: Store) -> None:
    free_pair(graph)
    sign_in(page, ASKER)
    ask(page, "走一遍：请婉拒")
    open_notice(other)
    other.locator("summary", has_text="婉拒").click()
    other.get_by_role("button", name="确认婉拒").click()
    expect(other.locator(".request-error")).to_have_text("请选择婉拒的原因。")
    other.get_by_label("目前没有这方面的需要").check()
    other.get_by_role("button", name="确认婉拒").click()
    expect(other.locator(".request-light")).to_have_text("已婉拒")
    page.reload()
    expect(page.locator(".request-steps")).to_contain_text("目前没有这方面的需要")


def test_a_double_click_sends_one_and_what_is_over_says_so(
    page: Page, other: Page, graph: Store
) -> None:
    free_pair(graph)
    sign_in(page, ASKER)
    before = requests.count_requests(graph, ALL, "", today=today())
    page.goto(CELLS)
    page.get_by_role("link", name="请求对接").click()
    page.get_by_label("想对接的事项").fill("走一遍：双击")
    page.get_by_role("button", name="发出请求").dblclick()
    expect(page.locator(".request-light")).to_have_text("等待答复")
    assert requests.count_requests(graph, ALL, "", today=today()) == before + 1
    graph.write(EXPIRE, words="走一遍：双击")
    page.reload()
    expect(page.locator(".request-light")).to_have_text("已过期")
    other.goto("/requests?state=expired")
    expect(other.get_by_text("走一遍：双击")).to_be_visible()
