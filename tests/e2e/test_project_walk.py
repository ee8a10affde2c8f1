"""From a meeting to full capacity: review, delay, red light, order, answer, bulletin."""

from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from walking import sign_in

from chainmatch.formats import today

pytestmark = pytest.mark.browser

TODAY = today()
NAME = "砺峰液压高压泵试验项目"
ORGANIZER, ENTERPRISE = "organizer@demo.example", "enterprise@demo.example"
MEETING = "000000000000000000000000000000d2"
"""The demo's meeting of 砺峰液压 that both sides agreed to."""
PROJECT = "/projects/office:walk-1"
STAGES = ("履约", "开工", "建设（入库）", "投产", "达产")


def test_a_signed_meeting_until_full_capacity(page: Page, tmp_path: Path) -> None:
    be(page, ENTERPRISE)
    agree(page)
    be(page, ORGANIZER)
    enter(page)
    expect(page.locator(".project-reasons")).to_contain_text("按约定应到位 10,000,000 元")
    delay(page)
    report_and_review(page)
    supervise(page)
    be(page, ORGANIZER)
    page.goto(PROJECT)
    prove(page, tmp_path)
    pay(page)
    expect(page.locator(".meta-line .light-yellow").first).to_contain_text("黄灯")
    for stage in STAGES:
        move(page, stage)
    expect(page.locator(".meta-line .light-green").first).to_contain_text("绿灯")
    expect(page.locator("[aria-current=step]")).to_contain_text("达产")
    page.goto("/orders")
    page.get_by_role("button", name="按今天的灯色更新").click()
    expect(page.locator("tr", has_text=NAME)).to_contain_text("办结")
    page.goto(f"/projects?q={NAME}&figure=capacity")
    expect(page.locator(".ledger-table tbody tr")).to_have_count(1)
    publish(page)


def be(page: Page, email: str) -> None:
    page.context.clear_cookies()
    sign_in(page, email)


def agree(page: Page) -> None:
    """The enterprise notes that its meeting came to an agreement."""
    page.goto(f"/requests/{MEETING}")
    form = page.locator("form", has=page.get_by_label("达成合作"))
    form.get_by_label("达成合作").check()
    form.get_by_role("button").last.click()
    expect(page.get_by_text("会务已收到通知")).to_be_visible()


def enter(page: Page) -> None:
    page.goto(f"/requests/{MEETING}")
    page.get_by_role("link", name="登记签约项目").click()
    page.get_by_label("项目编号").fill("walk-1")
    page.get_by_label("当前阶段").select_option("签约")
    page.get_by_label("进入该阶段的日期").fill((TODAY - timedelta(90)).isoformat())
    page.get_by_label("项目名称").fill(NAME)
    page.get_by_label("签约金额（万元）").fill("2000")
    page.get_by_label("约定到位（万元）").fill("1000")
    page.get_by_label("约定到位日期").fill((TODAY - timedelta(1)).isoformat())
    page.get_by_label("落地区县").select_option("430121")
    page.get_by_role("main").get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", name=NAME)).to_be_visible()
    expect(page.get_by_text(MEETING)).to_be_visible()


def delay(page: Page) -> None:
    """The start was planned for yesterday: yellow beside the red of the funds."""
    act = open_act(page, "调整计划")
    act.get_by_label("阶段").select_option("开工")
    act.get_by_label("计划日期（空着为取消）").fill((TODAY - timedelta(1)).isoformat())
    act.get_by_role("button", name="保存").click()
    expect(page.locator(".project-reasons")).to_contain_text("开工，已过 1 天")


def report_and_review(page: Page) -> None:
    """What the enterprise reports counts once the organizer accepts it."""
    be(page, ENTERPRISE)
    page.goto(PROJECT)
    act = open_act(page, "上报进展")
    act.get_by_label("截至日期").fill(TODAY.isoformat())
    act.get_by_label("进展", exact=True).fill("桩基完成")
    act.get_by_role("button", name="保存").click()
    expect(page.locator("#reports")).to_contain_text("待审核")
    be(page, ORGANIZER)
    page.goto(PROJECT)
    act = open_act(page, "审核")
    act.get_by_label("审核").select_option("采用")
    act.get_by_role("button", name="保存").click()
    expect(page.locator("#reports")).not_to_contain_text("待审核")


def supervise(page: Page) -> None:
    """Red makes an order; the enterprise finds it and answers."""
    page.goto("/orders")
    page.get_by_role("button", name="按今天的灯色更新").click()
    expect(page.locator("tr", has_text=NAME)).to_contain_text("限")
    be(page, ENTERPRISE)
    page.goto(PROJECT)
    page.locator(".project-order").get_by_role("link").click()
    page.get_by_label("整改措施和完成时间").fill("资金月底前到位")
    page.get_by_role("button", name="答复").click()
    expect(page.locator(".order-answer")).to_have_text("资金月底前到位")


def publish(page: Page) -> None:
    """Today's bulletin is drafted, approved by an administrator, and read by everybody."""
    page.goto("/bulletins")
    page.get_by_label("数据截至").fill(TODAY.isoformat())
    page.get_by_role("button", name="起草通报").click()
    page.get_by_label("下一步要求").fill("请各单位抓紧。")
    page.get_by_role("main").get_by_role("button", name="保存").click()
    page.get_by_role("button", name="送审").click()
    address = page.url
    be(page, "admin@demo.example")
    page.goto(address)
    page.locator("form[action$=approve]").get_by_label("谁可以看").select_option("公开")
    page.get_by_role("button", name="批准定稿").click()
    page.context.clear_cookies()
    page.goto(address)
    expect(page.locator(".bulletin-sheet")).to_contain_text("请各单位抓紧。")
    expect(page.locator(".bulletin-foot")).to_contain_text("SHA-256")
    expect(page.locator(".bulletin-table", has_text=NAME).first).to_contain_text("达产")
    for kind in ("docx", "pdf"):
        assert page.request.get(f"{address}.{kind}").ok


def open_act(page: Page, words: str) -> Locator:
    act = page.locator("details", has=page.locator("summary", has_text=words)).first
    act.locator("summary").click()
    return act


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
