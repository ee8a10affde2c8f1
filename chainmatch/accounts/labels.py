"""Words for stored values of accounts."""

from chainmatch.roles import ROLES

__all__ = ["ROLES"]
