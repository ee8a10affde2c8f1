"""The ZIP package that a workbook is: looked over before anything in it is unpacked."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from openpyxl.utils.cell import range_boundaries

from graph.errors import BadInput
from graph.exchange.reading import CHUNK, MEGABYTE

MOST_ENTRIES = 2000
MOST_UNPACKED_MB = 400
MOST_STRINGS_MB = 128
"""The shared strings are held in memory while a workbook is read."""
HIGHEST_RATIO = 200
RATIO_COUNTS_FROM = 10 * MEGABYTE
MANIFEST = "[Content_Types].xml"
STRINGS = "sharedStrings.xml"
ENCRYPTED_FLAG = 0x1
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\s[^>]*?ref=[\"']([A-Z0-9:$]{2,40})[\"']")
_OVERLAP = 200


def broken() -> BadInput:
    """Say that a workbook or another package cannot be read."""
    return BadInput("文件已经损坏，无法读取，没有导入任何内容。请在 Excel 中打开，另存后再导入。")


def check_package(path: Path) -> None:
    """Refuse a package that is no workbook or would unpack to too much. Raises BadInput."""
    entries = list_entries(path)
    refuse_bombs(entries)
    _refuse_other_packages(entries)
    if any(entry.flag_bits & ENCRYPTED_FLAG for entry in entries):
        raise BadInput("压缩包有密码，无法读取。请在 Excel 中打开，另存为 XLSX 后再导入。")


def list_entries(path: Path) -> list[ZipInfo]:
    """List what a package holds without unpacking it. Raises BadInput where it is damaged."""
    try:
        with ZipFile(path) as package:
            return package.infolist()
    except Exception as error:  # zipfile raises what its parts raise on a broken file
        raise broken() from error


def is_workbook(entries: list[ZipInfo]) -> bool:
    """Tell whether a package is an Excel workbook."""
    names = {entry.filename for entry in entries}
    return MANIFEST in names and any(name.startswith("xl/") for name in names)


def refuse_bombs(entries: list[ZipInfo]) -> None:
    """Refuse a package that would unpack to too much, by what it states. Raises BadInput."""
    strings = sum(entry.file_size for entry in entries if entry.filename.endswith(STRINGS))
    if (
        len(entries) > MOST_ENTRIES
        or sum(entry.file_size for entry in entries) > MOST_UNPACKED_MB * MEGABYTE
        or strings > MOST_STRINGS_MB * MEGABYTE
        or any(map(_is_bomb, entries))
    ):
        raise BadInput(
            "文件解压后太大（上限 %(limit)s MB），没有导入任何内容。"
            "请把数据复制到新的工作簿，或拆成几个文件分别导入。",
            limit=MOST_UNPACKED_MB,
        )


def _is_bomb(entry: ZipInfo) -> bool:
    ratio = entry.file_size / max(1, entry.compress_size)
    return entry.file_size > RATIO_COUNTS_FROM and ratio > HIGHEST_RATIO


def _refuse_other_packages(entries: list[ZipInfo]) -> None:
    names = {entry.filename for entry in entries}
    if "xl/workbook.bin" in names:
        raise BadInput("这是二进制工作簿（XLSB）。请在 Excel 中打开，另存为 XLSX 后再导入。")
    if "mimetype" in names and "content.xml" in names:
        raise BadInput("这是 OpenDocument 表格（ODS）。请另存为 XLSX 后再导入。")
    if not is_workbook(entries):
        raise BadInput("这是一个压缩包，里面没有 Excel 工作簿。请解压后导入其中的文件。")


@dataclass(frozen=True)
class MergedRows:
    """Spans of rows in which cells are merged: first and last row of each, apart and in order."""

    spans: tuple[tuple[int, int], ...]

    def __contains__(self, row: int) -> bool:
        place = bisect_right(self.spans, (row, float("inf"))) - 1
        return place >= 0 and row <= self.spans[place][1]


def find_merged_rows(package: ZipFile, part: str) -> MergedRows:
    """Find the rows below the header that a sheet's merged cells touch."""
    spans: list[tuple[int, int]] = []
    for first, last in sorted(_merged_spans(package, part)):
        if spans and first <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(last, spans[-1][1]))
        else:
            spans.append((first, last))
    return MergedRows(tuple(spans))


def _merged_spans(package: ZipFile, part: str) -> Iterator[tuple[int, int]]:
    with package.open(part) as sheet:
        tail = b""
        while chunk := sheet.read(CHUNK):
            for found in _MERGED.finditer(tail + chunk):
                _, first, _, last = range_boundaries(found.group(1).decode())
                if first is not None and last is not None and last > 1:
                    yield max(2, first), last
            tail = chunk[-_OVERLAP:]
