"""An analyst reads a chain's weak spots, asks who could fill one, and what if its maker failed."""

import re

import pytest
from playwright.sync_api import Page, expect
from walking import sign_in

pytestmark = pytest.mark.browser
JOB_MILLISECONDS = 120_000


def test_from_a_gap_to_those_who_could_fill_it(page: Page) -> None:
    sign_in(page, "analyst@demo.example")
    page.get_by_role("link", name="强链补链诊断").first.click()
    page.get_by_role("link", name="工程机械", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("工程机械 诊断")
    expect(page.locator(".nine-list")).to_have_count(9)

    gaps = page.locator(".diagnosis-figure", has_text="缺口")
    number = gaps.locator("strong").inner_text()
    gaps.locator("strong a").click()
    expect(page.locator(".diagnosis-nodes tbody tr")).to_have_count(int(number))

    name = page.locator(".diagnosis-nodes tbody a").first.inner_text()
    page.get_by_role("link", name="谁能补这个缺口").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"谁能补“{name}”的缺口")
    expect(page.get_by_role("heading", level=2, name=re.compile("周边城市的企业"))).to_be_visible()
    expect(page.locator(".filler-path").first).to_contain_text("来源：演示数据")


def test_what_if_the_maker_of_pumps_failed(page: Page) -> None:
    sign_in(page, "analyst@demo.example")
    page.get_by_role("link", name="断链推演").first.click()
    page.get_by_label("名称（供应关系填供应方）").fill("长沙砺峰液压科技有限公司")
    page.get_by_role("button", name="移除").click()
    page.wait_for_url("**/what-if?enterprise=*")
    expect(page.locator(".taken li")).to_contain_text("长沙砺峰液压科技有限公司")
    pumps = page.locator("#lost-nodes tr", has_text="液压泵").first
    expect(pumps).to_contain_text("直接")
    expect(page.locator("#lost-firms tbody tr").first).to_be_visible()

    page.get_by_role("button", name="按今天的图谱计算").click()
    page.wait_for_url("**/what-if/rankings/*")
    ranked = page.locator("section", has=page.get_by_role("heading", name="最关键的企业"))
    expect(ranked.locator("tbody tr")).to_have_count(100, timeout=JOB_MILLISECONDS)
    ranked.get_by_role("link", name="推演").first.click()
    expect(page.locator("#lost-nodes tbody tr").first).to_be_visible()
