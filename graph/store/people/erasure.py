"""Takes a person out of the graph: first the account, then every trace in what is kept."""

from collections.abc import Callable
from typing import Any, LiteralString

from graph.domain.account import Membership, Role
from graph.domain.erasure import Eraser, Person
from graph.errors import Conflict, NotFound
from graph.schema import MAP_LABELS
from graph.store.bulk.saving import batches
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.bulk import copies
from graph.store.cypher.people import erasure as cypher
from graph.store.cypher.people import members

BATCH = 500
MAP = frozenset(label.name for label in MAP_LABELS)
JOBS = "Job"
LABELS: tuple[LiteralString, ...] = (
    *(label for label in copies.KEYS if label not in MAP | {JOBS}),
    JOBS,
)
"""Every label that people leave traces in; jobs last, for this work is one itself."""

Run = Callable[..., list[Row]]
"""Asks the graph: ``Store.read`` before anything happens, ``Transaction.run`` within it."""
Step = Callable[[int, int], None]
"""Told how many labels of how many are done; may raise Cancelled."""


def check_leaving(store: Store, email: str) -> None:
    """Refuse who must hand over first. Raises NotFound, Conflict."""
    _check(store.read, _find(store.read, email), email)


def close_account(store: Store, email: str, alias: str) -> Person:
    """Delete an account with its sessions, notices, letters, searches and contacts, at once.

    Returns what still has to be taken out of the records. Raises NotFound, Conflict.
    """

    def work(transaction: Transaction) -> Person:
        transaction.run(cypher.LOCK_ACCOUNTS, alias=alias)
        person = _find(transaction.run, email)
        _check(transaction.run, person, email)
        told = {"email": email, "name": person["name"]}
        found = [
            *transaction.run(cypher.LIST_OWN_CONTACTS, **told),
            *transaction.run(cypher.LIST_CONTACTS, email=email),
        ]
        transaction.run(cypher.DELETE_CONTACTS, ids=sorted({row["id"] for row in found}))
        for statement in cypher.DELETE_OWN:
            transaction.run(statement, email=email)
        phones = tuple(sorted({row["phone"] for row in found if row["phone"]}))
        return Person(email, person["name"], alias, phones)

    return store.transact(work)


def remove_account(store: Store, email: str) -> None:
    """Delete an account and what was only its own, asking nobody; an unknown one changes nothing.

    For accounts that were no person's, such as the demo's.
    """

    def work(transaction: Transaction) -> None:
        for statement in cypher.DELETE_OWN:
            transaction.run(statement, email=email)

    store.transact(work)


def erase(store: Store, person: Person, step: Step = lambda _done, _total: None) -> int:
    """Replace the person in all records; returns how many changed. May run again without harm."""
    eraser = Eraser(person)
    changed = 0
    for place, label in enumerate(LABELS):
        step(place, len(LABELS))
        changed += _clean_label(store, eraser, label)
    told = {"email": person.email, "alias": person.alias}
    for statement in cypher.CLEAN_LINKS:
        store.write(statement, **told)
    store.write(cypher.CLEAN_ENTERPRISES, email=person.email)
    for row in store.read(cypher.LIST_SUMMARIES, email=person.email):
        values = eraser.changes(row, "code")
        store.write(cypher.SAVE_SUMMARY, code=row["code"], values=values)
    return changed


def _clean_label(store: Store, eraser: Eraser, label: LiteralString) -> int:
    key = copies.KEYS[label]
    changes: list[dict[str, Any]] = []
    for row in store.stream(copies.LIST_NODES[label], mark=""):
        if news := eraser.changes(row["row"], key):
            changes.append({**news, key: row["row"][key]})
    for batch in batches(changes, BATCH):
        store.write(cypher.CHANGE[label], rows=batch)
    return len(changes)


def _find(run: Run, email: str) -> Row:
    found = run(cypher.FIND, email=email)
    if not found:
        raise NotFound("没有邮箱为 %(email)s 的账号。", email=email)
    return found[0]


def _check(run: Run, person: Row, email: str) -> None:
    if person["role"] == Role.ADMINISTRATOR:
        others = run(cypher.COUNT_OTHER_ADMINISTRATORS, email=email)
        if not others[0]["total"]:
            raise Conflict("您是最后一位可登录的管理员，请先新增另一位管理员再注销。")
    if person["membership"] != Membership.OWNER:
        return
    told = {"enterprise": person["enterprise"], "email": email}
    owners = run(members.COUNT_OTHER_OWNERS, **told)[0]["total"]
    if not owners and run(members.COUNT_OTHERS, **told)[0]["total"]:
        raise Conflict("您是这家企业最后一位负责人，请先在“企业成员”里移交给另一位成员再注销。")
