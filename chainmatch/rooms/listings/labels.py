"""Words of the listings room."""

from chainmatch.filing.attachments import ACCEPT, MOST_MB, SHOWN_TYPES
from chainmatch.i18n import mark
from chainmatch.wording.map_names import LISTING_KINDS
from graph.domain.listing import MOST_FILES, ListingState

__all__ = [
    "ACCEPT",
    "ALL",
    "KINDS",
    "LIGHTS",
    "MOST_FILES",
    "MOST_MB",
    "SHOWN_TYPES",
    "STATES",
]

ALL = mark("全部")
KINDS = LISTING_KINDS
STATES = {
    ListingState.PENDING: mark("待审核"),
    ListingState.PUBLISHED: mark("公开中"),
    ListingState.REFUSED: mark("已退回"),
    ListingState.CLOSED: mark("已关闭"),
    ListingState.EXPIRED: mark("已过期"),
}
LIGHTS = {
    ListingState.PENDING: ("light-yellow", "clock"),
    ListingState.PUBLISHED: ("light-green", "circle-check"),
    ListingState.REFUSED: ("light-red", "circle-x"),
    ListingState.CLOSED: ("text-secondary", "ban"),
    ListingState.EXPIRED: ("text-secondary", "history"),
}
"""The colour and the icon that stand beside a state's word."""
