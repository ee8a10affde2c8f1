"""``chainmatch import``: public data sets and the office's own files."""

import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from chainmatch.background.map_lane import holding_map_lane
from chainmatch.cli.session import json_option, open_graph, print_json, progress_bar
from chainmatch.config import read_config
from chainmatch.formats import today
from chainmatch.i18n import gettext, translate
from chainmatch.wording.map_names import TABLES
from graph.domain.clock import date_text, now
from graph.domain.history.change import COMMAND
from graph.domain.progress import Progress
from graph.exchange import rejects as reject_files
from graph.exchange.importing import ImportReport
from graph.exchange.office import import_csv, import_xlsx
from graph.exchange.public_sets import READERS, import_public_set
from graph.exchange.rejects import Reject
from graph.store import Store
from graph.store.bulk.saving import Saved
from graph.store.history import hand

OFFICE_FILES = {"csv": import_csv, "xlsx": import_xlsx}

Import = Callable[[Store, Progress], ImportReport]


@click.command("import")
@click.argument("kind", type=click.Choice([*READERS, *OFFICE_FILES]))
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="数据是哪一天的（默认：数据自带的日期，或今天）。 The date of the facts.",
)
@click.option(
    "--rejects",
    type=click.Path(path_type=Path, dir_okay=False),
    help="没有导入的行写到这个文件（默认：数据目录的 rejects/）。 Where rejects go.",
)
@json_option
def import_(
    kind: str, path: Path, as_of: datetime | None, rejects: Path | None, as_json: bool
) -> None:
    """导入数据。Import a public data set, or an office's CSV files or workbook."""
    started = time.monotonic()
    day = date_text(as_of.date()) if as_of else ""
    with open_graph() as store, progress_bar() as progress:
        lane = holding_map_lane(store, progress, command=f"import {kind} {path.name}")
        with lane as reported, hand.signed(COMMAND, about=path.name):
            report = _run(store, kind, path, day, reported)
        file = _write_rejects(kind, report.rejects, rejects)
    seconds = round(time.monotonic() - started, 1)
    if as_json:
        print_json(_as_dict(report, file, seconds))
        return
    _tell(report, file, seconds)


def _run(store: Store, kind: str, path: Path, day: str, progress: Progress) -> ImportReport:
    if kind in READERS:
        return import_public_set(store, kind, path, as_of=day, progress=progress)
    return OFFICE_FILES[kind](
        store,
        path,
        as_of=day or date_text(today()),
        limit_mb=read_config().upload_mb,
        progress=progress,
    )


def _write_rejects(kind: str, rejects: tuple[Reject, ...], file: Path | None) -> Path | None:
    """Write what was left out, if anything was; return where."""
    if not rejects:
        return None
    if file is None:
        folder = read_config().home / "rejects"
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / f"{kind}-{now():%Y%m%d-%H%M%S}.csv"
    with file.open("w", encoding=reject_files.ENCODING, newline="") as opened:
        reject_files.write_rejects(opened, rejects, translate)
    return file


def _as_dict(report: ImportReport, file: Path | None, seconds: float) -> dict[str, Any]:
    return {
        "source": report.source,
        **_counts(report.total),
        "rejects": len(report.rejects),
        "rejects_file": str(file) if file else None,
        "seconds": seconds,
        "kinds": {name: _counts(saved) for name, saved in report.saved.items()},
    }


def _counts(saved: Saved) -> dict[str, int]:
    counts = asdict(saved)
    del counts["refused"]
    return counts


def _tell(report: ImportReport, file: Path | None, seconds: float) -> None:
    for name, saved in report.saved.items():
        click.echo(f"{gettext(TABLES[name])}\t{_words(saved)}")
    total = gettext("合计")
    click.echo(f"{total}\t{_words(report.total)}")
    click.echo(gettext("用时 %(seconds)s 秒。", seconds=seconds))
    if file:
        click.echo(
            gettext(
                "有 %(count)s 处没有导入，行号和原因见 %(file)s。",
                count=f"{len(report.rejects):,}",
                file=file,
            )
        )


def _words(saved: Saved) -> str:
    return gettext(
        "新增 %(created)s，更新 %(changed)s，未变 %(unchanged)s",
        **{name: f"{number:,}" for name, number in _counts(saved).items()},
    )
