"""Somebody types into the box, moves with the keyboard, narrows the results and goes back."""

import re

import pytest
from playwright.sync_api import Page, expect
from walking import sign_in

pytestmark = pytest.mark.browser


def offer(page: Page, text: str) -> None:
    page.locator("#search-box").click()
    page.keyboard.type(text)
    expect(page.locator("#search-options")).to_be_visible()


def test_the_box_is_moved_through_by_keyboard(page: Page) -> None:
    sign_in(page, "analyst@demo.example")
    offer(page, "液压")
    box = page.locator("#search-box")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(box).to_have_attribute("aria-activedescendant", "option-enterprise-1")
    page.keyboard.press("Escape")
    expect(page.locator("#search-options")).to_be_hidden()
    expect(box).to_have_value("液压")
    page.keyboard.press("ArrowUp")
    expect(box).to_have_attribute("aria-activedescendant", "option-all")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")


def test_an_option_opens_its_company(page: Page) -> None:
    sign_in(page, "analyst@demo.example")
    offer(page, "液压")
    page.locator("#option-enterprise-1").click()
    page.wait_for_url("**/enterprises/demo:*")


def test_a_tick_narrows_at_once_and_back_restores(page: Page) -> None:
    sign_in(page, "analyst@demo.example")
    page.goto("/search?q=液压")
    expect(page.locator("[role=status]")).to_have_text(re.compile("共 11 家企业"))
    page.get_by_label("小型").check()
    page.wait_for_url("**&size=small")
    expect(page.locator("[role=status]")).to_have_text(re.compile("共 4 家企业"))
    expect(page.locator("#size-small")).to_be_focused()
    page.go_back()
    expect(page.locator("[role=status]")).to_have_text(re.compile("共 11 家企业"))
    expect(page.locator(".active-filters")).to_have_count(0)
