"""Who stands behind enterprises, and what authorities wrote down about them."""

from collections.abc import Collection, Mapping
from datetime import date

from graph.domain.credit import CreditKind, CreditRecord
from graph.domain.ownership import Owner, OwnerRole, owner_code
from graph.store.connection import Store
from graph.store.cypher.map import ownership as cypher

ROLES = {"IN_GROUP": OwnerRole.GROUP, "CONTROLLED_BY": OwnerRole.CONTROLLER}
MOST_OWNERS = 50
MOST_RECORDS = 50


def owners_of(store: Store, codes: Collection[str], *, at: date) -> Mapping[str, frozenset[str]]:
    """Return by enterprise the codes of its owners; two that share one count as one owner's firms.

    A group's own enterprise (of the very name of an owner) is that owner's too. Enterprises of
    which nobody told an owner are left out.
    """
    found: dict[str, set[str]] = {}
    for row in store.read(cypher.LIST_OWNERS_OF, codes=list(codes), at=at.isoformat()):
        found.setdefault(row["code"], set()).add(row["owner"])
    for code, owner in _owners_themselves(store, codes).items():
        found.setdefault(code, set()).add(owner)
    return {code: frozenset(owners) for code, owners in found.items()}


def owners_of_named(
    store: Store, names: Mapping[str, str], *, at: str
) -> Mapping[str, frozenset[str]]:
    """Do what ``owners_of`` does for enterprises whose names are at hand, in one question."""
    if not names:
        return {}
    named = [{"code": code, "owner": owner_code(name)} for code, name in names.items()]
    found: dict[str, set[str]] = {}
    for row in store.read(cypher.OWNERS_OF_NAMED, codes=list(names), named=named, at=at):
        found.setdefault(row["code"], set()).add(row["owner"])
    return {code: frozenset(owners) for code, owners in found.items()}


def list_owners(store: Store, code: str, *, at: date) -> list[Owner]:
    """List the group and the controller of an enterprise, the group first."""
    rows = store.read(cypher.LIST_OF_ENTERPRISE, code=code, at=at.isoformat())
    return [Owner(row["code"], row["name"], ROLES[row["type"]], row["owned"]) for row in rows]


def list_owned(store: Store, text: str, *, at: str) -> frozenset[str]:
    """Return the codes of the enterprises of the owners whose code is this, or name holds it."""
    wanted = text.strip()
    if not wanted:
        return frozenset()
    owners = store.read(cypher.FIND_OWNERS, code=wanted, text=wanted.lower(), limit=MOST_OWNERS)
    rows = store.read(cypher.LIST_OWNED, owners=[row["code"] for row in owners], at=at)
    return frozenset(row["code"] for row in rows)


def list_credit(store: Store, code: str, *, at: date) -> list[CreditRecord]:
    """List the credit records of an enterprise, the latest first, at most 50."""
    rows = store.read(cypher.LIST_CREDIT, code=code, at=at.isoformat(), limit=MOST_RECORDS)
    return [
        CreditRecord(
            row["code"],
            CreditKind(row["kind"]),
            row["date"],
            row["authority"] or "",
            row["ended"] or "",
            row["text"] or "",
            row["source"] or "",
        )
        for row in rows
    ]


def _owners_themselves(store: Store, codes: Collection[str]) -> dict[str, str]:
    """Return the enterprises that bear the name of an owner, with that owner's code."""
    rows = store.read(cypher.LIST_NAMES, codes=list(codes))
    named = {row["code"]: owner_code(row["name"]) for row in rows}
    known = store.read(cypher.LIST_KNOWN, codes=sorted(set(named.values())))
    owners = {row["code"] for row in known}
    return {code: owner for code, owner in named.items() if owner in owners}
