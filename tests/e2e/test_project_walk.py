"""A signed project on its road: late funds, a red light, an order, its answer, full capacity."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from walking import sign_in

from chainmatch.formats import today

pytestmark = pytest.mark.browser

TODAY = today()
NAME = "砺峰液压高压泵试验项目"
STAGES = ("履约", "开工", "建设（入库）", "投产", "达产")


def test_a_project_from_signing_to_full_capacity(page: Page, tmp_path: Path) -> None:
    sign_in(page, "organizer@demo.example")
    enter(page)
    expect(page.locator(".project-reasons")).to_contain_text("按约定应到位 10,000,000 元")
    page.goto("/orders")
    page.get_by_role("button", name="按今天的灯色更新").click()
    row = page.locator("tr", has_text=NAME)
    expect(row).to_contain_text("限")
    row.get_by_role("link").first.click()
    page.get_by_label("整改措施和完成时间").fill("资金月底前到位")
    page.get_by_role("button", name="答复").click()
    expect(page.locator(".order-answer")).to_have_text("资金月底前到位")
    page.get_by_role("link", name=NAME).last.click()
    prove(page, tmp_path)
    pay(page)
    expect(page.locator(".light-green").first).to_contain_text("绿灯")
    for stage in STAGES:
        move(page, stage)
    expect(page.locator("[aria-current=step]")).to_contain_text("达产")
    page.goto("/orders")
    page.get_by_role("button", name="按今天的灯色更新").click()
    expect(page.locator("tr", has_text=NAME)).to_contain_text("办结")
    page.goto(f"/projects?q={NAME}&figure=capacity")
    expect(page.locator(".ledger-table tbody tr")).to_have_count(1)


def enter(page: Page) -> None:
    page.goto("/projects/new")
    page.get_by_label("项目编号").fill("walk-1")
    page.get_by_label("当前阶段").select_option("签约")
    page.get_by_label("进入该阶段的日期").fill((TODAY - timedelta(90)).isoformat())
    page.get_by_label("项目名称").fill(NAME)
    page.get_by_label("签约金额（万元）").fill("2000")
    page.get_by_label("约定到位（万元）").fill("1000")
    page.get_by_label("约定到位日期").fill((TODAY - timedelta(1)).isoformat())
    page.get_by_label("引资方").fill("长沙砺峰液压科技有限公司")
    page.get_by_label("落地区县").select_option("430121")
    page.get_by_role("main").get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()


def prove(page: Page, folder: Path) -> None:
    proof = folder / "协议.pdf"
    proof.write_bytes(b"%PDF-1.7 agreement")
    act = page.locator("details", has=page.locator("summary", has_text="上传材料"))
    act.locator("summary").click()
    act.get_by_label("阶段").select_option("签约")
    act.get_by_label("文件").set_input_files(proof)
    act.get_by_role("button", name="保存").click()
    expect(page.get_by_role("link", name="协议.pdf")).to_be_visible()


def pay(page: Page) -> None:
    act = page.locator("details", has=page.locator("summary", has_text="登记到位资金"))
    act.locator("summary").click()
    act.get_by_label("到位日期").fill(TODAY.isoformat())
    act.get_by_label("金额（万元，冲减为负）").fill("1000")
    act.get_by_role("button", name="保存").click()
    expect(page.get_by_text("已保存。")).to_be_visible()


def move(page: Page, stage: str) -> None:
    act = page.locator("details", has=page.locator("summary", has_text="变更阶段"))
    act.locator("summary").click()
    act.get_by_label("转入阶段").select_option(stage)
    act.get_by_label("日期").fill(TODAY.isoformat())
    act.get_by_role("button", name="保存").click()
    expect(page.locator("[aria-current=step]")).to_contain_text(stage)
