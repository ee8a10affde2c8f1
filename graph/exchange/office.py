"""Brings an office's CSV files and workbooks into the map."""

from pathlib import Path

from graph.domain.progress import Progress, silent
from graph.domain.sources import OFFICE
from graph.exchange.importing import ImportReport, save_records
from graph.exchange.office_files import OfficeFile, open_csv_tables, open_xlsx_tables
from graph.exchange.office_records import office_records, without_projects
from graph.exchange.reading import DEFAULT_LIMIT_MB
from graph.exchange.regions import Regions
from graph.store import Store


def import_csv(
    store: Store,
    path: Path,
    *,
    as_of: str,
    source: str = OFFICE,
    limit_mb: int = DEFAULT_LIMIT_MB,
    with_projects: bool = True,
    progress: Progress = silent,
) -> ImportReport:
    """Import a CSV file, or all CSV files of a folder or ``.zip`` (an export of ours, say).

    ``as_of`` (ISO date) and ``source`` stand where a row does not tell its own. Signed projects
    are left out where ``with_projects`` is not set. Raises BadInput (TooLarge) before the first
    write where a file as a whole cannot be used.
    """
    with open_csv_tables(path, limit_mb=limit_mb) as file:
        wanted = file if with_projects else without_projects(file, path.name)
        return _import(store, path, wanted, as_of=as_of, source=source, progress=progress)


def import_xlsx(
    store: Store,
    path: Path,
    *,
    as_of: str,
    source: str = OFFICE,
    limit_mb: int = DEFAULT_LIMIT_MB,
    with_projects: bool = True,
    progress: Progress = silent,
) -> ImportReport:
    """Import a workbook; see ``import_csv``."""
    with open_xlsx_tables(path, limit_mb=limit_mb) as file:
        wanted = file if with_projects else without_projects(file, path.name)
        return _import(store, path, wanted, as_of=as_of, source=source, progress=progress)


def _import(
    store: Store, path: Path, file: OfficeFile, *, as_of: str, source: str, progress: Progress
) -> ImportReport:
    records = office_records(file, path.name, as_of=as_of, source=source, regions=Regions(store))
    return save_records(store, records, progress)
