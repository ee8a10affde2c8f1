"""The ledger as a workbook that an office opens in Excel, and that our import reads back."""

import io
from collections.abc import Iterator, Sequence
from typing import Any

from openpyxl import Workbook

from chainmatch.i18n import gettext, pick, translate
from chainmatch.projects.labels import AGREEMENTS, COLOURS, STAGE_NAMES
from chainmatch.projects.queries import group_name, region_names
from graph.domain.projects.project import Agreement
from graph.exchange.cells import neutralise, without_controls
from graph.exchange.fields.money import WAN
from graph.ledger.listing import ListedProject
from graph.messages import message
from graph.store import Store

HEADER = (
    message("项目编号"),
    message("项目名称"),
    message("区县"),
    message("签约活动"),
    message("协议类型"),
    message("总投资（万元）"),
    message("签约金额（万元）"),
    message("到位资金（万元）"),
    message("责任单位"),
    message("当前阶段"),
    message("进入日期"),
    message("签约日期"),
    message("开工日期"),
    message("灯色"),
    message("原因"),
)
WIDTHS = (18, 36, 12, 22, 12, 14, 14, 14, 22, 12, 12, 12, 12, 10, 50)


def ledger_bytes(store: Store, rows: Sequence[ListedProject]) -> io.BytesIO:
    """Write the list in the reader's language; no cell of it can run as a formula."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet(gettext("签约项目"))
    for place, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJKLMNO"[place]].width = width
    sheet.freeze_panes = "A2"
    sheet.append([translate(title) for title in HEADER])
    regions = region_names(store)
    for row in rows:
        sheet.append([_safe(cell) for cell in _cells(row, regions)])
    file = io.BytesIO()
    book.save(file)
    file.seek(0)
    return file


def _cells(row: ListedProject, regions: dict[str, str]) -> Iterator[Any]:
    track, standing = row.track, row.standing
    yield track.code
    yield pick(track.name, track.name_en)
    yield group_name(regions, track.region)
    yield track.event
    yield gettext(AGREEMENTS[Agreement(standing.agreement)]) if standing.agreement else ""
    yield from (yuan / WAN for yuan in (track.total, standing.contracted, standing.arrived))
    yield track.unit
    stage = STAGE_NAMES[standing.stage]
    yield pick(stage.name, stage.name_en)
    yield from (standing.since, standing.signed, standing.started)
    yield gettext(COLOURS[row.light.colour])
    yield "；".join(translate(reason.words) for reason in row.light.reasons)


def _safe(cell: Any) -> Any:
    return neutralise(without_controls(cell)) if isinstance(cell, str) else cell
