"""Words for stored values of members and invitations."""

from chainmatch.i18n import mark
from chainmatch.wording.roles import MEMBERSHIPS
from graph.domain.one_time_link import LinkState

__all__ = ["LINK_STATES", "MEMBERSHIPS"]

LINK_STATES = {
    LinkState.OPEN: mark("等待接受"),
    LinkState.USED: mark("已接受"),
    LinkState.REVOKED: mark("已撤销"),
    LinkState.EXPIRED: mark("已过期"),
}
