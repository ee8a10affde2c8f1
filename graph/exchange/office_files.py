"""Any file that an office hands in: a CSV, a folder or package of them, a workbook."""

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from zipfile import ZipFile, ZipInfo

from graph.errors import BadInput
from graph.exchange import reading
from graph.exchange.csv_files import read_csv
from graph.exchange.packages import broken, is_workbook, list_entries, refuse_bombs
from graph.exchange.rejects import Reject
from graph.exchange.tables import Table, no_data
from graph.exchange.xlsx_files import open_workbook
from graph.messages import message

IN_A_FILE = message("%(file)s：%(reason)s")


@dataclass(frozen=True)
class OfficeFile:
    """The tables that were understood, and what was left out as a whole (hidden sheets)."""

    tables: tuple[Table, ...]
    rejects: tuple[Reject, ...] = ()


@contextmanager
def open_csv_tables(path: Path, *, limit_mb: int) -> Iterator[OfficeFile]:
    """Open one CSV file, or all of a folder or ``.zip``; rows are read while it is open.

    Raises BadInput (TooLarge) where one of them cannot be used; then none is.
    """
    if path.is_dir():
        files = {each.name: each for each in sorted(path.iterdir()) if _is_csv(each.name)}
        if not files:
            raise BadInput("文件夹 %(path)s 里没有 CSV 文件。", path=str(path))
        yield _read_all(files, limit_mb)
    elif reading.is_package(path):
        with tempfile.TemporaryDirectory(prefix="chainmatch-") as folder:
            yield _read_all(_unpack(path, Path(folder), limit_mb), limit_mb)
    else:
        table = read_csv(path, limit_mb=limit_mb)
        if not table.total:
            raise no_data()
        yield OfficeFile((table,))


@contextmanager
def open_xlsx_tables(path: Path, *, limit_mb: int) -> Iterator[OfficeFile]:
    """Open a workbook; rows are read while it is open. Raises BadInput (TooLarge)."""
    with open_workbook(path, limit_mb=limit_mb) as book:
        rejects = (Reject(path.name, sheet.title, "", "", sheet.reason) for sheet in book.skipped)
        yield OfficeFile(book.tables, tuple(rejects))


def _is_csv(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix.lower() == ".csv" and not path.name.startswith(".")


def _read_all(files: dict[str, Path], limit_mb: int) -> OfficeFile:
    tables = tuple(_read_one(name, path, limit_mb) for name, path in files.items())
    if not any(table.total for table in tables):
        raise no_data()
    return OfficeFile(tables)


def _read_one(name: str, path: Path, limit_mb: int) -> Table:
    try:
        return replace(read_csv(path, limit_mb=limit_mb), title=name)
    except BadInput as error:
        raise type(error)(IN_A_FILE.template, file=name, reason=error.message) from error


def _unpack(path: Path, folder: Path, limit_mb: int) -> dict[str, Path]:
    """Unpack the CSV files of a package under names of our own; return them by their own."""
    reading.check_size(path, limit_mb)
    entries = list_entries(path)
    if is_workbook(entries):
        raise BadInput("这个文件其实是 Excel 工作簿（XLSX）。请按 XLSX 导入，或另存为“CSV UTF-8”。")
    refuse_bombs(entries)
    wanted = [entry for entry in entries if _is_csv(entry.filename)]
    if not wanted:
        raise BadInput("这个压缩包里没有 CSV 文件。")
    try:
        return dict(_unpacked(path, folder, wanted))
    except Exception as error:  # zipfile raises what its parts raise on a broken file
        raise broken() from error


def _unpacked(path: Path, folder: Path, entries: Iterable[ZipInfo]) -> Iterator[tuple[str, Path]]:
    with ZipFile(path) as package:
        for number, entry in enumerate(entries):
            target = folder / f"{number}.csv"
            with package.open(entry) as source, target.open("wb") as file:
                shutil.copyfileobj(source, file)
            yield entry.filename, target
