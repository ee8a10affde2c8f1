"""An edition as a PDF."""

import io

from chainmatch.documents.fonts import find_font
from chainmatch.documents.parts import Figure, Figures, Heading, Paragraph, Part, Table
from chainmatch.documents.pdf_file import Illustration, pdf_bytes
from chainmatch.formats import count
from chainmatch.i18n import gettext
from chainmatch.pictures.map_drawing import say_makers, say_name
from chainmatch.pictures.pdf import draw_on
from chainmatch.rooms.atlas.labels import STAGES
from chainmatch.rooms.atlas.queries import draw, foot, subtitle
from graph.domain.chain import Stage
from graph.domain.chain_atlas import Atlas
from graph.domain.clock import parse_instant
from graph.domain.explored import Mark, Point
from graph.store import Store


def write_pdf(store: Store, atlas: Atlas) -> io.BytesIO:
    """Write an edition as a PDF. Raises BadInput where the machine has no Chinese font."""
    return io.BytesIO(
        pdf_bytes(
            find_font(),
            title=atlas.texts.title,
            subtitle=subtitle(store, atlas),
            parts=[*_opening(atlas), *_keys(atlas), *_directions(atlas), _picture(atlas)],
            foot=foot(atlas),
            at=parse_instant(atlas.published_at or atlas.created_at),
        )
    )


def _opening(atlas: Atlas) -> list[Part]:
    numbers = (
        (gettext("节点"), len(atlas.view.points)),
        (gettext("供应关系"), len(atlas.view.lines)),
        (gettext("缺口"), len(atlas.marked(Mark.GAP))),
        (gettext("唯一"), len(atlas.marked(Mark.SINGLE))),
    )
    parts: list[Part] = [Paragraph(atlas.texts.summary)] if atlas.texts.summary else []
    return [*parts, Figures(tuple(Figure(name, count(each), "", "") for name, each in numbers))]


def _keys(atlas: Atlas) -> list[Part]:
    header = (gettext("重点环节"), gettext("环节"), gettext("企业"), gettext("说明"))
    rows = tuple(
        (say_name(point), _stage(point), say_makers(point), reason)
        for point, reason in atlas.key_points
    )
    return [Heading(gettext("重点环节")), Table("", header, rows)] if rows else []


def _directions(atlas: Atlas) -> list[Part]:
    found = atlas.texts.direction_list
    lines = [Paragraph(f"{number}. {line}") for number, line in enumerate(found, 1)]
    return [Heading(gettext("发展方向")), *lines] if lines else []


def _picture(atlas: Atlas) -> Illustration:
    drawing = draw(atlas)
    return Illustration(
        gettext("上游到下游"),
        drawing.width,
        drawing.height,
        lambda sheet, left, top, scale: draw_on(sheet, drawing, left, top, scale),
    )


def _stage(point: Point) -> str:
    return gettext(STAGES[Stage(point.stage)]) if point.stage else ""
