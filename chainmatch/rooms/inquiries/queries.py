"""What the pages show of an answer: cells, a chart, a drawn graph."""

from dataclasses import dataclass
from typing import Any

from chainmatch.i18n import listed
from graph.domain.inquiry import Answer, Chart, SeenLink, SeenNode, SeenPath

MOST_SHOWN = 500
"""Rows on the page; the files hold all."""
MOST_DRAWN = 400
"""Nodes or bars in a picture: more could not be told apart."""


@dataclass(frozen=True)
class Shown:
    """An answer as the page shows it: ``picture`` is what the script draws, or nothing."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    total: int
    is_cut: bool
    seconds: float
    picture: dict[str, Any] | None


def show(answer: Answer, chart: Chart) -> Shown:
    """Make an answer ready for the page."""
    rows = tuple(tuple(map(cell, row)) for row in answer.rows[:MOST_SHOWN])
    picture = _graph(answer) if chart == Chart.GRAPH else _series(answer, chart)
    return Shown(answer.columns, rows, len(answer.rows), answer.is_cut, answer.seconds, picture)


def cell(value: Any) -> str | int | float:
    """Write a value as one cell of a table: numbers stay numbers."""
    match value:
        case None:
            written: str | int | float = ""
        case bool():
            written = "true" if value else "false"
        case str() | int() | float():
            written = value
        case SeenNode():
            written = value.name
        case SeenLink():
            written = value.type
        case SeenPath():
            written = " → ".join(node.name for node in value.nodes)
        case dict():
            written = "；".join(f"{key}: {cell(each)}" for key, each in value.items())
        case _:
            written = listed(str(cell(each)) for each in value)
    return written


def _series(answer: Answer, chart: Chart) -> dict[str, Any] | None:
    """The first column names, every column of numbers beside it is drawn."""
    if chart not in {Chart.BAR, Chart.LINE} or not answer.rows:
        return None
    numbers = [at for at in range(1, len(answer.columns)) if _is_numeric(answer, at)]
    if not numbers:
        return None
    rows = answer.rows[:MOST_DRAWN]
    return {
        "kind": chart.value,
        "names": [str(cell(row[0])) for row in rows],
        "series": [
            {"name": answer.columns[at], "values": [row[at] for row in rows]} for at in numbers
        ],
    }


def _is_numeric(answer: Answer, at: int) -> bool:
    values = [row[at] for row in answer.rows if row[at] is not None]
    return bool(values) and all(
        isinstance(value, int | float) and not isinstance(value, bool) for value in values
    )


def _graph(answer: Answer) -> dict[str, Any] | None:
    nodes = answer.nodes[:MOST_DRAWN]
    if not nodes:
        return None
    drawn = {node.id for node in nodes}
    return {
        "kind": Chart.GRAPH.value,
        "nodes": [{"id": node.id, "name": node.name, "label": node.label} for node in nodes],
        "links": [
            {"id": link.id, "source": link.start, "target": link.end, "name": link.type}
            for link in answer.links
            if {link.start, link.end} <= drawn
        ],
    }
