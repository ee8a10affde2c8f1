"""What an enterprise thinks of a partner it was shown: kept for itself, and for the ranker."""

from dataclasses import dataclass
from enum import StrEnum

MOST_COMPARED = 5
MOST_FAVOURITES = 200


class FeedbackKind(StrEnum):
    """收藏, 取消收藏, 不合适, 恢复; of a meeting: 请求, 接受, 婉拒, 举行; of a project: 签约, 投产.

    MET and SIGNED are not said by anybody: they follow what conferences, requests and the ledger
    hold.
    """

    FAVOURED = "favoured"
    UNFAVOURED = "unfavoured"
    DISMISSED = "dismissed"
    RESTORED = "restored"
    REQUESTED = "requested"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    MET = "met"
    SIGNED = "signed"
    LANDED = "landed"


class DismissReason(StrEnum):
    """Why a partner does not fit."""

    NOT_OUR_PRODUCT = "not-our-product"
    HAVE_ONE = "have-one"
    TOO_FAR = "too-far"
    SIZE = "size"
    RIVAL = "rival"
    OTHER = "other"


@dataclass(frozen=True)
class Shown:
    """Where a partner stood when it was judged; all empty where it was not recommended.

    ``version`` names the ranker, ``rank`` counts from 1.
    """

    role: str = ""
    version: str = ""
    rank: int = 0


@dataclass(frozen=True)
class Judgement:
    """What one enterprise says of another. ``by`` is the e-mail address of who said it."""

    kind: FeedbackKind
    asker: str
    partner: str
    by: str
    shown: Shown = Shown()
    reason: str = ""


@dataclass(frozen=True)
class MarkedPartner:
    """A partner on the shortlist or among the dismissed; ``at`` is an ISO instant."""

    code: str
    name: str
    name_en: str
    by: str
    at: str
    reason: str = ""
