"""The empty templates that an office downloads and fills in."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from graph.exchange.csv_export import ENCODING, file_name
from graph.exchange.drafts import whole_file, whole_folder
from graph.exchange.tables import COMMENT
from graph.exchange.templates import OFFICE_TEMPLATES, Column, Template
from graph.messages import Message, message

Say = Callable[[Message], str]
"""Puts a sentence in the reader's language."""

NOTES_TITLE = "说明"
REQUIRED_MARK = "*"
LAST_CHECKED_ROW = 20_000
REQUIRED_FILL = PatternFill("solid", fgColor="1F4E79")
OPTIONAL_FILL = PatternFill("solid", fgColor="7F8FA6")
HEADER_FONT = Font(bold=True, color="FFFFFF")
EXAMPLE_FONT = Font(italic=True, color="7F7F7F")
TITLE_FONT = Font(bold=True, size=14)
WRAPPED = Alignment(wrap_text=True, vertical="top")
NOTE_WIDTHS = (16, 18, 10, 60, 34)

NOTES = (
    message("每张工作表是一张表，表头不要改；带 * 的列必填，其余的列可以空着。"),
    message("用不到的工作表留空或删除即可；每张表也可以单独存成 CSV 导入。"),
    message("第一格以 # 开头的行是示例或备注，不会导入。"),
    message("单元格里只填数值和文字：公式、合并的单元格不会导入，隐藏的工作表也不会。"),
    message("有问题的行不影响其他行，会列在“未导入的行”清单里，附行号、列名和原因。"),
    message("同一个文件再导一次不会改变任何内容。"),
)


def save_workbook(path: Path, say: Say = str, *, force: bool = False) -> None:
    """Save one workbook with a sheet per template and one that explains them.

    Raises Conflict where the file is there already and ``force`` is not set.
    """
    with whole_file(path, force=force) as draft, draft.open("wb") as file:
        write_workbook(file, say)


def write_workbook(file: IO[bytes], say: Say = str) -> None:
    """Write that workbook to an open file."""
    book = Workbook()
    notes: Any = book.active
    notes.title = NOTES_TITLE
    _write_notes(notes, say)
    for template in OFFICE_TEMPLATES:
        _write_sheet(book.create_sheet(template.title), template)
    book.active = 0
    book.save(file)


def write_template(file: IO[bytes], template: Template) -> None:
    """Write a workbook with the sheet of one template to an open file."""
    book = Workbook()
    sheet: Any = book.active
    sheet.title = template.title
    _write_sheet(sheet, template)
    book.save(file)


def save_csv_folder(folder: Path, *, force: bool = False) -> None:
    """Save one CSV file per template, with its header and an example row.

    Raises Conflict where the folder holds something already and ``force`` is not set.
    """
    with whole_folder(folder, force=force) as draft:
        for template in OFFICE_TEMPLATES:
            (draft / file_name(template)).write_bytes(csv_bytes(template))


def csv_bytes(template: Template) -> bytes:
    """Return the empty CSV file of one template."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(column.header for column in template.shown)
    writer.writerow(example_row(template))
    return text.getvalue().encode(ENCODING)


def example_row(template: Template) -> list[str]:
    """Fill a row with examples; the mark in its first cell keeps it from being imported."""
    first, *others = (column.example for column in template.shown)
    return [f"{COMMENT} 示例 {first}", *others]


def _write_sheet(sheet: Any, template: Template) -> None:
    for place, column in enumerate(template.shown, 1):
        cell = sheet.cell(1, place, f"{column.header}{REQUIRED_MARK * column.required}")
        cell.font = HEADER_FONT
        cell.fill = REQUIRED_FILL if column.required else OPTIONAL_FILL
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = _width(column)
        # Texts, so that Excel neither rounds a credit code nor turns a name into a date.
        sheet.column_dimensions[letter].number_format = "@"
        _offer_choices(sheet, letter, column)
    for place, text in enumerate(example_row(template), 1):
        cell = sheet.cell(2, place, text)
        cell.font = EXAMPLE_FONT
        cell.number_format = "@"
    sheet.freeze_panes = "A2"


def _offer_choices(sheet: Any, letter: str, column: Column) -> None:
    if not column.choices:
        return
    words = ",".join(column.choices)
    rule = DataValidation("list", formula1=f'"{words}"', allow_blank=not column.required)
    rule.showErrorMessage = True
    rule.add(f"{letter}2:{letter}{LAST_CHECKED_ROW}")
    sheet.add_data_validation(rule)


def _width(column: Column) -> int:
    return max(14, min(36, 2 * len(column.example), 4 * len(column.header)))


def _write_notes(sheet: Any, say: Say) -> None:
    sheet.append([say(message("产业链对接平台数据模板"))])
    sheet["A1"].font = TITLE_FONT
    for note in NOTES:
        sheet.append([say(note)])
    sheet.append([])
    heads = (
        message("工作表"),
        message("列"),
        message("必填"),
        message("填什么"),
        message("示例"),
    )
    sheet.append([say(head) for head in heads])
    for cell in sheet[sheet.max_row]:
        cell.font, cell.fill = HEADER_FONT, REQUIRED_FILL
    for template in OFFICE_TEMPLATES:
        for column in template.shown:
            sheet.append(_explain(template, column, say))
    for place, width in enumerate(NOTE_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    for row in sheet.iter_rows(min_row=len(NOTES) + 3):
        for cell in row:
            cell.alignment = WRAPPED


def _explain(template: Template, column: Column, say: Say) -> list[str]:
    words = say(column.hint)
    if column.choices:
        words = say(
            message("%(hint)s（%(choices)s）", hint=column.hint, choices="、".join(column.choices))
        )
    required = REQUIRED_MARK * column.required
    return [template.title, column.header, required, words, column.example]
