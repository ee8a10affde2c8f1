"""A drawing as PNG: painted by Pillow at twice its size and shrunk, so that edges are smooth."""

import io
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from chainmatch.documents.fonts import Font
from chainmatch.pictures.shapes import Box, Curve, Drawing, Words
from graph.exchange.cells import without_controls

MOST_PIXELS = 8_000_000
SHARPEST = 2.0
FINER = 2
"""How much larger it is painted than it is kept."""
PIECES = 28
DASH = (4.0, 3.0)

Spot = tuple[float, float]


def png_bytes(drawing: Drawing, font: Font) -> bytes:
    """Paint a drawing, twice as sharp as on the screen unless that were over 8 million pixels."""
    area = max(1.0, drawing.width * drawing.height)
    scale = min(SHARPEST, (MOST_PIXELS / area) ** 0.5)
    size = (max(1, round(drawing.width * scale)), max(1, round(drawing.height * scale)))
    image = Image.new("RGB", (size[0] * FINER, size[1] * FINER), "#ffffff")
    brush = _Brush(ImageDraw.Draw(image), font, scale * FINER)
    for shape in drawing.shapes:
        brush.add(shape)
    file = io.BytesIO()
    image.resize(size, Image.Resampling.LANCZOS).save(file, "PNG", optimize=True)
    return file.getvalue()


class _Brush:
    """Paints shapes at a scale."""

    def __init__(self, draw: ImageDraw.ImageDraw, font: Font, scale: float) -> None:
        self._draw, self._font, self._scale = draw, font, scale

    def add(self, shape: Box | Curve | Words) -> None:
        """Paint one shape."""
        if isinstance(shape, Box):
            self._box(shape)
        elif isinstance(shape, Curve):
            self._line(_along(shape), shape.stroke, shape.thickness, is_dashed=shape.is_dashed)
        else:
            self._words(shape)

    def _box(self, box: Box) -> None:
        corners = [self._at((box.x, box.y)), self._at((box.x + box.width, box.y + box.height))]
        outline = None if box.is_dashed or not box.stroke else box.stroke
        radius = min(box.radius, box.width / 2, box.height / 2) * self._scale
        width = max(1, round(box.thickness * self._scale))
        self._draw.rounded_rectangle(
            [corners[0], corners[1]], radius, fill=box.fill, outline=outline, width=width
        )
        if box.is_dashed:
            self._line(_around(box), box.stroke, box.thickness, is_dashed=True)

    def _line(self, spots: list[Spot], stroke: str, thickness: float, *, is_dashed: bool) -> None:
        width = max(1, round(thickness * self._scale))
        for piece in _dashes(spots) if is_dashed else [spots]:
            self._draw.line([self._at(spot) for spot in piece], stroke, width, joint="curve")

    def _words(self, words: Words) -> None:
        size = round(words.size * self._scale)
        if size < 4:  # nobody could read it
            return
        font = _font(self._font, size, words.is_bold)
        self._draw.text(
            self._at((words.x, words.y)),
            without_controls(words.text),
            fill=words.fill,
            font=font,
            anchor="rs" if words.to_left else "ls",
        )

    def _at(self, spot: Spot) -> Spot:
        return spot[0] * self._scale, spot[1] * self._scale


@cache
def _font(font: Font, size: int, is_bold: bool) -> ImageFont.FreeTypeFont:
    path = font.bold if is_bold else font.regular
    return ImageFont.truetype(str(path), size, index=font.face)


def _along(curve: Curve) -> list[Spot]:
    """Return places along a Bézier curve (Bernstein polynomials of degree three)."""
    a, b, c, d = curve.points
    found = []
    for step in range(PIECES + 1):
        t = step / PIECES
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x, y = (
            sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1)
        )
        found.append((x, y))
    return found


def _around(box: Box) -> list[Spot]:
    right, bottom = box.x + box.width, box.y + box.height
    return [(box.x, box.y), (right, box.y), (right, bottom), (box.x, bottom), (box.x, box.y)]


def _dashes(spots: list[Spot]) -> Iterator[list[Spot]]:
    """Cut a way into dashes."""
    left, is_drawn = DASH[0], True
    for (x1, y1), (x2, y2) in pairwise(spots):
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        gone = 0.0
        while gone < length:
            step = min(left, length - gone)
            if is_drawn:
                yield [_between((x1, y1), (x2, y2), each / length) for each in (gone, gone + step)]
            gone, left = gone + step, left - step
            if left <= 0:
                is_drawn = not is_drawn
                left = DASH[0] if is_drawn else DASH[1]


def _between(start: Spot, end: Spot, share: float) -> Spot:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
