"""A person registers, opens the mailed link, is approved, signs in, and invites a colleague."""

from pathlib import Path

import pytest
from enrolling import Applicant, approve, enter, leave, mailed_link, register
from playwright.sync_api import Page, expect
from registering import PASSWORD, credit_code

pytestmark = pytest.mark.browser

ZHOU = Applicant("长沙启明减速机有限公司", "周工", "zhou@walk.example", credit_code(77))


def test_from_registering_to_a_colleague(page: Page, site_home: Path) -> None:
    register(page, ZHOU)
    page.goto(mailed_link(site_home, "/verify", ZHOU.email))
    page.get_by_role("button", name="这是我的邮箱").click()
    enter(page, ZHOU.email)
    expect(page.get_by_text("会务正在核对")).to_be_visible()
    expect(page.get_by_role("link", name="查找伙伴")).to_have_count(0)
    leave(page)
    approve(page, ZHOU)
    enter(page, ZHOU.email)
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
