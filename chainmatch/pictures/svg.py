"""A drawing as SVG that stands alone: no style sheet, no script, every colour an attribute."""

from xml.etree.ElementTree import Element, SubElement, tostring

from chainmatch.pictures.shapes import Box, Curve, Drawing, Shape, Words
from graph.exchange.cells import without_controls

FONT = "PingFang SC, Microsoft YaHei, Noto Sans CJK SC, Source Han Sans SC, sans-serif"
SPACE = "http://www.w3.org/2000/svg"


def svg_text(drawing: Drawing) -> str:
    """Write a drawing as an SVG document."""
    width, height = _number(drawing.width), _number(drawing.height)
    root = Element(
        "svg",
        {
            "xmlns": SPACE,
            "width": width,
            "height": height,
            "viewBox": f"0 0 {width} {height}",
            "role": "img",
            "font-family": FONT,
        },
    )
    SubElement(root, "title").text = without_controls(drawing.title)
    for shape in drawing.shapes:
        _add(root, shape)
    return tostring(root, encoding="unicode")


def _add(root: Element, shape: Shape) -> None:
    if isinstance(shape, Box):
        _box(root, shape)
    elif isinstance(shape, Curve):
        _curve(root, shape)
    else:
        _words(root, shape)


def _box(root: Element, box: Box) -> None:
    parent = SubElement(root, "a", {"href": box.href}) if box.href else root
    told = {
        "x": _number(box.x),
        "y": _number(box.y),
        "width": _number(box.width),
        "height": _number(box.height),
        "rx": _number(box.radius),
        "fill": box.fill,
    }
    if box.stroke:
        told |= {"stroke": box.stroke, "stroke-width": _number(box.thickness)}
    if box.is_dashed:
        told["stroke-dasharray"] = "4 3"
    drawn = SubElement(parent, "rect", told)
    if box.title:
        SubElement(drawn, "title").text = without_controls(box.title)


def _curve(root: Element, curve: Curve) -> None:
    first, *rest = (f"{_number(x)},{_number(y)}" for x, y in curve.points)
    told = {
        "d": f"M{first} C{' '.join(rest)}",
        "fill": "none",
        "stroke": curve.stroke,
        "stroke-width": _number(curve.thickness),
    }
    if curve.is_dashed:
        told["stroke-dasharray"] = "4 3"
    SubElement(root, "path", told)


def _words(root: Element, words: Words) -> None:
    told = {
        "x": _number(words.x),
        "y": _number(words.y),
        "font-size": _number(words.size),
        "fill": words.fill,
        "pointer-events": "none",
    }
    if words.is_bold:
        told["font-weight"] = "600"
    if words.to_left:
        told["text-anchor"] = "end"
    SubElement(root, "text", told).text = without_controls(words.text)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
