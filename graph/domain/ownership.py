"""Who stands behind an enterprise: the group it belongs to, and who in the end controls it."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from graph.domain.codes import make_code

SCHEME = "owner"
_LOOSE_SPACE = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
"""A space beside a Chinese character tells nothing."""


class OwnerRole(StrEnum):
    """所属集团 or 实际控制人."""

    GROUP = "group"
    CONTROLLER = "controller"


@dataclass(frozen=True)
class Owner:
    """A group, or whoever controls an enterprise, in one role; ``owned`` counts its enterprises."""

    code: str
    name: str
    role: OwnerRole
    owned: int = 0


def owner_name(told: str) -> str:
    """Write an owner's name in one way, however its width and spaces were told."""
    name = _LOOSE_SPACE.sub("", " ".join(unicodedata.normalize("NFKC", told).split()))
    return name if name.isascii() else name.replace("(", "（").replace(")", "）")


def owner_code(name: str) -> str:
    """Return the code of the owner of this name: the same name is the same owner."""
    return make_code(SCHEME, owner_name(name))
