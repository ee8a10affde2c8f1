"""A conference of sixty invented enterprises, from its making to its report, in a browser."""

import csv
import re
from pathlib import Path

import pytest
from playwright.sync_api import APIResponse, Page, expect
from walking import sign_in

import graph.exchange

pytestmark = pytest.mark.browser

ENTERPRISES = 60
WISHES_EACH = 4
RUN_MS = 60_000
DEMO = Path(graph.exchange.__file__).parent / "demo" / "enterprises.csv"


def demo_enterprises() -> list[tuple[str, str]]:
    """Return code and name of the first invented enterprises."""
    with DEMO.open(encoding="utf-8-sig", newline="") as file:
        rows = [list(row.values()) for row in csv.DictReader(file)]
    return [(row[0], row[1]) for row in rows if not row[0].startswith("#")][:ENTERPRISES]


def write_list(path: Path) -> None:
    """Write the parties as an office in Windows does: GBK, suppliers and buyers in turn."""
    lines = ["企业名称,企业编码,分组"]
    for number, (code, name) in enumerate(demo_enterprises()):
        lines.append(f"{name},{code},{'供给方' if number % 2 else '需求方'}")
    path.write_bytes("\r\n".join(lines).encode("gbk"))


def post(page: Page, path: str, **values: str) -> APIResponse:
    """Send a form as a page without scripting would."""
    token = page.locator('meta[name="csrf-token"]').get_attribute("content") or ""
    site = origin(page)
    answer = page.request.post(
        site + path,
        form={"csrf_token": token, **values},
        headers={"Referer": page.url},
    )
    assert answer.ok, f"{path}: {answer.status} {answer.text()[:300]}"
    return answer


def press(page: Page, name: str) -> None:
    """Press a button of the page itself."""
    page.get_by_role("main").get_by_role("button", name=name).first.click()


def party_ids(page: Page, base: str) -> list[str]:
    """Return the ids of all parties in the order of the list."""
    page.goto(f"{base}/parties")
    return [box.get_attribute("value") or "" for box in page.locator('[name="party"]').all()]


def test_a_conference_from_its_making_to_its_report(page: Page, tmp_path: Path) -> None:
    sign_in(page, "organizer@demo.example")
    base = make_conference(page, tmp_path)
    collect_wishes(page, base)
    schedule_and_move(page, base)
    publish_and_hold(page, base)


def make_conference(page: Page, folder: Path) -> str:
    """Make a conference and import its parties; return its path."""
    page.goto("/conferences/new")
    page.get_by_label("名称", exact=True).fill("工程机械产业链对接会")
    page.get_by_label("场馆").fill("会展中心")
    page.get_by_label("桌数").fill("12")
    page.get_by_label("每家最多会谈（场）").fill("5")
    press(page, "保存")
    expect(page.get_by_role("heading", level=1)).to_have_text("工程机械产业链对接会")
    base = re.sub(r"https?://[^/]+", "", page.url)
    write_list(folder / "名单.csv")
    page.goto(f"{base}/parties/file")
    page.get_by_label("文件").set_input_files(folder / "名单.csv")
    press(page, "导入")
    expect(page.get_by_role("status")).to_contain_text(f"新增 {ENTERPRISES} 家")
    page.goto(f"{base}/parties")
    press(page, f"邀请全部待邀请的 {ENTERPRISES} 家")
    page.goto(base)
    press(page, "进入“征集意愿”")
    return base


def collect_wishes(page: Page, base: str) -> None:
    """One party answers by itself, the organizer fills in for the others."""
    ids = party_ids(page, base)
    for number, party in enumerate(ids):
        wishes = page.request.get(f"{origin(page)}/parties/{party}/wishes").text()
        others = list(dict.fromkeys(re.findall(r'name="wished" value="(\w+)"', wishes)))
        for place in range(WISHES_EACH):
            wished = others[(number + 7 * place) % len(others)]
            kind = "must" if place == 0 else "would"
            post(page, f"/parties/{party}/wishes/save", wished=wished, kind=kind)
    as_enterprise(page, base)
    page.goto(base)
    press(page, "进入“意愿截止”")


def as_enterprise(page: Page, base: str) -> None:
    """Answer the invitation and say no to somebody, by clicks on a phone."""
    context = page.context.browser.new_context(  # type: ignore[union-attr]
        base_url=origin(page), viewport={"width": 390, "height": 844}, locale="zh-CN"
    )
    phone = context.new_page()
    sign_in(phone, "enterprise@demo.example")
    phone.goto(f"{base}/mine")
    press(phone, "确认参会")
    phone.get_by_label("姓名").first.fill("周砺")
    phone.get_by_label("09:00–09:20").uncheck()
    press(phone, "保存")
    phone.goto(f"{base}/wishes")
    press(phone, "不见")
    expect(phone.locator('.is-veto[aria-pressed="true"]')).to_have_count(1)
    context.close()


def schedule_and_move(page: Page, base: str) -> None:
    """Run, look at why wishes are left out, move a meeting with the keyboard, undo it."""
    page.goto(f"{base}/timetable")
    press(page, "开始排期")
    expect(page.get_by_text("已完成")).to_be_visible(timeout=RUN_MS)
    expect(page.get_by_text("的会谈已达上限。").first).to_be_visible()
    page.goto(f"{base}/board")
    page.locator(".board-meeting").first.click()
    expect(page.locator(".is-chosen")).to_have_count(1)
    free = page.locator(".board-go").first
    place = free.get_attribute("value")
    free.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("已移动。可以在时间表页面撤销。")).to_be_visible()
    expect(page.locator(f'[data-place="{place}"] .board-meeting')).to_have_count(1)
    page.goto(f"{base}/timetable")
    press(page, "撤销到这一版")
    expect(page.get_by_text("已恢复，时间表有了新的一版。")).to_be_visible()


def publish_and_hold(page: Page, base: str) -> None:
    """Publish, check in, hold a meeting, agree, sign; then read the report."""
    page.goto(base)
    press(page, "进入“复核”")
    page.goto(f"{base}/timetable")
    press(page, "公布")
    expect(page.get_by_text("没有未公布的改动。")).to_be_visible()
    page.goto(f"{base}/desk")
    press(page, "签到")
    expect(page.get_by_role("heading", name="签到（1 /")).to_be_visible()
    meeting = page.locator('.desk-meeting [name="meeting"]').first.get_attribute("value") or ""
    press(page, "已举行")
    party = meeting.partition("~")[0]
    page.goto(f"/parties/{party}/agenda")
    calendar = page.request.get(f"{origin(page)}/parties/{party}/agenda.ics").text()
    assert calendar.count("BEGIN:VEVENT") == page.locator(".agenda-line").count()
    post(page, f"/parties/{party}/outcome", meeting=meeting, outcome="agreement", note="意向")
    page.goto(f"{base}/desk")
    page.get_by_label("签约金额（万元）").fill("300")
    press(page, "登记为签约项目")
    expect(page.get_by_role("heading", level=1)).to_contain_text("合作项目")
    page.goto(f"{base}/report")
    numbers = page.locator(".funnel strong").all_text_contents()
    assert numbers[2:] == ["1", "1", "1"]


def origin(page: Page) -> str:
    """Return scheme and host of the site."""
    return re.sub(r"(https?://[^/]+).*", r"\1", page.url)
