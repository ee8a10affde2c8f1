"""A table of a file: which template its header names, and its rows as the clerk numbers them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from graph.errors import BadInput
from graph.exchange.cells import FAULTS, CellValue, is_blank
from graph.exchange.templates import TEMPLATES, Column, Template
from graph.messages import Message, message

COMMENT = "#"
"""A row whose first cell begins with this is a remark (the example rows of our templates)."""


@dataclass(frozen=True)
class RawRow:
    """One row before its cells are understood; ``fault`` says why its cells cannot be told apart.

    ``number`` is the row's number in Excel: the header is row 1.
    """

    number: int
    cells: Sequence[CellValue]
    fault: Message | None = None

    @property
    def is_empty(self) -> bool:
        """A blank row or a remark."""
        return self.fault is None and (all(map(is_blank, self.cells)) or self._is_remark)

    @property
    def _is_remark(self) -> bool:
        first = self.cells[0]
        return isinstance(first, str) and first.startswith(COMMENT) and first not in FAULTS


@dataclass(frozen=True)
class Table:
    """A table whose header was understood. ``rows`` reads the file again each time it is called.

    ``title`` names the sheet, empty for a CSV file; ``columns`` stand as in the file, None where
    the header is blank; ``total`` counts the rows that hold something.
    """

    title: str
    template: Template
    columns: tuple[Column | None, ...]
    headers: tuple[str, ...]
    rows: Callable[[], Iterator[RawRow]]
    total: int

    def header_of(self, column: Column) -> str:
        """The header as this file spells it."""
        return self.headers[self.columns.index(column)] if column in self.columns else column.header


def read_header(cells: Sequence[CellValue]) -> tuple[str, ...]:
    """Return the header row's texts without blank cells at its end."""
    texts = ["" if is_blank(cell) else " ".join(str(cell).split()) for cell in cells]
    while texts and not texts[-1]:
        texts.pop()
    return tuple(texts)


def count_known(headers: Sequence[str], templates: Sequence[Template] = TEMPLATES) -> int:
    """Count the headers that the likeliest template knows."""
    return max(len(_known(template, headers)) for template in templates)


def choose_template(
    headers: tuple[str, ...], templates: Sequence[Template] = TEMPLATES
) -> Template:
    """Find the template that a header belongs to. Raises BadInput saying what is wrong with it."""
    exact = [each for each in templates if find_mistake(each, headers) is None]
    if exact:
        return max(exact, key=lambda each: len(each.required))
    if not any(headers):
        raise BadInput("第一行是空的，应是模板的表头。请下载模板，把数据填到模板里再导入。")
    likeliest = max(templates, key=lambda each: _likeness(each, headers))
    if not _known(likeliest, headers):
        raise BadInput(
            "第一行不是模板的表头：%(headers)s。请下载模板，把数据填到模板里再导入。",
            headers="、".join(filter(None, headers))[:200],
        )
    raise wrong_header(likeliest, headers)


def wrong_header(template: Template, headers: tuple[str, ...], title: str = "") -> BadInput:
    """Say what keeps a header from being this template's."""
    mistake = find_mistake(template, headers)
    if title:
        return BadInput("工作表“%(title)s”的表头不对：%(mistake)s。", title=title, mistake=mistake)
    return BadInput(
        "表头不对，看起来像“%(template)s”表：%(mistake)s。请对照模板改好第一行再导入。",
        template=template.title,
        mistake=mistake,
    )


def find_mistake(template: Template, headers: tuple[str, ...]) -> Message | None:
    """Return what keeps a header from being this template's, or None."""
    known = _known(template, headers)
    missing = [column.header for column in template.required if column not in known]
    unknown = [
        text
        for text in headers
        if text and template.column(text) is None and not template.passes_by(text)
    ]
    if missing and unknown:
        return message(
            "缺少列 %(missing)s，多出不认识的列 %(unknown)s",
            missing=tuple(missing),
            unknown="、".join(unknown)[:200],
        )
    if missing:
        return message("缺少列 %(missing)s", missing=tuple(missing))
    if unknown:
        return message("多出不认识的列 %(unknown)s", unknown="、".join(unknown)[:200])
    return _find_twice(known)


def understand(
    template: Template, headers: tuple[str, ...], rows: Callable[[], Iterator[RawRow]], title: str
) -> Table:
    """Join a template, a header without mistakes, and the rows below it, each looked at once.

    What is broken far down the file is so found before anything is written.
    """
    columns = tuple(template.column(text) if text else None for text in headers)
    total = sum(not row.is_empty for row in rows())
    return Table(title, template, columns, headers, rows, total)


def no_data() -> BadInput:
    """Say that there is nothing below the header."""
    return BadInput("文件只有表头，没有数据，没有导入任何内容。请填好后再导入。")


def _known(template: Template, headers: Sequence[str]) -> list[Column]:
    return [column for text in headers if text and (column := template.column(text))]


def _likeness(template: Template, headers: tuple[str, ...]) -> float:
    known = _known(template, headers)
    missing = sum(column not in known for column in template.required)
    return len(known) - 0.5 * missing + 0.1 * template.office


def _find_twice(known: list[Column]) -> Message | None:
    twice = next((column for column in known if known.count(column) > 1), None)
    return message("列 %(header)s 出现了两次", header=twice.header) if twice else None
