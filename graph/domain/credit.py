"""What authorities wrote down about an enterprise's good faith."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from graph.domain.codes import make_code

SCHEME = "credit"


class CreditKind(StrEnum):
    """Kinds of records, as 信用中国 keeps them apart."""

    DISHONEST = "dishonest"
    SERIOUS = "serious"
    ABNORMAL = "abnormal"
    PENALTY = "penalty"
    HONOUR = "honour"


KIND_NAMES = {
    "失信被执行人": CreditKind.DISHONEST,
    "严重违法失信": CreditKind.SERIOUS,
    "经营异常": CreditKind.ABNORMAL,
    "行政处罚": CreditKind.PENALTY,
    "守信激励": CreditKind.HONOUR,
}


@dataclass(frozen=True)
class CreditRecord:
    """One record; ``ended`` is the day it was lifted, empty while it stands."""

    code: str
    kind: CreditKind
    date: str
    authority: str
    ended: str = ""
    text: str = ""
    source: str = ""

    def stands(self, day: str) -> bool:
        """Tell whether it has not been lifted by this ISO date."""
        return not self.ended or day < self.ended


def record_code(enterprise: str, kind: str, date: str, authority: str) -> str:
    """Return the code under which a record is kept: the same four are the same record."""
    told = "\x1f".join((enterprise, kind, date, authority))
    return make_code(SCHEME, hashlib.blake2b(told.encode(), digest_size=12).hexdigest())
