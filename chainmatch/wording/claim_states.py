"""The states of a claim in words, with their lights."""

from chainmatch.i18n import mark
from graph.domain.claim import ClaimState

STATES = {
    ClaimState.UNVERIFIED: mark("等待确认邮箱"),
    ClaimState.WAITING: mark("等待审核"),
    ClaimState.APPROVED: mark("已通过"),
    ClaimState.REFUSED: mark("未通过"),
    ClaimState.WITHDRAWN: mark("已撤回"),
}
