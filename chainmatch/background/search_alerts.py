"""Tells people what is new in their saved searches: each day, and after the map has changed."""

from datetime import datetime

from chainmatch.background.work import JobKind, Outcome
from chainmatch.choosing.search_form import read_query
from chainmatch.choosing.search_scope import check_scope
from chainmatch.config import Config
from chainmatch.formats import today
from graph.domain.account import Account, Role
from graph.domain.clock import date_text, now
from graph.domain.job import Job, JobState
from graph.domain.notice import Notice, NoticeKind
from graph.domain.progress import Progress
from graph.domain.saved_search import MOST_WATCHED, Watched
from graph.domain.search import Wanted
from graph.errors import Forbidden
from graph.messages import message
from graph.search import bring_up_to_date, search
from graph.store import Store
from graph.store.desk import saved_searches
from graph.store.post import notices
from graph.store.work import jobs

NAME = "search-alerts"
KEYS = ("search-alerts", "search-alerts-next")
"""One may run while another waits, for what changed since the first began."""
NAMED = 3


def ask_for_alerts(store: Store, *, at: datetime) -> None:
    """Let a worker look at the saved searches; many changes make one job."""
    for key in KEYS:
        job = jobs.enqueue(store, kind=NAME, params={}, created_by="", at=at, key=key, lane=NAME)
        if job.state == JobState.QUEUED:
            return


def tell_news(store: Store, *, at: datetime, day: str) -> int:
    """Look at every watched search once; return how many notices were given."""
    bring_up_to_date(store)
    watched = saved_searches.stream_watched(store)
    return sum(_tell(store, each, at=at, day=day) for each in watched)


def _tell(store: Store, watched: Watched, *, at: datetime, day: str) -> bool:
    """Tell first and remember then: a crash between tells twice, and one key is one notice."""
    viewer = Account(watched.email, "", Role(watched.role), enterprise=watched.enterprise)
    wanted = read_query(watched.search.query, watched.enterprise)
    names = _found(store, wanted, viewer, day)
    fresh = [code for code in names if code not in watched.known]
    was_told = bool(fresh) and len(names) <= MOST_WATCHED and not watched.search.is_too_wide
    if was_told:
        shown = tuple(names[code] for code in fresh[:NAMED])
        words = message(
            "您保存的搜索“%(name)s”新增 %(number)s 家企业：%(shown)s%(more)s",
            name=watched.search.name,
            number=len(fresh),
            shown=shown,
            more="…" if len(fresh) > NAMED else "",
        )
        path = f"/saved-searches/{watched.search.id}/run"
        notice = Notice(NoticeKind.SEARCH, words, path, f"search:{watched.search.id}")
        notices.notify(store, [watched.email], notice, at=at)
    saved_searches.save_known(store, watched.search.id, list(names), at=at)
    return was_told


def _found(store: Store, wanted: Wanted, viewer: Account, day: str) -> dict[str, str]:
    """Return names by code of what the owner may find."""
    try:
        check_scope(store, wanted.limits, viewer)
    except Forbidden:
        return {}
    return {entry.code: entry.name for entry in search(store, wanted, at=day).entries}


def _run(store: Store, config: Config, job: Job, progress: Progress) -> Outcome:
    progress(0, 1, message("正在查看保存的搜索"))
    told = tell_news(store, at=now(), day=date_text(today()))
    return Outcome(message("已提醒 %(told)s 个保存的搜索。", told=told))


KIND = JobKind(NAME, _run)
