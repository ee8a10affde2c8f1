"""What kinds of files can be imported, and how a file is known for one of them."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from zipfile import ZipFile, ZipInfo

from graph.domain.progress import Progress
from graph.domain.sources import CKG, GDES, TPEX
from graph.errors import BadInput
from graph.exchange.ckg import FILES as CKG_FILES
from graph.exchange.importing import ImportReport
from graph.exchange.office import import_csv, import_xlsx
from graph.exchange.office_files import open_csv_tables, open_xlsx_tables
from graph.exchange.packages import is_workbook, list_entries, refuse_bombs
from graph.exchange.public_sets import import_public_set
from graph.exchange.reading import check_size, is_package
from graph.store import Store

CKG_MARK = CKG_FILES[0]


class ImportKind(StrEnum):
    """CSV templates, a workbook of them, or one of the public data sets."""

    XLSX = "xlsx"
    CSV = "csv"
    CKG = CKG
    TPEX = TPEX
    GDES = GDES


OLD_WORKBOOKS = frozenset({".xls", ".et", ".ods", ".xlsb"})
OFFICE_KINDS = {ImportKind.CSV: open_csv_tables, ImportKind.XLSX: open_xlsx_tables}
ENDINGS = {
    ".xlsx": ImportKind.XLSX,
    ".xlsm": ImportKind.XLSX,
    ".csv": ImportKind.CSV,
    ".txt": ImportKind.CSV,
    ".json": ImportKind.TPEX,
    ".tsv": ImportKind.GDES,
}


def guess_kind(path: Path, name: str) -> ImportKind:
    """Tell the kind of a file from its name and what is in a package. Raises BadInput."""
    if is_package(path):
        entries = list_entries(path)
        if is_workbook(entries):
            return ImportKind.XLSX
        return ImportKind.CKG if _ckg_folder(entries) is not None else ImportKind.CSV
    ending = PurePosixPath(name).suffix.lower()
    if ending in OLD_WORKBOOKS:
        raise BadInput(
            "“%(name)s”是旧版表格文件：请在 Excel 或 WPS 里另存为 .xlsx 再导入。", name=name
        )
    kind = ENDINGS.get(ending)
    if kind is None:
        raise BadInput(
            "看不出文件“%(name)s”是哪一类数据：可以导入 .xlsx、.csv、.zip、chains.json 和 "
            "trades.tsv，也可以在“类型”里指明。",
            name=name,
        )
    return kind


def recognise(kind: ImportKind, path: Path, *, limit_mb: int) -> list[tuple[str, int]]:
    """List the tables of an office's file with how many rows each holds; empty for data sets.

    Raises BadInput (TooLarge) where the file as a whole cannot be used.
    """
    check_size(path, limit_mb)
    if kind not in OFFICE_KINDS:
        return []
    with OFFICE_KINDS[kind](path, limit_mb=limit_mb) as file:
        return [(table.template.title, table.total) for table in file.tables if table.total]


def run_import(
    store: Store,
    kind: ImportKind,
    path: Path,
    *,
    as_of: str,
    limit_mb: int,
    with_projects: bool,
    progress: Progress,
) -> ImportReport:
    """Import one file. Raises BadInput with nothing written, Cancelled between two batches."""
    if kind in OFFICE_KINDS:
        run = import_csv if kind == ImportKind.CSV else import_xlsx
        return run(
            store,
            path,
            as_of=as_of,
            limit_mb=limit_mb,
            with_projects=with_projects,
            progress=progress,
        )
    with _as_data_set(kind, path) as place:
        return import_public_set(store, kind, place, as_of=as_of, progress=progress)


@contextmanager
def _as_data_set(kind: ImportKind, path: Path) -> Iterator[Path]:
    if kind != ImportKind.CKG:
        yield path
        return
    if not is_package(path):
        raise BadInput("ckg 数据要把整个文件夹压缩成一个 .zip 再上传。")
    entries = list_entries(path)
    refuse_bombs(entries)
    inside = _ckg_folder(entries)
    if inside is None:
        raise BadInput("这个压缩包里没有 %(file)s，不是 ckg 数据。", file=CKG_MARK)
    with TemporaryDirectory(prefix="chainmatch-") as folder:
        target = Path(folder) / "ckg"
        target.mkdir()
        _unpack(path, inside, target)
        yield target


def _ckg_folder(entries: list[ZipInfo]) -> PurePosixPath | None:
    """Name the folder of a package in which the ckg files lie."""
    places = (PurePosixPath(entry.filename) for entry in entries)
    return next((place.parent for place in places if place.name == CKG_MARK), None)


def _unpack(path: Path, inside: PurePosixPath, target: Path) -> None:
    with ZipFile(path) as package:
        names = set(package.namelist())
        for file in CKG_FILES:
            name = str(inside / file)
            if name in names:
                with package.open(name) as source, (target / file).open("wb") as copy:
                    shutil.copyfileobj(source, copy)
