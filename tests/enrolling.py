"""How a person registers an enterprise in the browser, and is let in."""

import re
import time
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from registering import PASSWORD
from walking import sign_in

WAIT_SECONDS = 20


@dataclass(frozen=True)
class Applicant:
    """Who registers which enterprise; ``code`` is its credit code."""

    enterprise: str
    person: str
    email: str
    code: str


def mailed_link(home: Path, path: str, to: str) -> str:
    """Return the newest link of this kind that the worker wrote to the log for this reader."""
    deadline = time.monotonic() + WAIT_SECONDS
    pattern = re.compile(
        rf"收件人：{re.escape(to)} (?:(?!收件人：).)*?http://127\.0\.0\.1:\d+({path}/[\w-]+)",
        re.DOTALL,
    )
    while time.monotonic() < deadline:
        found = pattern.findall((home / "serve.log").read_text(encoding="utf-8"))
        if found:
            return found[-1]
        time.sleep(0.2)
    pytest.fail(f"no mail to {to} with a link to {path}")


def register(page: Page, who: Applicant) -> None:
    """Register with one slip of the pen first, all from the keyboard."""
    page.goto("/register")
    page.get_by_label("统一社会信用代码").fill(
        who.code[:-1] + ("1" if who.code[-1] != "1" else "2")
    )
    page.get_by_label("企业名称").fill(who.enterprise)
    page.get_by_label("姓名").fill(who.person)
    page.get_by_label("邮箱").fill(who.email)
    _submit(page)
    expect(page.get_by_text("校验位不对")).to_be_visible()
    page.get_by_label("统一社会信用代码").fill(who.code)
    _submit(page)
    expect(page.get_by_role("heading", name="请确认邮箱")).to_be_visible()


def _submit(page: Page) -> None:
    page.get_by_label("新密码", exact=True).fill(PASSWORD)
    page.get_by_label("再输一次新密码").fill(PASSWORD)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def approve(page: Page, who: Applicant) -> None:
    """Let an organizer approve the claim and make the enterprise."""
    sign_in(page, "organizer@demo.example")
    page.goto("/claims")
    page.get_by_role("link", name=who.enterprise).click()
    page.get_by_label(f"以上都不是，新建“{who.enterprise}”").check()
    page.get_by_role("button", name="通过").click()
    expect(page.get_by_text("没有等待审核的认领")).to_be_visible()
    leave(page)


def enter(page: Page, email: str) -> None:
    """Sign in with the password of those who enrol here."""
    page.goto("/sign-in")
    page.get_by_label("邮箱").fill(email)
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="登录").click()
    page.wait_for_url("**/")
    if page.get_by_role("link", name="查看我的申请").count():
        page.goto("/claim")


def leave(page: Page) -> None:
    """Sign out."""
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="退出登录").click()
