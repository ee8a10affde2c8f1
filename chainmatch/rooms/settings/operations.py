"""What an administrator can do with the installation."""

from dataclasses import asdict, replace
from datetime import datetime

from chainmatch import audit
from chainmatch.background.map_lane import MAP_LANE
from chainmatch.people import identity
from chainmatch.wording import city
from chainmatch.wording.city import City
from graph.domain.account import Account, Role
from graph.domain.audit import Verb
from graph.domain.job import Job
from graph.errors import Conflict
from graph.recommend.spelling import find_enterprise
from graph.store import Store
from graph.store.people import accounts
from graph.store.post import letters
from graph.store.work import jobs

DEMO_REMOVAL = "remove-demo"


def save_city(store: Store, *, actor: Account, names: City, seen: str, now: datetime) -> None:
    """Change what the city and its platform are called; a second click changes nothing.

    Raises Conflict where ``seen``, the mark of what was shown, no longer stands.
    """
    before = city.find_city(store)
    if before == names:
        return
    city.save_city(store, names, seen=seen)
    audit.record(
        store,
        actor=actor,
        verb=Verb.SETTING_CHANGED,
        subject=names.name,
        before=asdict(before),
        after=asdict(names),
        at=now,
    )


def add_account(store: Store, *, actor: Account, account: Account, now: datetime) -> str:
    """Create an account and return its first password, which is kept nowhere.

    Its enterprise may be named by a code as its source writes it, or by its name.

    Raises BadInput, Conflict (address taken), NotFound (enterprise).
    """
    password = identity.make_password()
    code = find_enterprise(store, account.enterprise) if account.enterprise else ""
    account = replace(account, email=account.email.lower(), enterprise=code)
    identity.add_account(store, account=account, password=password, now=now)
    audit.record(
        store,
        actor=actor,
        verb=Verb.ACCOUNT_ADDED,
        subject=account.email,
        after={"role": account.role.value, "enterprise": account.enterprise}
        | ({"unit": account.unit} if account.unit else {}),
        at=now,
    )
    return password


def reset_password(store: Store, *, actor: Account, email: str, now: datetime) -> str:
    """Give an account a new password, end its sessions, return the password. Raises NotFound."""
    password = identity.make_password()
    identity.set_password(store, email=email, password=password)
    audit.record(store, actor=actor, verb=Verb.PASSWORD_RESET, subject=email, at=now)
    return password


def deactivate(store: Store, *, actor: Account, email: str, now: datetime) -> None:
    """Close an account. Raises NotFound, Conflict (oneself, or the last administrator)."""
    if email == actor.email:
        raise Conflict("不能停用自己的账号，请由另一位管理员操作。")
    accounts.deactivate_account(store, email)
    _record_active(store, actor, email, now, active=False)


def activate(store: Store, *, actor: Account, email: str, now: datetime) -> None:
    """Open a closed account again. Raises NotFound."""
    accounts.save_active(store, email, active=True)
    _record_active(store, actor, email, now, active=True)


def _record_active(store: Store, actor: Account, email: str, at: datetime, *, active: bool) -> None:
    audit.record(
        store,
        actor=actor,
        verb=Verb.ACCOUNT_ACTIVATED if active else Verb.ACCOUNT_DEACTIVATED,
        subject=email,
        before={"active": not active},
        after={"active": active},
        at=at,
    )


def send_again(store: Store, *, actor: Account, key: str, now: datetime) -> None:
    """Let a letter go out at once. Raises NotFound, Conflict where it is sent already."""
    letters.send_again(store, key, at=now)
    to = letters.find_letter(store, key).letter.to
    audit.record(store, actor=actor, verb=Verb.LETTER_RETRIED, subject=to, at=now)


def add_first_administrator(
    store: Store, *, actor: Account, email: str, name: str, now: datetime
) -> str:
    """Create an administrator of one's own and return the password. Raises as ``add_account``."""
    account = Account(email, name, Role.ADMINISTRATOR, actor.locale)
    return add_account(store, actor=actor, account=account, now=now)


def ask_demo_removal(store: Store, *, actor: Account, now: datetime) -> Job:
    """Queue the removal of the demo map and its accounts.

    Raises Conflict where no administrator would be left to sign in afterwards.
    """
    check_demo_can_go(store)
    job = jobs.enqueue(
        store,
        kind=DEMO_REMOVAL,
        params={},
        created_by=actor.email,
        at=now,
        key=DEMO_REMOVAL,
        lane=MAP_LANE,
    )
    audit.record(store, actor=actor, verb=Verb.DEMO_REMOVED, subject="", at=now)
    return job


def check_demo_can_go(store: Store) -> None:
    """Refuse a removal that would lock everybody out. Raises Conflict."""
    if not accounts.count_own_administrators(store):
        raise Conflict("演示账号会一并移除，移除后将没有管理员可以登录。请先新增一位管理员。")
