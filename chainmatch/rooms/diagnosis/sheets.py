"""A diagnosis as a workbook: the figures, the nodes, and a sheet for each of the nine lists."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from chainmatch.i18n import gettext, mark
from chainmatch.rooms.diagnosis import labels
from chainmatch.rooms.diagnosis.nine_lists import NineList
from chainmatch.rooms.diagnosis.paper import merge_note
from chainmatch.rooms.diagnosis.queries import Diagnosis
from chainmatch.rooms.diagnosis.words import node_name, why
from graph.domain.diagnosis.rules import NodeDiagnosis
from graph.exchange.cells import neutralise, without_controls

WIDTH = 22
_NODE_COLUMNS = (
    mark("编码"),
    mark("节点"),
    mark("位置"),
    mark("类别"),
    mark("理由"),
    mark("本地企业"),
    mark("外地企业"),
    mark("所在地不明"),
    mark("本地占比"),
    "HHI",
    mark("份额依据"),
    mark("对外依赖"),
    mark("已知采购"),
)
Row = Sequence[Any]


def workbook_bytes(shown: Diagnosis, lists: Iterable[NineList]) -> io.BytesIO:
    """Write all rows; no cell can run as a formula."""
    book = Workbook(write_only=True)
    note = merge_note(shown)
    _add(book, gettext("指标"), [*figure_rows(shown), *([(note,)] if note else [])])
    _add(book, gettext("节点"), [node_header(), *map(node_row, shown.nodes)])
    for each in lists:
        rows = [(row.code, *row.cells) for row in each.rows]
        _add(book, each.title, [(gettext("编码"), *each.header), *rows])
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file


def figure_rows(shown: Diagnosis) -> list[Row]:
    """Write each figure with its parts and its definition, below a header."""
    header = gettext("指标"), gettext("分子"), gettext("分母"), gettext("比例"), gettext("定义")
    return [
        header,
        *(
            (
                gettext(labels.ASKED[asked]),
                figure.numerator,
                figure.denominator,
                None if figure.value is None else round(figure.value, 4),
                gettext(labels.DEFINITIONS[asked]),
            )
            for asked, figure in shown.figures.items()
        ),
    ]


def node_header() -> Row:
    """Name the columns of a node."""
    return tuple(gettext(word) for word in _NODE_COLUMNS)


def node_row(each: NodeDiagnosis) -> Row:
    """Write the figures of a node."""
    return (
        each.node.code,
        node_name(each),
        labels.stage_name(each.node.stage),
        gettext(labels.STRENGTHS[each.strength]),
        why(each),
        len(each.local),
        len(each.outside),
        len(each.unknown),
        each.share,
        each.market.hhi,
        gettext(labels.BASES[each.market.basis]) if each.makers else "",
        each.dependence,
        each.known,
    )


def _add(book: Any, title: str, rows: Iterable[Row]) -> None:
    sheet: Any = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.column_dimensions[get_column_letter(1)].width = WIDTH
    sheet.column_dimensions[get_column_letter(2)].width = WIDTH
    for row in rows:
        sheet.append([_safe(cell) for cell in row])


def _safe(cell: Any) -> Any:
    return neutralise(without_controls(cell)) if isinstance(cell, str) else cell
