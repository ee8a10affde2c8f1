"""CSV files as offices have them: any encoding Excel writes, commas, semicolons or tabs."""

import csv
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from graph.errors import BadInput
from graph.exchange import reading
from graph.exchange.cells import FAULTS, CellValue, Fault, Formula
from graph.exchange.tables import (
    RawRow,
    Table,
    choose_template,
    count_known,
    find_mistake,
    read_header,
    understand,
)
from graph.exchange.templates import TEMPLATES, Template
from graph.messages import message

DELIMITERS = (",", ";", "\t", "，", "|")
CELL_CHARACTERS = 131_072
"""The csv module's own limit of a field: four times what a cell of Excel holds."""
HEADER_ROWS = 5
_OPEN_QUOTE = "unexpected end of data"
_LONG_FIELD = "field larger than field limit"


def read_csv(
    path: Path,
    *,
    limit_mb: int = reading.DEFAULT_LIMIT_MB,
    templates: Sequence[Template] = TEMPLATES,
) -> Table:
    """Understand a CSV file before anything of it is used; its rows are read again as needed.

    Raises BadInput (TooLarge) where the file as a whole cannot be read: size, format, encoding,
    header, a quote that is never closed. A file without rows is a table with ``total`` 0.
    """
    reading.check_size(path, limit_mb)
    reading.check_csv(path)
    encoding = reading.detect_encoding(path)
    delimiter = _detect_delimiter(path, encoding, templates)
    records = partial(_records, path, encoding, delimiter)
    headers = _find_header(records, encoding, templates)
    rows = partial(_rows_below_header, records)
    return understand(choose_template(headers, templates), headers, rows, "")


def _detect_delimiter(path: Path, encoding: str, templates: Sequence[Template]) -> str:
    """The delimiter that makes the first row most like a header; the comma where none does."""

    def likeness(delimiter: str) -> int:
        first = next(_records(path, encoding, delimiter), None)
        return count_known(read_header(first.cells), templates) if first else 0

    return max(DELIMITERS, key=likeness)


def _find_header(
    records: partial[Iterator[RawRow]], encoding: str, templates: Sequence[Template]
) -> tuple[str, ...]:
    """Return the first row as headers. Raises BadInput where it is none."""
    first_rows = [read_header(row.cells) for row in islice(records(), HEADER_ROWS)]
    headers = first_rows[0] if first_rows else ()
    if not any(headers) and not any(map(any, first_rows)):
        raise BadInput("文件是空的，没有导入任何内容。请确认选对了文件，填好后再导入。")
    for number, texts in enumerate(first_rows[1:], 2):
        if not count_known(headers, templates) and _is_header(texts, templates):
            raise BadInput(
                "表头应在第 1 行，这个文件的表头在第 %(row)s 行。请删除它上面的行再导入。",
                row=number,
            )
    if encoding == "gb18030" and not count_known(headers, templates):
        # Text of other Asian encodings passes for GB18030: only the reader can tell.
        raise BadInput(
            "第一行不是模板的表头：%(headers)s。请下载模板，把数据填到模板里再导入。"
            "如果上面是乱码，请在 Excel 中打开原文件，另存为“CSV UTF-8（逗号分隔）”后再导入。",
            headers="、".join(filter(None, headers))[:200],
        )
    return headers


def _is_header(texts: tuple[str, ...], templates: Sequence[Template]) -> bool:
    return any(texts) and any(find_mistake(template, texts) is None for template in templates)


def _rows_below_header(records: partial[Iterator[RawRow]]) -> Iterator[RawRow]:
    return islice(records(), 1, None)


def _records(path: Path, encoding: str, delimiter: str) -> Iterator[RawRow]:
    """Yield each record with its number; a record with a stray quote has a fault and no cells.

    Raises BadInput at a quote that is never closed: what follows would be one giant cell.
    """
    with path.open(encoding=encoding, newline="") as file:
        reader = csv.reader(file, delimiter=delimiter, strict=True)
        number = 0
        while True:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield _broken(number, str(error))
            else:
                yield RawRow(number, [_cell(text) for text in cells])


def _broken(number: int, error: str) -> RawRow:
    if error == _OPEN_QUOTE:
        raise BadInput(
            "第 %(row)s 行有一个引号没有闭合，后面的内容都连成了一格，没有导入任何内容。"
            "请补上引号再导入。",
            row=number,
        )
    if error.startswith(_LONG_FIELD):
        raise BadInput(
            "第 %(row)s 行有一个超过 %(limit)s 个字符的单元格，多半是少了一个引号，"
            "没有导入任何内容。请改好再导入。",
            row=number,
            limit=f"{CELL_CHARACTERS:,}",
        )
    return RawRow(number, (), message('引号用得不对，分不清各列：内容里的引号要写两遍（""）'))


def _cell(text: str) -> CellValue:
    if text[:1] == "=":
        return Formula(text)
    return Fault(text) if text[:1] == "#" and text in FAULTS else text
