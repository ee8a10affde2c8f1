"""Whom to call at an enterprise, in the graph. Who may see them is for the caller to decide."""

from dataclasses import asdict
from datetime import datetime

from graph.domain.clock import instant_text
from graph.domain.contact import MOST_CONTACTS, Contact
from graph.errors import Conflict, NotFound
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.people import contacts as cypher

TOLD = ("name", "title", "phone", "email", "note")


def list_contacts(store: Store, enterprise: str) -> list[Contact]:
    """List the contacts of an enterprise, the first added first."""
    return [_contact(row) for row in store.read(cypher.LIST, enterprise=enterprise)]


def find_contact(store: Store, enterprise: str, contact_id: str) -> Contact:
    """Return one contact. Raises NotFound."""
    for contact in list_contacts(store, enterprise):
        if contact.id == contact_id:
            return contact
    raise NotFound("没有这位联系人，可能已被移除。")


def add_contact(store: Store, enterprise: str, contact: Contact, *, at: datetime) -> None:
    """Add a contact. Raises Conflict where there are MOST_CONTACTS or the id is taken."""

    def work(transaction: Transaction) -> None:
        now = instant_text(at)
        if not transaction.run(cypher.LOCK, enterprise=enterprise, by=now):
            raise NotFound("没有编码为 %(code)s 的企业。", code=enterprise)
        if transaction.run(cypher.COUNT, enterprise=enterprise)[0]["total"] >= MOST_CONTACTS:
            raise Conflict("联系人最多 %(most)s 位，请先移除不再需要的。", most=MOST_CONTACTS)
        transaction.run(
            cypher.CREATE, enterprise=enterprise, id=contact.id, now=now, values=_values(contact)
        )

    store.transact(work)


def change_contact(store: Store, enterprise: str, contact: Contact, *, at: datetime) -> None:
    """Replace what is told of a contact. Raises Conflict where its version is not the present."""

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, enterprise=enterprise, by=instant_text(at))
        if not transaction.run(
            cypher.CHANGE,
            enterprise=enterprise,
            id=contact.id,
            version=contact.version,
            values=_values(contact),
        ):
            raise _changed_meanwhile()

    store.transact(work)


def remove_contact(store: Store, enterprise: str, contact_id: str, *, version: int) -> bool:
    """Remove a contact for good; tell whether it was there. Raises Conflict: another version."""
    asked = {"enterprise": enterprise, "id": contact_id}
    if store.write(cypher.REMOVE, **asked, version=version):
        return True
    if contact_id in {each.id for each in list_contacts(store, enterprise)}:
        raise _changed_meanwhile()
    return False


def _changed_meanwhile() -> Conflict:
    return Conflict("您打开之后，这位联系人已被别人修改或移除。请核对后再操作。")


def _values(contact: Contact) -> Row:
    return {name: value for name, value in asdict(contact).items() if name in TOLD}


def _contact(row: Row) -> Contact:
    stored = row["contact"]
    told = {name: stored.get(name) or "" for name in TOLD}
    return Contact(id=stored["id"], version=stored["version"], **told)
