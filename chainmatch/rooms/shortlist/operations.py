"""What an enterprise can do with its shortlist."""

from datetime import datetime

from graph.domain.account import Account
from graph.domain.feedback import FeedbackKind, Judgement, Shown
from graph.errors import BadInput, Forbidden, NotFound
from graph.store import Store
from graph.store.desk import feedback
from graph.store.map import enterprises


def judge(
    store: Store,
    *,
    actor: Account,
    kind: FeedbackKind,
    partner: str,
    shown: Shown,
    reason: str = "",
    now: datetime,
) -> bool:
    """Keep what the actor's enterprise says of a partner; False where it stood so already.

    Raises Forbidden (acts for nobody), NotFound (the partner), BadInput (itself), Conflict.
    """
    if not actor.enterprise:
        raise Forbidden("您的账号没有关联企业，请联系管理员。")
    if actor.enterprise == partner:
        raise BadInput("不能收藏或排除自己的企业。")
    if enterprises.find_enterprise(store, partner) is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=partner)
    said = Judgement(kind, actor.enterprise, partner, actor.email, shown, reason)
    return feedback.judge(store, said, at=now)
