"""Words of the board."""

from chainmatch.i18n import mark
from chainmatch.wording.conference_names import MEETING_STATES

__all__ = ["MEETING_STATES", "VIEWS"]

VIEWS = {"tables": mark("时段 × 桌子"), "parties": mark("企业 × 时段")}
