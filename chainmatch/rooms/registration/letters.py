"""Mail of the registration room."""

from datetime import datetime

from chainmatch.mail.writing import write_letter
from graph.domain.account import Account
from graph.domain.letter import Letter
from graph.messages import message
from graph.store import Store


def confirmation_letter(store: Store, account: Account, seed: str, now: datetime) -> Letter:
    """Write the letter that proves an address."""
    return write_letter(
        store,
        to=account.email,
        locale=account.locale,
        subject=message("确认邮箱"),
        body=message(
            "%(name)s，您好：\n\n您在平台注册了账号。请在三天内打开下面的链接，确认这是您的邮箱：\n\n{link}\n\n"
            "确认之后，您的企业认领申请会交给会务审核。如果不是您本人注册的，不必理会。",
            name=account.name,
        ),
        key=f"verify:{seed}",
        at=now,
        path="/verify",
        seed=seed,
    )
