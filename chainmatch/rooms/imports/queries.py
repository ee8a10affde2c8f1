"""What the imports room shows."""

import io
from dataclasses import dataclass
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile

from chainmatch.i18n import translate
from chainmatch.rooms.imports.operations import IMPORT
from graph.domain.job import Job, remaining_seconds
from graph.errors import NotFound
from graph.exchange.csv_export import file_name
from graph.exchange.empty_files import csv_bytes, write_workbook
from graph.exchange.templates import OFFICE_TEMPLATES, Template
from graph.store import Store
from graph.store.work import jobs


@dataclass(frozen=True)
class ShownImport:
    """An import with what can only be told at this moment."""

    job: Job
    remaining: int | None


def count_imports(store: Store) -> int:
    """Count all imports."""
    return jobs.count_jobs(store, [IMPORT])


def list_imports(store: Store, *, skip: int, limit: int, now: datetime) -> list[ShownImport]:
    """List imports, newest first."""
    found = jobs.list_jobs(store, [IMPORT], skip=skip, limit=limit)
    return [ShownImport(job, remaining_seconds(job, now)) for job in found]


def find_import(store: Store, job_id: str, *, now: datetime) -> ShownImport:
    """Return one import. Raises NotFound."""
    job = jobs.find_job(store, job_id)
    if job.kind != IMPORT:
        raise NotFound("没有这次导入。")
    return ShownImport(job, remaining_seconds(job, now))


def workbook_bytes() -> io.BytesIO:
    """Return the empty workbook in the reader's language."""
    file = io.BytesIO()
    write_workbook(file, translate)
    file.seek(0)
    return file


def csv_package_bytes() -> io.BytesIO:
    """Return all empty CSV files in one package."""
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for template in OFFICE_TEMPLATES:
            package.writestr(file_name(template), csv_bytes(template))
    file.seek(0)
    return file


def find_template(name: str) -> Template:
    """Return an office template. Raises NotFound."""
    for template in OFFICE_TEMPLATES:
        if template.name == name:
            return template
    raise NotFound("没有这个模板。")
