"""A person registers, opens the mailed link, is approved, signs in, and invites a colleague."""

import re
import time
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from registering import PASSWORD, credit_code
from walking import sign_in

pytestmark = pytest.mark.browser

NAME = "长沙启明减速机有限公司"
EMAIL = "zhou@walk.example"
CODE = credit_code(77)
WAIT_SECONDS = 20


def mailed_link(home: Path, path: str) -> str:
    """Return the newest link of this kind that the worker wrote to the log."""
    deadline = time.monotonic() + WAIT_SECONDS
    pattern = re.compile(rf"http://127\.0\.0\.1:\d+({path}/[\w-]+)")
    while time.monotonic() < deadline:
        found = pattern.findall((home / "serve.log").read_text(encoding="utf-8"))
        if found:
            return found[-1]
        time.sleep(0.2)
    pytest.fail(f"no mail with a link to {path}")


def test_from_registering_to_a_colleague(page: Page, site_home: Path) -> None:
    register(page)
    page.goto(mailed_link(site_home, "/verify"))
    page.get_by_role("button", name="这是我的邮箱").click()
    enter(page, EMAIL)
    expect(page.get_by_text("会务正在核对")).to_be_visible()
    expect(page.get_by_role("link", name="查找伙伴")).to_have_count(0)
    leave(page)
    approve(page)
    enter(page, EMAIL)
    page.get_by_role("link", name="企业成员").first.click()
    expect(page.get_by_role("heading", name="成员（1）")).to_be_visible()
    page.get_by_label("邮箱").fill("qian@walk.example")
    page.get_by_role("button", name="生成邀请链接").click()
    link = page.locator("output").inner_text()
    leave(page)
    page.goto(link)
    page.get_by_label("姓名").fill("钱工")
    page.get_by_label("新密码", exact=True).fill(PASSWORD)
    page.get_by_label("再输一次新密码").fill(PASSWORD)
    page.get_by_role("button", name="建立账号并加入").click()
    enter(page, "qian@walk.example")
    page.goto("/people")
    expect(page.get_by_role("heading", name="成员（2）")).to_be_visible()


def register(page: Page) -> None:
    """Register with one slip of the pen first, all from the keyboard."""
    page.goto("/register")
    page.get_by_label("统一社会信用代码").fill(CODE[:-1] + ("1" if CODE[-1] != "1" else "2"))
    page.get_by_label("企业名称").fill(NAME)
    page.get_by_label("姓名").fill("周工")
    page.get_by_label("邮箱").fill(EMAIL)
    submit(page)
    expect(page.get_by_text("校验位不对")).to_be_visible()
    page.get_by_label("统一社会信用代码").fill(CODE)
    submit(page)
    expect(page.get_by_role("heading", name="请确认邮箱")).to_be_visible()


def submit(page: Page) -> None:
    page.get_by_label("新密码", exact=True).fill(PASSWORD)
    page.get_by_label("再输一次新密码").fill(PASSWORD)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def approve(page: Page) -> None:
    sign_in(page, "organizer@demo.example")
    page.get_by_role("link", name="企业认领").first.click()
    page.get_by_role("link", name=NAME).click()
    page.get_by_label(f"以上都不是，新建“{NAME}”").check()
    page.get_by_role("button", name="通过").click()
    expect(page.get_by_text("没有等待审核的认领")).to_be_visible()
    leave(page)


def enter(page: Page, email: str) -> None:
    page.goto("/sign-in")
    page.get_by_label("邮箱").fill(email)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="登录").click()
    page.wait_for_url("**/")
    if page.get_by_role("link", name="查看我的申请").count():
        page.goto("/claim")


def leave(page: Page) -> None:
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="退出登录").click()
