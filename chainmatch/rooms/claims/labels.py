"""Words for stored values of claims."""

from chainmatch.i18n import mark
from chainmatch.wording.claim_states import STATES
from graph.domain.claim import ClaimState

__all__ = ["STATES", "VIEWS"]

VIEWS = {
    ClaimState.WAITING: mark("待审核"),
    ClaimState.APPROVED: mark("已通过"),
    ClaimState.REFUSED: mark("未通过"),
}
"""What the list offers to look at."""
