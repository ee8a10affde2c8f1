"""Somebody in the hall, on a phone 390 px wide: what can be tapped, and in which order."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from walking import sign_in

pytestmark = pytest.mark.browser

PAGES = (
    "/",
    "/chains",
    "/chains/demo:gcjx",
    "/sources",
    "/search?q=液压",
    "/recommendations",
)
TOO_SMALL = """
() => [...document.querySelectorAll('a, button, summary, select')]
  .filter(each => !each.closest('svg, p.lead') && each.checkVisibility({visibilityProperty: true}))
  .map(each => [each.getBoundingClientRect(), each])
  .filter(([box]) => box.width && box.height && box.height < 23.5)
  .map(([, each]) => each.textContent.trim())
"""
"""Links within the picture have the lists above it as their equal (WCAG 2.2, 2.5.8)."""
ORDER = """
() => [...document.querySelectorAll('.picture-card summary, .picture-scroll')]
  .map(each => each.getBoundingClientRect().top)
"""


@pytest.fixture
def phone(browser: Browser, embedded_site: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=embedded_site, locale="zh-CN", viewport={"width": 390, "height": 844}
    )
    yield context.new_page()
    context.close()


def test_all_that_can_be_tapped_is_large_enough(phone: Page) -> None:
    sign_in(phone, "enterprise@demo.example")
    small = {}
    for address in PAGES:
        phone.goto(address)
        small[address] = phone.evaluate(TOO_SMALL)
    assert small == {address: [] for address in PAGES}


def test_the_keyboard_goes_through_the_chain_as_the_eye_does(phone: Page) -> None:
    phone.goto("/chains/demo:gcjx")
    tops = phone.evaluate(ORDER)
    assert (len(tops), tops) == (4, sorted(tops))
