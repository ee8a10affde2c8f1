"""The four roles in words."""

from chainmatch.i18n import mark
from graph.domain.account import Role

ROLES = {
    Role.ENTERPRISE: mark("企业"),
    Role.ORGANIZER: mark("会务"),
    Role.ANALYST: mark("分析员"),
    Role.ADMINISTRATOR: mark("管理员"),
}
