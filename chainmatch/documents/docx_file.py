"""A document as a Word document: real headings and tables, so that an office can go on with it."""

import io
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from chainmatch.documents.parts import Bars, Districts, Figures, Heading, Paragraph, Part
from chainmatch.i18n import gettext
from graph.exchange.cells import without_controls

FONT = "微软雅黑"
LONGEST_BAR = 24
TONES = {
    "signed": RGBColor(0x1F, 0x5F, 0xA8),
    "landed": RGBColor(0xA8, 0x55, 0x07),
    "red": RGBColor(0xB4, 0x23, 0x18),
    "yellow": RGBColor(0x9A, 0x67, 0x00),
    "green": RGBColor(0x1A, 0x7F, 0x37),
    "off": RGBColor(0x5B, 0x67, 0x75),
}
SMALL = Pt(9)


def docx_bytes(title: str, subtitle: str, parts: list[Part], foot: str) -> io.BytesIO:
    """Write the parts; charts are bars of full blocks, maps are tables."""
    document = Document()
    _set_up(document)
    heading = document.add_heading(without_controls(title), 0)
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _paragraph(document, subtitle).alignment = WD_ALIGN_PARAGRAPH.CENTER
    for part in parts:
        _add(document, part)
    _small(_paragraph(document, foot))
    file = io.BytesIO()
    document.save(file)
    file.seek(0)
    return file


def _set_up(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2.2)
    for name in ("Normal", "Title", "Heading 1", "Heading 2", "Caption"):
        style = document.styles[name]
        style.font.name = FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
        style.font.color.rgb = RGBColor(0x14, 0x20, 0x2E)
    document.styles["Normal"].font.size = Pt(11)
    document.styles["Title"].font.size = Pt(20)


def _add(document: Any, part: Part) -> None:
    if isinstance(part, Heading):
        document.add_heading(part.text, 1)
    elif isinstance(part, Paragraph):
        for line in part.text.splitlines():
            _paragraph(document, line).paragraph_format.first_line_indent = Pt(22)
    elif isinstance(part, Figures):
        head = (gettext("指标"), gettext("数值"), gettext("构成"), gettext("较上期"))
        rows = tuple((each.name, each.value, each.parts, each.change) for each in part.items)
        _table(document, "", head, rows, frozenset({1, 2, 3}))
    elif isinstance(part, Bars):
        _bars(document, part)
    elif isinstance(part, Districts):
        areas = sorted(part.drawn.areas, key=lambda area: -area.value)
        rows = tuple(
            (part.names[area.code], part.say(area.value) if area.value else "–") for area in areas
        )
        head = (gettext("区县"), part.value_title)
        _table(document, part.value_title, head, rows, frozenset({1}))
    else:
        _table(document, part.caption, part.header, part.rows, part.numeric)
        if part.note:
            _small(_paragraph(document, part.note))


def _paragraph(document: Any, text: str) -> Any:
    return document.add_paragraph(without_controls(text))


def _small(paragraph: Any) -> None:
    for run in paragraph.runs:
        run.font.size = SMALL


def _caption(document: Any, text: str) -> None:
    if text:
        document.add_paragraph(
            without_controls(text), style="Caption"
        ).paragraph_format.keep_with_next = True


def _bars(document: Any, part: Bars) -> None:
    _caption(document, part.caption)
    table = document.add_table(len(part.items), 3)
    for row, bar in zip(table.rows, part.items, strict=True):
        row.cells[0].text = bar.name
        run = row.cells[1].paragraphs[0].add_run("█" * round(bar.share * LONGEST_BAR))
        run.font.color.rgb = TONES[bar.tone]
        run.font.size = SMALL
        row.cells[2].text = bar.text
        for cell, width in zip(row.cells, (Cm(3.6), Cm(9.4), Cm(3.6)), strict=True):
            cell.width = width
            cell.paragraphs[0].paragraph_format.space_after = Pt(0)


def _table(
    document: Any,
    caption: str,
    header: tuple[str, ...],
    rows: tuple[tuple[str, ...], ...],
    numeric: frozenset[int],
) -> None:
    _caption(document, caption)
    table = document.add_table(1, len(header), style="Light Grid Accent 1")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fill(table.rows[0], header, numeric)
    for row in rows:
        _fill(table.add_row(), row, numeric)
    # python-docx has no word for a heading row that is repeated on each page
    mark = table.rows[0]._tr.get_or_add_trPr().makeelement(qn("w:tblHeader"), {})
    table.rows[0]._tr.get_or_add_trPr().append(mark)
    _paragraph(document, "").paragraph_format.space_after = Pt(2)


def _fill(row: Any, texts: tuple[str, ...], numeric: frozenset[int]) -> None:
    for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
        cell.text = without_controls(text)
        for paragraph in cell.paragraphs:
            paragraph.paragraph_format.space_after = Pt(0)
            if place in numeric:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            _small(paragraph)
