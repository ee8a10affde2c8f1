"""What the readers of public data sets share: finding files, reading lines, judging values."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from graph.errors import BadInput
from graph.exchange.cells import without_controls
from graph.exchange.fields.texts import NAME_BYTES
from graph.exchange.records import MapRecords, Record
from graph.exchange.rejects import Reject
from graph.messages import Message, message

SHOWN = 200
MISSING = message("缺少这一项，或者不是文字")
TOO_LONG = message("名称太长")
BROKEN_LINE = message("不是完整的一行 JSON")

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True)
class Source:
    """A file being read into records; knows its own name."""

    path: Path
    records: MapRecords

    @cached_property
    def name(self) -> str:
        """The file's name."""
        return self.path.name

    def reject(self, row: int | str, field: str, value: Any, reason: Message) -> None:
        """Leave out a row or a value, and say why."""
        shown = "" if value is None else str(value)[:SHOWN]
        self.records.rejects.append(Reject(self.name, row, field, shown, reason))

    def record(self, row: int | str, values: Mapping[str, Any]) -> Record:
        """Keep a row with the place where it stands."""
        return Record(values, self.name, row)

    def lines(self) -> Iterator[str]:
        """Yield the file's lines. Raises BadInput where it is no UTF-8 text."""
        try:
            with self.path.open(encoding="utf-8-sig") as file:
                yield from file
        except UnicodeDecodeError as error:
            raise BadInput(
                "文件 %(file)s 不是 UTF-8 文本，没有导入任何内容。请重新下载这份数据。",
                file=str(self.path),
            ) from error

    def json_lines(self, texts: Iterable[str]) -> Iterator[tuple[int, dict[str, Any]]]:
        """Yield line numbers and objects whose fields ``texts`` hold texts; reject the others.

        Texts come without control characters and spaces around them. Raises BadInput where not
        one line can be used.
        """
        texts = tuple(texts)
        used = 0
        for number, line in enumerate(self.lines(), 1):
            row = self._object(number, line) if line.strip() else None
            if row is not None and self._has_texts(number, row, texts):
                used += 1
                yield number, row
        if not used:
            raise BadInput(
                "文件 %(file)s 里没有一行能用，没有导入任何内容。请确认是原来的数据文件。",
                file=str(self.path),
            )

    def _object(self, number: int, line: str) -> dict[str, Any] | None:
        try:
            row = json.loads(line)
        except ValueError:
            row = None
        if isinstance(row, dict):
            return row
        self.reject(number, "", line.strip(), BROKEN_LINE)
        return None

    def _has_texts(self, number: int, row: dict[str, Any], texts: tuple[str, ...]) -> bool:
        for field in texts:
            value = row.get(field)
            text = clean(value) if isinstance(value, str) else ""
            if not text or len(text) > NAME_BYTES // 4:
                self.reject(number, field, value, TOO_LONG if text else MISSING)
                return False
            row[field] = text
        return True


def clean(text: str) -> str:
    """Take away control characters, line breaks and the spaces around a text."""
    text = text.strip()
    return text if text.isprintable() else without_controls("".join(text.splitlines())).strip()


@lru_cache
def is_date(text: str) -> bool:
    """Tell whether a text is an ISO date such as ``2026-06-30``."""
    if not _DATE.fullmatch(text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def repeats(row: int | str) -> Message:
    """Say that an earlier row said the same."""
    if isinstance(row, str):
        return message("前面已经列过")
    return message("与第 %(row)s 行重复", row=row)


def find_file(path: Path, name: str) -> Path:
    """Return ``path``, or the file ``name`` in the folder ``path``. Raises BadInput."""
    found = path / name if path.is_dir() else path
    if not found.is_file():
        raise BadInput("没有找到文件 %(file)s。请写出数据文件，或它所在的文件夹。", file=str(found))
    return found
