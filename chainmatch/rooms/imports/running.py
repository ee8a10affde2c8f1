"""The import as the worker runs it."""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from chainmatch.background.search_alerts import ask_for_alerts
from chainmatch.background.work import JobKind, Outcome
from chainmatch.config import Config
from chainmatch.filing import files
from chainmatch.i18n import speaking, translate
from chainmatch.rooms.imports.kinds import ImportKind, run_import
from chainmatch.rooms.imports.operations import IMPORT
from graph.domain.clock import now
from graph.domain.job import Job
from graph.domain.progress import Progress
from graph.errors import BadInput
from graph.exchange.importing import ImportReport
from graph.exchange.rejects import ENCODING, Reject, write_rejects
from graph.messages import message
from graph.store import Store


def run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    """Import the file of a job and keep the rejects file. Raises BadInput, Cancelled."""
    kind = ImportKind(job.params["kind"])
    with _under_its_name(config.files, job.params["sha256"], job.params["file"]) as path:
        progress(0, 0, message("正在读取文件"))
        report = run_import(
            store,
            kind,
            path,
            as_of=job.params["as_of"],
            limit_mb=config.upload_mb,
            with_projects=job.params.get("with_projects", True),
            progress=progress,
        )
    ask_for_alerts(store, at=now())
    sha256 = _keep_rejects(config.files, report.rejects, job.params["language"])
    return _outcome(report, sha256)


@contextmanager
def _under_its_name(folder: Path, sha256: str, name: str) -> Iterator[Path]:
    """Lend the kept bytes under the name that the person knows, for the rejects file."""
    if not (folder / sha256).is_file():
        raise BadInput("文件“%(name)s”已不在服务器上，请重新上传。", name=name)
    with TemporaryDirectory(prefix="chainmatch-") as place:
        path = Path(place) / name
        path.symlink_to((folder / sha256).resolve())
        yield path


def _keep_rejects(folder: Path, rejects: Sequence[Reject], language: str) -> str:
    if not rejects:
        return ""
    text = io.StringIO(newline="")
    with speaking(language):
        write_rejects(text, rejects, translate)
    return files.keep(folder, io.BytesIO(text.getvalue().encode(ENCODING)))[0]


def _outcome(report: ImportReport, rejects_sha256: str) -> Outcome:
    total = report.total
    counts = {
        "created": total.created,
        "changed": total.changed,
        "unchanged": total.unchanged,
        "rejected": len(report.rejects),
    }
    note = message(
        "新增 %(created)s 条，更新 %(changed)s 条，未变 %(unchanged)s 条，未导入 %(rejected)s 条。",
        **counts,
    )
    saved = {
        name: [each.created, each.changed, each.unchanged] for name, each in report.saved.items()
    }
    return Outcome(note, {**counts, "rejects": rejects_sha256, "saved": saved})


KIND = JobKind(IMPORT, run)
