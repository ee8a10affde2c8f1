"""Tells the keepers of the ledger of reports that wait, and who reported how they were judged."""

from datetime import datetime

from graph.domain.notice import Notice, NoticeKind
from graph.domain.projects.project import Report, ReportState
from graph.domain.recommendation import Place
from graph.ledger.telling import KEEPERS
from graph.messages import message
from graph.store import Store
from graph.store.followup import projects
from graph.store.post.notices import notify, notify_roles


def tell_report(store: Store, code: str, *, at: datetime) -> None:
    """Tell the keepers that a report waits for their review."""
    words = message("项目“%(project)s”有新的进展上报，请审核", project=_name(store, code))
    notice = Notice(NoticeKind.PROJECT, words, "/projects/reports", f"report:{code}")
    notify_roles(store, KEEPERS, notice, at=at)


def tell_review(store: Store, code: str, report: Report, *, at: datetime) -> None:
    """Tell who reported whether the report counts, and why not."""
    name = _name(store, code)
    words = (
        message("您对项目“%(project)s”的上报已退回：%(reason)s", project=name, reason=report.reason)
        if report.state == ReportState.REFUSED
        else message("您对项目“%(project)s”的上报已采用", project=name)
    )
    path = f"/projects/{code}"
    notice = Notice(NoticeKind.PROJECT, words, path, f"review:{report.id}")
    notify(store, [report.by], notice, at=at)


def _name(store: Store, code: str) -> Place:
    project = projects.find_project(store, code)
    return Place(project.code, project.name, project.name_en)
