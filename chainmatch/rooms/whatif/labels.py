"""Words of the what-if room."""

from chainmatch.background.job_states import STATES
from chainmatch.i18n import mark

__all__ = ["KINDS", "STATES"]

KINDS = {
    "enterprise": mark("企业"),
    "node": mark("链节点"),
    "region": mark("地区的全部企业"),
    "supply": mark("节点之间的供应"),
    "trade": mark("企业之间的供应"),
}
"""What can be taken away, by the name it has in the address."""
