"""Mail of the membership room."""

from datetime import datetime

from chainmatch.mail.writing import write_letter
from graph.domain.account import Account
from graph.domain.enterprise import Enterprise
from graph.domain.letter import Letter
from graph.domain.one_time_link import OneTimeLink
from graph.domain.recommendation import Place
from graph.messages import message
from graph.store import Store


def invitation_letter(
    store: Store,
    actor: Account,
    enterprise: Enterprise,
    link: OneTimeLink,
    seed: str,
    now: datetime,
) -> Letter:
    """Write the letter that brings somebody in; in the language of who invites."""
    place = Place(enterprise.code, enterprise.name, enterprise.name_en)
    return write_letter(
        store,
        to=link.email,
        locale=actor.locale,
        subject=message("%(name)s邀请您加入%(enterprise)s", name=actor.name, enterprise=place),
        body=message(
            "您好：\n\n%(name)s（%(email)s）邀请您在平台上代表“%(enterprise)s”。请在七天内打开下面的链接接受邀请：\n\n{link}\n\n"
            "链接只能用一次。如果您不认识对方，不必理会。",
            name=actor.name,
            email=actor.email,
            enterprise=place,
        ),
        key=f"invitation:{seed}",
        at=now,
        path="/invitations",
        seed=seed,
    )
