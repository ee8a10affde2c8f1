"""A document as a PDF, A4, with its Chinese font inside: drawn by fpdf2, no browser needed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fpdf import FPDF
from fpdf.enums import TableCellFillMode, WrapMode
from fpdf.fonts import FontFace

from chainmatch.documents.fonts import Font
from chainmatch.documents.parts import Bars, Districts, Figures, Heading, Paragraph, Part, Table
from chainmatch.i18n import current_language
from graph.exchange.cells import without_controls

INK, GREY, PALE, LINE = (20, 32, 46), (91, 103, 117), (237, 241, 245), (205, 213, 222)
TONES = {
    "signed": (31, 95, 168),
    "landed": (168, 85, 7),
    "red": (180, 35, 24),
    "yellow": (154, 103, 0),
    "green": (26, 127, 55),
    "off": (91, 103, 117),
}
SHADES = (
    (237, 241, 245),
    (211, 227, 245),
    (169, 200, 234),
    (120, 169, 219),
    (44, 103, 168),
    (23, 74, 130),
)
LIGHT_TEXT_FROM = 4
WIDTH = 174
MARGIN = 18
BAR_ROW = 6.2
NAME_WIDTH = 34
VALUE_WIDTH = 30
WIDEST_COLUMN = 5
MAP_HEIGHT = 68


@dataclass(frozen=True)
class Illustration:
    """A picture on a page of its own, lying if it is wider than high.

    ``draw`` gets the sheet, the left upper corner in mm and how many mm a unit of ``width`` has.
    """

    caption: str
    width: float
    height: float
    draw: Callable[["Sheet", float, float, float], None]


class Sheet(FPDF):
    """A4 pages with the number of the page at the foot."""

    def __init__(self, font: Font) -> None:
        super().__init__(format="A4")
        self.set_margins(MARGIN, MARGIN)
        self.set_auto_page_break(auto=True, margin=MARGIN)
        self.add_font("cjk", "", font.regular, collection_font_number=font.face)
        self.add_font("cjk", "B", font.bold, collection_font_number=font.face)
        self.write_in(10.5)

    def footer(self) -> None:
        """Write the number of the page."""
        self.set_y(-12)
        self.write_in(8, GREY)
        self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="C")

    def write_in(
        self, size: float, colour: tuple[int, int, int] = INK, *, bold: bool = False
    ) -> None:
        """Choose size, colour and weight of what follows."""
        self.set_font("cjk", "B" if bold else "", size)
        self.set_text_color(*colour)

    def say(self, text: str, height: float, *, align: str = "L") -> None:
        """Write lines over the whole width."""
        self.multi_cell(
            0,
            height,
            without_controls(text),
            align=align,
            new_x="LMARGIN",
            new_y="NEXT",
            wrapmode=wrapping(),
        )

    def keep(self, height: float) -> None:
        """Begin a new page where less than this height is left."""
        if self.will_page_break(height):
            self.add_page()


def wrapping() -> WrapMode:
    """Break Chinese anywhere, English between words."""
    return WrapMode.WORD if current_language() == "en" else WrapMode.CHAR


def pdf_bytes(
    font: Font,
    *,
    title: str,
    subtitle: str,
    parts: Sequence[Part | Illustration],
    foot: str,
    at: datetime,
) -> bytes:
    """Draw the parts; ``at`` is the moment written into the file, so that it is always the same."""
    sheet = Sheet(font)
    sheet.set_title(title)
    sheet.set_creation_date(at)
    sheet.add_page()
    sheet.write_in(18, bold=True)
    sheet.say(title, 10, align="C")
    sheet.write_in(9.5, GREY)
    sheet.say(subtitle, 7, align="C")
    for part in parts:
        _add(sheet, part)
    sheet.ln(3)
    sheet.write_in(8, GREY)
    sheet.say(foot, 5)
    return bytes(sheet.output())


def _illustration(sheet: Sheet, part: Illustration) -> None:
    sheet.add_page(orientation="L" if part.width > part.height else "P")
    sheet.write_in(13, bold=True)
    sheet.say(part.caption, 9)
    top = sheet.get_y() + 1
    scale = min(sheet.epw / part.width, (sheet.h - MARGIN - top) / part.height)
    part.draw(sheet, sheet.l_margin, top, scale)
    sheet.set_xy(sheet.l_margin, top + part.height * scale)


def _add(sheet: Sheet, part: Part | Illustration) -> None:
    if isinstance(part, Heading):
        sheet.keep(30)
        sheet.ln(4)
        sheet.write_in(13, bold=True)
        sheet.say(part.text, 9)
    elif isinstance(part, Paragraph):
        sheet.write_in(10.5)
        sheet.say(part.text, 6.4)
        sheet.ln(1.5)
    elif isinstance(part, Figures):
        _figures(sheet, part)
    elif isinstance(part, Bars):
        _bars(sheet, part)
    elif isinstance(part, Districts):
        _districts(sheet, part)
    elif isinstance(part, Illustration):
        _illustration(sheet, part)
    else:
        _table(sheet, part)


def _figures(sheet: Sheet, part: Figures) -> None:
    sheet.keep(26)
    width, top = WIDTH / len(part.items), sheet.get_y() + 1
    for place, item in enumerate(part.items):
        left = MARGIN + place * width
        sheet.set_fill_color(*PALE)
        sheet.rect(left, top, width - 2, 20, style="F", round_corners=True, corner_radius=1.2)
        for text, size, down, colour in (
            (item.name, 8, 1.5, GREY),
            (item.value, 13, 6.2, INK),
            (item.parts, 6.5, 12, GREY),
            (item.change, 6.5, 15.5, GREY),
        ):
            sheet.set_xy(left + 1, top + down)
            sheet.write_in(size, colour, bold=size > 10)
            sheet.cell(width - 4, 4, text)
    sheet.set_xy(MARGIN, top + 23)


def _caption(sheet: Sheet, text: str, room: float) -> None:
    sheet.keep(room + 8)
    sheet.ln(1.5)
    sheet.write_in(9, GREY)
    sheet.say(text, 6)


def _bars(sheet: Sheet, part: Bars) -> None:
    _caption(sheet, part.caption, BAR_ROW * len(part.items))
    full = WIDTH - NAME_WIDTH - VALUE_WIDTH
    sheet.write_in(9)
    for bar in part.items:
        top = sheet.get_y()
        sheet.cell(NAME_WIDTH, BAR_ROW, bar.name)
        for share, colour in ((1.0, PALE), (bar.share, TONES[bar.tone])):
            sheet.set_fill_color(*colour)
            sheet.rect(MARGIN + NAME_WIDTH, top + 1.1, max(full * share, 0.01), 4, style="F")
        sheet.set_x(MARGIN + NAME_WIDTH + full + 2)
        sheet.cell(VALUE_WIDTH - 2, BAR_ROW, bar.text, new_x="LMARGIN", new_y="NEXT")


def _districts(sheet: Sheet, part: Districts) -> None:
    drawn = part.drawn
    scale = min(WIDTH * 0.82 / drawn.width, MAP_HEIGHT / drawn.height)
    _caption(sheet, part.caption, drawn.height * scale)
    left, top = MARGIN + (WIDTH - drawn.width * scale) / 2, sheet.get_y() + 1
    sheet.set_draw_color(255, 255, 255)
    sheet.set_line_width(0.7)
    for area in drawn.areas:
        corners = [tuple(map(float, pair.split(","))) for pair in area.points.split()]
        sheet.set_fill_color(*SHADES[area.shade])
        sheet.polygon([(left + x * scale, top + y * scale) for x, y in corners], style="DF")
    for area in drawn.areas:
        colour = (255, 255, 255) if area.shade >= LIGHT_TEXT_FROM else INK
        value = part.say(area.value) if area.value else "–"
        for text, down, size in ((part.names[area.code], -4.2, 7.5), (value, -0.4, 7)):
            sheet.write_in(size, colour, bold=down < -1)
            sheet.set_xy(left + area.x * scale - 20, top + area.y * scale + down)
            sheet.cell(40, 4, text, align="C")
    sheet.set_xy(MARGIN, top + drawn.height * scale + 2)


def _table(sheet: Sheet, part: Table) -> None:
    _caption(sheet, part.caption, 20)
    sheet.write_in(8)
    sheet.set_draw_color(*LINE)
    sheet.set_line_width(0.15)
    with sheet.table(
        width=WIDTH,
        col_widths=_widths(part),
        text_align=tuple(
            "RIGHT" if place in part.numeric else "LEFT" for place in range(len(part.header))
        ),
        borders_layout="HORIZONTAL_LINES",
        headings_style=FontFace(emphasis="BOLD", color=INK, fill_color=PALE),
        cell_fill_color=(255, 255, 255),
        cell_fill_mode=TableCellFillMode.ALL,
        line_height=5,
        wrapmode=wrapping(),
        padding=0.6,
    ) as table:
        for texts in (part.header, *part.rows):
            row: Any = table.row()
            for text in texts:
                row.cell(without_controls(text))
    if part.note:
        sheet.say(part.note, 5)


def _widths(part: Table) -> tuple[float, ...]:
    """Give columns room by their longest text; none less than a fifth of the widest."""
    texts = (part.header, *part.rows)
    lengths = [
        max(len(line) for row in texts for line in row[place].splitlines() or [""])
        for place in range(len(part.header))
    ]
    least = max(lengths) / WIDEST_COLUMN
    return tuple(max(least, min(length, 24)) for length in lengths)
