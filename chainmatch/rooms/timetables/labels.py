"""Words of the timetables room."""

from chainmatch.background.job_states import STATES
from chainmatch.i18n import mark
from chainmatch.scheduling.repair import Kind
from chainmatch.wording.conference_names import VERSION_KINDS

__all__ = ["OFFERS", "OFFER_HINTS", "SECONDS", "STATES", "VERSION_KINDS"]

SECONDS = (5, 15, 60)
"""How long to search, to choose from."""
OFFERS = {
    Kind.FILL_HOLES: mark("填补空位"),
    Kind.REPAIR: mark("局部调整"),
    Kind.FROM_SCRATCH: mark("全部重排"),
}
OFFER_HINTS = {
    Kind.FILL_HOLES: mark("已排的一场不动，只在空位里加会谈。"),
    Kind.REPAIR: mark("动得尽量少，排进尽量多。"),
    Kind.FROM_SCRATCH: mark("不管现有安排，从头排一份最好的。"),
}
