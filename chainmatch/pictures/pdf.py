"""A drawing as vectors on a page of a PDF."""

from chainmatch.documents.pdf_file import Sheet
from chainmatch.pictures.shapes import Box, Curve, Drawing, Words
from graph.exchange.cells import without_controls

POINTS_A_MM = 72 / 25.4
DASH = (0.9, 0.7)


def draw_on(sheet: Sheet, drawing: Drawing, left: float, top: float, scale: float) -> None:
    """Draw with the corner at ``left``, ``top``; ``scale`` is mm for each pixel."""
    for shape in drawing.shapes:
        if isinstance(shape, Box):
            _box(sheet, shape, left, top, scale)
        elif isinstance(shape, Curve):
            _curve(sheet, shape, left, top, scale)
        else:
            _words(sheet, shape, left, top, scale)
    sheet.set_dash_pattern()


def _box(sheet: Sheet, box: Box, left: float, top: float, scale: float) -> None:
    sheet.set_fill_color(box.fill)
    if box.stroke:
        _pen(sheet, box.stroke, box.thickness * scale, is_dashed=box.is_dashed)
    radius = min(box.radius, box.width / 2, box.height / 2) * scale
    sheet.rect(
        left + box.x * scale,
        top + box.y * scale,
        box.width * scale,
        box.height * scale,
        style="DF" if box.stroke else "F",
        round_corners=radius > 0,
        corner_radius=radius,
    )


def _curve(sheet: Sheet, curve: Curve, left: float, top: float, scale: float) -> None:
    _pen(sheet, curve.stroke, curve.thickness * scale, is_dashed=curve.is_dashed)
    sheet.bezier([(left + x * scale, top + y * scale) for x, y in curve.points], style="D")


def _words(sheet: Sheet, words: Words, left: float, top: float, scale: float) -> None:
    text = without_controls(words.text)
    sheet.set_font("cjk", "B" if words.is_bold else "", words.size * scale * POINTS_A_MM)
    sheet.set_text_color(words.fill)
    x = left + words.x * scale - (sheet.get_string_width(text) if words.to_left else 0)
    sheet.text(x, top + words.y * scale, text)


def _pen(sheet: Sheet, stroke: str, thickness: float, *, is_dashed: bool) -> None:
    sheet.set_draw_color(stroke)
    sheet.set_line_width(max(0.05, thickness))
    if is_dashed:
        sheet.set_dash_pattern(*DASH)
    else:
        sheet.set_dash_pattern()
