"""Roles and memberships in words."""

from chainmatch.i18n import mark
from graph.domain.account import Membership, Role

ROLES = {
    Role.ENTERPRISE: mark("企业"),
    Role.ORGANIZER: mark("会务"),
    Role.ANALYST: mark("分析员"),
    Role.ADMINISTRATOR: mark("管理员"),
    Role.UNIT: mark("责任单位"),
    Role.APPLICANT: mark("申请人"),
}
GIVEN = [role for role in Role if role != Role.APPLICANT]
"""Roles that an administrator may give; applicants register themselves."""
MEMBERSHIPS = {Membership.OWNER: mark("负责人"), Membership.MEMBER: mark("成员")}
