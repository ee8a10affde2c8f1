"""Steps that several browser walks share."""

from playwright.sync_api import Page

DEMO_PASSWORD = "chainmatch-demo"


def sign_in(page: Page, email: str) -> None:
    """Sign a visitor in with one of the demo accounts."""
    page.goto("/sign-in")
    page.get_by_label("邮箱").fill(email)
    page.get_by_label("密码").fill(DEMO_PASSWORD)
    page.get_by_role("main").get_by_role("button", name="登录").click()
    page.wait_for_url("**/")
