"""The states of a job in words, for every room that shows one."""

from chainmatch.i18n import mark
from graph.domain.job import JobState

STATES = {
    JobState.QUEUED: mark("等待中"),
    JobState.RUNNING: mark("进行中"),
    JobState.DONE: mark("已完成"),
    JobState.FAILED: mark("未完成"),
    JobState.CANCELLED: mark("已取消"),
}
