"""Words of the bulletins room."""

from chainmatch.i18n import mark
from graph.domain.bulletin import Audience, BulletinState
from graph.domain.projects.indicators import Indicator

STATES = {
    BulletinState.DRAFT: mark("草稿"),
    BulletinState.SENT: mark("待审批"),
    BulletinState.FROZEN: mark("已定稿"),
}
AUDIENCES = {Audience.STAFF: mark("工作人员和责任单位"), Audience.PUBLIC: mark("公开")}
SHOWN = (
    Indicator.FULFILMENT,
    Indicator.START,
    Indicator.PRODUCTION,
    Indicator.CAPACITY,
    Indicator.FUNDS,
    Indicator.OVERDUE,
)
"""The figures at the head of a bulletin."""
