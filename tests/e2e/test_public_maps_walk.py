"""The maps of tpex and ckg are explored, diagnosed and exported: a part of each.

Where ``CHAINMATCH_DATA`` has no public sets, invented ones in the same formats stand for them
(tests/public_extracts.py), so that nothing here is ever skipped for want of data.
"""

import re
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, expect
from public_maps import ANALYST, PublicMaps
from read_exports import CHECKS
from walking import sign_in

from graph.store import Store

pytestmark = pytest.mark.browser
JOB_MILLISECONDS = 120_000
PNG = b"\x89PNG\r\n\x1a\n"
TAP = """(name) => {
  const picture = document.querySelector("[data-canvas]").picture;
  picture.nodes().filter((node) => node.data("label").split("  ")[0] === name).emit("tap");
}"""


@pytest.fixture
def site(public_site: str) -> str:
    return public_site


def open_centre(page: Page, name: str) -> None:
    """Type what is to stand in the middle of the map."""
    page.goto("/map")
    page.get_by_label("或以产品、行业、企业为中心").fill(name)
    page.get_by_role("main").get_by_role("button", name="查看").click()
    page.wait_for_url("**/map?*centre=*")
    if page.locator(".node-choices").count():
        page.locator(".node-choices a").first.click()
    expect(page.locator("[data-drawn]")).to_be_visible()


def figure_of(page: Page, name: str) -> Locator:
    """Find the number of a diagnosis that stands under a name."""
    return page.locator(".diagnosis-figure", has=page.get_by_text(name, exact=True)).locator(
        "strong"
    )


def save_pictures(page: Page, folder: Path) -> None:
    """Take the picture home in both forms."""
    for form in ("PNG", "SVG"):
        with page.expect_download() as told:
            page.get_by_role("link", name=f"分层图 {form}").click()
        told.value.save_as(folder / form)
    assert (folder / "PNG").read_bytes().startswith(PNG)
    root = ElementTree.parse(folder / "SVG").getroot()  # noqa: S314 - our own file
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_tpex_from_the_chain_to_the_source_of_a_link(
    page: Page, public_maps: PublicMaps, tmp_path: Path
) -> None:
    told = public_maps.extracts
    sign_in(page, ANALYST)
    page.goto("/map")
    page.get_by_label("产业链", exact=True).select_option(label=told.chain)
    page.get_by_role("main").get_by_role("button", name="查看").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(told.chain)
    expect(page.locator("[data-drawn]")).to_be_visible()
    sheet = page.locator("#sheet")
    page.evaluate(TAP, told.node)
    expect(sheet.get_by_role("heading", level=2)).to_have_text(told.node)
    link = sheet.locator("ul.linked li").first
    link.get_by_role("link").first.click()
    expect(sheet.get_by_role("link", name="打开企业页")).to_be_visible()
    sheet.get_by_role("link", name="这条关系").first.click()
    expect(sheet.locator("strong")).to_have_text("企业产品")
    expect(sheet).to_contain_text("可信度")
    save_pictures(page, tmp_path)
    page.get_by_text("保存此视图").click()
    page.locator(".explorer-keep").get_by_label("名称").fill("上游到源头")
    page.locator(".explorer-keep").get_by_role("button", name="保存").click()
    page.get_by_role("link", name="上游到源头", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(told.chain)
    expect(page.locator("#sheet strong")).to_have_text("企业产品")


def test_ckg_around_a_product_an_industry_and_an_enterprise(
    page: Page, public_maps: PublicMaps, tmp_path: Path
) -> None:
    told = public_maps.extracts
    sign_in(page, ANALYST)
    open_centre(page, told.product)
    expect(page.get_by_role("heading", level=1)).to_have_text(told.product)
    sheet = page.locator("#sheet")
    page.evaluate(TAP, told.product)
    expect(sheet.get_by_role("heading", name="由什么制成（上游）")).to_be_visible()
    save_pictures(page, tmp_path)
    sheet.locator("ul.linked li a").first.click()
    expect(sheet.get_by_role("link", name="打开企业页")).to_be_visible()
    sheet.get_by_role("link", name="以它为中心").click()
    expect(page.get_by_text("图谱里没有这家企业的往来记录")).to_be_visible()
    expect(page.locator("tbody tr").nth(1)).to_be_visible()
    open_centre(page, told.industry)
    expect(page.get_by_role("heading", level=1)).to_have_text(told.industry)


def test_tpex_is_diagnosed_down_to_who_could_take_over(page: Page, public_maps: PublicMaps) -> None:
    told = public_maps.extracts
    sign_in(page, ANALYST)
    page.goto("/diagnosis")
    page.get_by_role("main").get_by_role("link", name=told.chain, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(f"{told.chain} 诊断")
    expect(page.locator(".nine-list")).to_have_count(9)
    figure = figure_of(page, "本地单点")
    number = int(figure.inner_text())
    figure.locator("a").click()
    rows = page.locator(".diagnosis-nodes tbody tr")
    expect(rows).to_have_count(number)
    rows.get_by_role("link", name=told.single, exact=True).click()
    page.get_by_role("link", name="谁能补这个缺口").click()
    title = f"谁能补“{told.single}”的缺口"
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator(".filler-path").first).to_contain_text("来源：")
    page.get_by_role("link", name="看这家企业的推荐").first.click()
    page.wait_for_url("**/recommendations/**")


def test_ckg_is_diagnosed_around_a_product(page: Page, public_maps: PublicMaps) -> None:
    told = public_maps.extracts
    sign_in(page, ANALYST)
    page.goto(f"/diagnosis?q={quote(told.product)}")
    page.locator(".diagnosis-found a").first.click()
    expect(page.locator(".nine-list")).to_have_count(9)
    figure = figure_of(page, "本地企业")
    number = int(figure.inner_text())
    assert number > 0
    figure.locator("a").click()
    expect(page.locator("tbody tr")).to_have_count(number)


def test_both_maps_leave_in_all_nine_forms_and_are_read_back(
    page: Page, public_maps: PublicMaps, store: Store, tmp_path: Path
) -> None:
    sign_in(page, ANALYST)
    page.goto("/exports")
    offered = [each.get_attribute("value") for each in page.locator("input[name=form]").all()]
    assert sorted(map(str, offered)) == sorted(CHECKS)
    for form, check in CHECKS.items():
        page.goto("/exports")
        page.locator(f"input[name=form][value={form}]").check()
        page.get_by_role("button", name="开始导出").click()
        page.wait_for_url("**/exports/*")
        link = page.get_by_role("link", name=re.compile("^下载"))
        expect(link).to_be_visible(timeout=JOB_MILLISECONDS)
        with page.expect_download() as download:
            link.click()
        path = tmp_path / download.value.suggested_filename
        download.value.save_as(path)
        check(public_maps, path, store)
