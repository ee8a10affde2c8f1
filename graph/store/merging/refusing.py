"""What two records have done as two cannot be turned into one thing that one of them did."""

from collections.abc import Callable, Iterator

from graph.messages import Message, message
from graph.store.connection import Row
from graph.store.cypher.merging import merges as cypher

NAMED = 3
Run = Callable[..., list[Row]]


def find_refusals(run: Run, stays: str, goes: str) -> Iterator[Message]:
    """Yield why two enterprises cannot be merged, each with what to do about it."""
    ends = {"stays": stays, "goes": goes}
    if found := _names(run(cypher.SHARED_CONFERENCES, **ends)):
        yield message(
            "两条记录都在参加“%(names)s”：一家企业在一场对接会里只能有一份报名，"
            "请先在会议里移除其中一份（有会谈的先取消）。",
            names=found,
        )
    if found := _names(run(cypher.SHARED_PROJECTS, **ends)):
        yield message("两条记录都是项目“%(names)s”的签约方：请先在项目里改签约方。", names=found)
    if total := run(cypher.COUNT_REQUESTS_BETWEEN, **ends)[0]["total"]:
        yield message(
            "这两条记录之间有 %(total)s 份对接请求，说明双方是当作两家企业往来的，不能合并。",
            total=total,
        )
    if found := _shared_partners(run, stays, goes):
        yield message(
            "两条记录都有等待“%(names)s”答复的对接请求，一对企业同时只能有一份：请先撤回其中一份。",
            names=found,
        )


def _shared_partners(run: Run, stays: str, goes: str) -> str:
    found = {row["code"] for row in run(cypher.LIST_OPEN_PARTNERS, code=stays)}
    return _names(
        [row for row in run(cypher.LIST_OPEN_PARTNERS, code=goes) if row["code"] in found]
    )


def _names(rows: list[Row]) -> str:
    return "”、“".join(row["name"] for row in rows[:NAMED])
