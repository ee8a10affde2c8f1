"""What can be done with an enterprise's own page.

Contacts are personal data: what is written down of them is that they were added, changed or
removed, never who they are.
"""

from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date, datetime
from typing import Any

from chainmatch import audit
from chainmatch.background.map_refresh import ask_for_refresh
from graph.domain.account import Account
from graph.domain.audit import Verb
from graph.domain.contact import Contact
from graph.domain.profile import Basics, OwnProduct
from graph.errors import BadInput, Conflict, Forbidden, NotFound
from graph.store import Store
from graph.store.desk import own_profiles
from graph.store.map import enterprises
from graph.store.people import contacts

NOTHING: Mapping[str, Any] = {}


def enterprise_of(store: Store, actor: Account, asked: str) -> str:
    """Return the code of the enterprise whose page this is: one's own where none is asked for.

    Raises Forbidden (another's, or acts for nobody), NotFound, BadInput (staff must name one).
    """
    code = asked or actor.enterprise
    if not code and actor.can_review:
        raise BadInput("请先从企业页面打开要修改的企业。")
    if not code or (code != actor.enterprise and not actor.can_review):
        raise Forbidden("您的账号没有打开此页面的权限。")
    if enterprises.find_enterprise(store, code) is None:
        raise NotFound("没有编码为 %(code)s 的企业。", code=code)
    return code


def save_basics(
    store: Store,
    *,
    actor: Account,
    code: str,
    basics: Basics,
    version: int,
    today: date,
    now: datetime,
) -> None:
    """Replace the plain facts; a second click changes nothing.

    Raises Conflict, NotFound (the region).
    """
    try:
        before = own_profiles.save_basics(store, code, basics, version=version, today=today, at=now)
    except Conflict:
        if own_profiles.find_profile(store, code).basics == basics:
            return
        raise
    changed = [key for key, value in asdict(before).items() if value != asdict(basics)[key]]
    was, becomes = ({key: asdict(each)[key] for key in changed} for each in (before, basics))
    if changed:
        record(store, actor, Verb.PROFILE_CHANGED, code, now, was, becomes)
        ask_for_refresh(store, created_by=actor.email, at=now)


def save_product(
    store: Store,
    *,
    actor: Account,
    code: str,
    product: OwnProduct,
    version: int,
    today: date,
    now: datetime,
) -> None:
    """Say that the enterprise makes a node; a second click changes nothing.

    Raises Conflict, NotFound (the node).
    """
    try:
        before = own_profiles.save_product(
            store, code, product, version=version, today=today, at=now
        )
    except Conflict:
        if own_profiles.find_product(store, code, product.node, today=today) == product:
            return
        raise
    was = asdict(before) if before else NOTHING
    record(store, actor, Verb.PRODUCT_STATED, code, now, was, asdict(product))
    ask_for_refresh(store, created_by=actor.email, at=now)


def remove_product(
    store: Store,
    *,
    actor: Account,
    code: str,
    node: str,
    version: int,
    today: date,
    now: datetime,
) -> None:
    """Say that the enterprise no longer makes a node; a second click changes nothing.

    Raises Conflict, NotFound.
    """
    try:
        before = own_profiles.remove_product(
            store, code, node, version=version, today=today, at=now
        )
    except Conflict:
        if own_profiles.find_product(store, code, node, today=today) is None:
            return
        raise
    record(store, actor, Verb.PRODUCT_REMOVED, code, now, asdict(before))
    ask_for_refresh(store, created_by=actor.email, at=now)


def save_contact(
    store: Store, *, actor: Account, code: str, contact: Contact, now: datetime
) -> None:
    """Add a contact, or change the one of this id; a second click changes nothing.

    Raises Conflict (changed meanwhile, too many).
    """
    present = {each.id: each for each in contacts.list_contacts(store, code)}.get(contact.id)
    if present and (not contact.version or replace(present, version=contact.version) == contact):
        return
    if contact.version:
        contacts.change_contact(store, code, contact, at=now)
        record(store, actor, Verb.CONTACT_CHANGED, code, now)
        return
    contacts.add_contact(store, code, contact, at=now)
    record(store, actor, Verb.CONTACT_ADDED, code, now)


def remove_contact(
    store: Store, *, actor: Account, code: str, contact_id: str, version: int, now: datetime
) -> None:
    """Remove a contact as it was seen; a second click changes nothing. Raises Conflict."""
    if contacts.remove_contact(store, code, contact_id, version=version):
        record(store, actor, Verb.CONTACT_REMOVED, code, now)


def record(
    store: Store,
    actor: Account,
    verb: Verb,
    code: str,
    now: datetime,
    before: Mapping[str, Any] = NOTHING,
    after: Mapping[str, Any] = NOTHING,
) -> None:
    """Write down what was done with an enterprise's page."""
    audit.record(store, actor=actor, verb=verb, subject=code, before=before, after=after, at=now)
