"""An enterprise from its registration to a meeting, with what goes wrong on the way.

Walked twice: at a desk, and on a phone whose browser runs no scripts.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from enrolling import Applicant, approve, enter, leave, mailed_link, register
from playwright.sync_api import Browser, Page, expect
from registering import PASSWORD, credit_code
from walking import sign_in

pytestmark = pytest.mark.browser

CHEN = Applicant("长沙启航挖掘机有限公司", "陈工", "chen@walk.example", credit_code(78))
DENG = Applicant("长沙远岭挖掘机有限公司", "邓工", "deng@walk.example", credit_code(76))
SUPPLIER = "长沙砺峰液压科技有限公司"
DISGUISED = {"name": "图纸.pdf", "mimeType": "application/pdf", "buffer": b"MZ\x90\x00 not a PDF"}
OVERSIZED = {
    "name": "图纸.pdf",
    "mimeType": "application/pdf",
    "buffer": b"%PDF-1.7" + bytes(11 << 20),
}
DRAWING = {"name": "图纸.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%\n"}


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """A visitor on a 390 px screen, without scripts."""
    context = browser.new_context(
        base_url=site,
        viewport={"width": 390, "height": 844},
        locale="zh-CN",
        java_script_enabled=False,
    )
    yield context.new_page()
    context.close()


def test_from_registration_to_an_accepted_meeting(page: Page, site_home: Path) -> None:
    walk(page, site_home, CHEN)


def test_the_same_on_a_phone_without_scripts(phone: Page, site_home: Path) -> None:
    walk(phone, site_home, DENG)


def walk(page: Page, home: Path, who: Applicant) -> None:
    """All of it, with both sides and the organizer in turn in one browser."""
    join(page, home, who)
    complete_the_profile(page)
    post_a_need(page, who)
    leave(page)
    publish(page, who)
    enter(page, who.email)
    request_a_meeting(page, who)
    leave(page)
    accept_it(page, who)
    leave(page)
    enter(page, who.email)
    see_that_it_is_accepted(page, who)
    leave(page)


def title(who: Applicant) -> str:
    """What the need of an applicant is called."""
    return f"{who.person}求购 30 吨级挖掘机用液压泵"


def join(page: Page, home: Path, who: Applicant) -> None:
    """Register; the mailed link works once, the address is taken from then on."""
    register(page, who)
    link = mailed_link(home, "/verify", who.email)
    page.goto(link)
    page.get_by_role("button", name="这是我的邮箱").click()
    page.goto(link)
    expect(page.get_by_role("main")).to_contain_text("链接")
    expect(page.get_by_role("button", name="这是我的邮箱")).to_have_count(0)
    refuse_taken_address(page, who)
    approve(page, who)
    enter(page, who.email)


def refuse_taken_address(page: Page, who: Applicant) -> None:
    page.goto("/register")
    page.get_by_label("统一社会信用代码").fill(credit_code(79))
    page.get_by_label("企业名称").fill("长沙另一家有限公司")
    page.get_by_label("姓名").fill("陈工")
    page.get_by_label("邮箱").fill(who.email)
    page.get_by_label("新密码", exact=True).fill(PASSWORD)
    page.get_by_label("再输一次新密码").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_contain_text(f"邮箱 {who.email} 已有账号")


def complete_the_profile(page: Page) -> None:
    """Follow what the page asks for next until nothing of weight is missing."""
    page.goto("/profile")
    page.get_by_role("link", name="填报产品").click()
    page.get_by_label("产品或链节点").fill("挖掘机")
    page.get_by_label("占销售额").fill("80%")
    page.get_by_label("产能").fill("年产 3000 台")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("cell", name="80%")).to_be_visible()
    page.get_by_role("link", name="添加联系人").first.click()
    page.get_by_label("姓名").fill("陈工")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("电话和邮箱至少填一项。")).to_be_visible()
    page.get_by_label("电话").fill("0731-85550000")
    page.get_by_role("button", name="保存").click()
    page.get_by_role("link", name="写企业简介").click()
    page.get_by_label("企业简介").fill(
        "生产 20 到 50 吨级挖掘机，液压件外购，产品主要供给省内基建施工企业。"
    )
    page.get_by_label("所在地").fill("岳麓区")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("heading", name="资料完整度 75%")).to_be_visible()


def post_a_need(page: Page, who: Applicant) -> None:
    """Post a need; a file that is not what it says, and one too large, are told apart."""
    page.goto("/listings/new?kind=need")
    page.get_by_label("产品或链节点").fill("液压泵")
    page.get_by_label("标题").fill(title(who))
    for file, words in ((DISGUISED, "与它的扩展名不符"), (OVERSIZED, "超过 10 MB"), (DRAWING, "")):
        page.get_by_label("附件").set_input_files(file)  # type: ignore[arg-type]
        page.get_by_role("button", name="提交审核").click()
        if words:
            expect(page.get_by_role("alert")).to_contain_text(words)
    expect(page.get_by_role("heading", name=title(who))).to_be_visible()
    page.goto("/listings/mine")
    expect(page.get_by_role("link", name=title(who))).to_have_count(1)


def publish(page: Page, who: Applicant) -> None:
    sign_in(page, "organizer@demo.example")
    page.goto("/listings/review")
    page.get_by_role("link", name=title(who)).click()
    page.get_by_role("button", name="通过并公开").click()
    leave(page)


def request_a_meeting(page: Page, who: Applicant) -> None:
    """See who can meet the need, and ask one of them; two clicks make one request."""
    page.goto("/listings/mine")
    page.get_by_role("link", name=title(who)).click()
    page.get_by_role("listitem").filter(has_text=SUPPLIER).get_by_role(
        "link", name="请求对接"
    ).click()
    expect(page.get_by_role("main")).to_contain_text(title(who))
    page.get_by_label("想对接的事项").fill("想谈每年 600 台液压泵的配套。")
    page.get_by_role("button", name="发出请求").dblclick()
    expect(page.get_by_text(f"等待 {SUPPLIER} 答复")).to_be_visible()
    page.goto("/requests?view=outgoing")
    expect(page.get_by_role("listitem").filter(has_text=title(who))).to_have_count(1)


def accept_it(page: Page, who: Applicant) -> None:
    """The other side finds the notice, sees what it is about, and accepts."""
    sign_in(page, "enterprise@demo.example")
    page.goto("/notices")
    page.get_by_role("main").get_by_text(who.enterprise).first.click()
    expect(page.get_by_text("0731-85550000")).to_have_count(0)
    page.get_by_role("button", name="同意对接").click()
    expect(page.get_by_text("0731-85550000")).to_be_visible()


def see_that_it_is_accepted(page: Page, who: Applicant) -> None:
    page.goto("/notices")
    expect(page.get_by_role("main")).to_contain_text(SUPPLIER)
    page.goto("/requests?view=outgoing")
    expect(page.get_by_role("listitem").filter(has_text=title(who))).to_contain_text("已同意")
