"""An organizer uploads an office's file, watches it, and takes the rejected rows home."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from walking import sign_in

pytestmark = pytest.mark.browser

ROWS = """编码,名称,类型,地区代码
91350100M000100Y43,长沙试验机械有限公司,企业,430100
91350100M000100Y44,校验位有误的公司,企业,430100
"""


def test_a_clerks_gbk_file_is_imported_and_its_bad_row_comes_back(
    page: Page, tmp_path: Path
) -> None:
    upload = tmp_path / "企业.csv"
    upload.write_bytes(ROWS.encode("gb18030"))
    sign_in(page, "organizer@demo.example")
    page.goto("/imports")
    page.get_by_role("link", name="导入文件").first.click()
    page.get_by_label("文件").set_input_files(upload)
    page.get_by_role("main").get_by_role("button", name="开始导入").click()
    expect(page.get_by_text("已完成").first).to_be_visible(timeout=120_000)
    with page.expect_download() as download:
        page.get_by_role("link", name="下载未导入的行").click()
    rejects = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert rejects.count("91350100M000100Y44") == 1
