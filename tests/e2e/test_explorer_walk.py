"""An analyst reads a chain, opens its links down to the source, keeps the view and publishes it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from walking import sign_in

pytestmark = pytest.mark.browser

TAP = """(name) => {
  const picture = document.querySelector("[data-canvas]").picture;
  picture.nodes().filter((node) => node.data("label").startsWith(name)).emit("tap");
}"""


def test_from_the_picture_to_the_source_of_a_link(page: Page) -> None:
    sign_in(page, "analyst@demo.example")
    page.get_by_role("link", name="产业地图").first.click()
    expect(page.locator("[data-drawn]")).to_be_visible()
    page.evaluate(TAP, "芯片封装")
    sheet = page.locator("#sheet")
    expect(sheet.get_by_role("heading", level=2)).to_have_text("芯片封装")
    sheet.locator("ul.linked li").first.get_by_role("link", name="这条关系").click()
    expect(sheet.locator("strong")).to_have_text("企业产品")
    expect(sheet).to_contain_text("演示数据")
    page.reload()
    expect(page.locator("#sheet strong")).to_have_text("企业产品")


def test_a_view_is_kept_with_all_that_was_chosen(page: Page, tmp_path: Path) -> None:
    sign_in(page, "analyst@demo.example")
    page.goto("/map?layer=trades&picture=sankey")
    expect(page.locator("[data-canvas] canvas").first).to_be_visible()
    for form in ("png", "svg"):
        with page.expect_download() as told:
            page.locator(f"[data-save={form}]").click()
        told.value.save_as(tmp_path / form)
        assert (tmp_path / form).stat().st_size > 5000
    page.get_by_text("保存此视图").click()
    page.get_by_label("名称").fill("往来")
    page.locator(".explorer-keep").get_by_role("button", name="保存").click()
    page.get_by_role("link", name="往来", exact=True).click()
    page.wait_for_url("**/map?layer=trades&picture=sankey")


def test_without_scripts_there_are_a_picture_and_a_table(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False, locale="zh-CN")
    page = context.new_page()
    sign_in(page, "analyst@demo.example")
    page.goto("/map?layer=enterprises")
    width = page.locator("img.explorer-still").bounding_box()
    assert width is not None
    assert width["width"] > 300
    page.locator("tbody a").first.click()
    expect(page.locator("#sheet h2")).to_be_visible()
    context.close()


def test_a_map_is_published_for_everybody(page: Page) -> None:
    sign_in(page, "organizer@demo.example")
    page.goto("/atlas")
    page.get_by_role("button", name="起草图谱").click()
    page.locator("input[name=key]").first.check()
    page.get_by_label("发展方向（每行一条）").fill("补上光刻胶")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("button", name="发布").click()
    expect(page.get_by_text("已发布，任何人都可以查看。")).to_be_visible()
    public = page.url
    page.context.clear_cookies()
    page.goto(public)
    expect(page.get_by_text("补上光刻胶")).to_be_visible()
    expect(page.locator(".atlas-picture svg")).to_be_visible()
