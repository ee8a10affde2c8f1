from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from small_chain import save_chain, save_makers

from graph.domain.contact import MOST_CONTACTS, Contact
from graph.errors import Conflict, NotFound
from graph.store import Store
from graph.store.people import contacts

CODE = "name:甲"
NOON = datetime(2026, 11, 23, 4, tzinfo=UTC)
LI = Contact("1" * 32, "李敏", "采购经理", "0731-88880000", "li@jia.example", "上午")


@pytest.fixture(autouse=True)
def _map(store: Store) -> None:
    save_chain(store)
    save_makers(store, "test:钢", "甲", "乙")


def test_contacts_are_kept_in_the_order_in_which_they_came(store: Store) -> None:
    assert contacts.list_contacts(store, CODE) == []
    wang = Contact("0" * 32, "王强")
    contacts.add_contact(store, CODE, LI, at=NOON)
    contacts.add_contact(store, CODE, wang, at=NOON + timedelta(minutes=1))
    assert contacts.list_contacts(store, CODE) == [replace(LI, version=1), replace(wang, version=1)]
    assert contacts.list_contacts(store, "name:乙") == []


def test_the_second_of_two_who_edit_is_told(store: Store) -> None:
    contacts.add_contact(store, CODE, LI, at=NOON)
    seen = contacts.find_contact(store, CODE, LI.id)
    contacts.change_contact(store, CODE, replace(seen, phone="139"), at=NOON)
    with pytest.raises(Conflict):
        contacts.change_contact(store, CODE, replace(seen, phone="138"), at=NOON)
    with pytest.raises(Conflict):
        contacts.change_contact(store, "name:乙", replace(seen, version=2), at=NOON)
    assert contacts.find_contact(store, CODE, LI.id).phone == "139"


def test_a_contact_goes_for_good_and_only_by_its_enterprise(store: Store) -> None:
    contacts.add_contact(store, CODE, LI, at=NOON)
    assert contacts.remove_contact(store, "name:乙", LI.id, version=1) is False
    with pytest.raises(Conflict):
        contacts.remove_contact(store, CODE, LI.id, version=2)
    assert contacts.remove_contact(store, CODE, LI.id, version=1) is True
    assert contacts.remove_contact(store, CODE, LI.id, version=1) is False
    with pytest.raises(NotFound):
        contacts.find_contact(store, CODE, LI.id)


def test_there_is_an_end_to_contacts_and_no_double(store: Store) -> None:
    for number in range(MOST_CONTACTS - 1):
        contacts.add_contact(store, CODE, Contact(str(number), "李"), at=NOON)
    with pytest.raises(Conflict):
        contacts.add_contact(store, CODE, Contact("0", "李"), at=NOON)
    contacts.add_contact(store, CODE, LI, at=NOON)
    with pytest.raises(Conflict):
        contacts.add_contact(store, CODE, Contact("x", "王"), at=NOON)
    assert len(contacts.list_contacts(store, CODE)) == MOST_CONTACTS
    with pytest.raises(NotFound):
        contacts.add_contact(store, "name:无", LI, at=NOON)
