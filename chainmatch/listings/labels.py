"""Words of the listings room."""

from chainmatch.attachments import ACCEPT, MOST_MB, SHOWN_TYPES
from chainmatch.i18n import mark
from graph.domain.listing import MOST_FILES, ListingKind, ListingState

__all__ = [
    "ACCEPT",
    "ALL",
    "KINDS",
    "LIGHTS",
    "MOST_FILES",
    "MOST_MB",
    "SHOWN_TYPES",
    "STATES",
    "VIEWS",
]

ALL = mark("全部")
KINDS = {ListingKind.OFFER: mark("供给"), ListingKind.NEED: mark("需求")}
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
VIEWS = {
    "market": mark("全部公开"),
    "mine": mark("我的发布"),
    "review": mark("待审核"),
}
