"""Named settings of the installation, in the graph."""

import json
from collections.abc import Mapping
from hashlib import sha256
from uuid import uuid4

from graph.errors import Conflict
from graph.store.connection import Store, Transaction
from graph.store.cypher import settings as cypher


def find_setting(store: Store, name: str, default: str = "") -> str:
    """Return a setting, or ``default`` where it was never saved."""
    row = store.read_one(cypher.FIND, name=name)
    return row["value"] if row else default


def save_setting(store: Store, name: str, value: str) -> None:
    """Save a setting."""
    store.write(cypher.SAVE, name=name, value=value)


def replace_settings(store: Store, prefix: str, values: Mapping[str, str], *, seen: str) -> None:
    """Save settings whose names start with ``prefix``, whole or not at all.

    ``seen``: the mark of those that were shown. Raises Conflict where others stand by now.
    """

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK, by=uuid4().hex)
        rows = transaction.run(cypher.LIST, prefix=prefix)
        present = {row["name"]: row["value"] for row in rows}
        if mark_of(present) != seen:
            raise Conflict("您打开之后，设置已被别人修改。请核对最新内容后再操作。")
        for name, value in values.items():
            transaction.run(cypher.SAVE, name=name, value=value)

    store.transact(work)


def mark_of(values: Mapping[str, str]) -> str:
    """Return a short mark that differs wherever the values do."""
    told = json.dumps(sorted(values.items()), ensure_ascii=False)
    return sha256(told.encode()).hexdigest()[:16]


def mark_settings(store: Store, prefix: str) -> str:
    """Return the mark of the settings as they stand, for a form to name."""
    return mark_of(list_settings(store, prefix))


def list_settings(store: Store, prefix: str) -> dict[str, str]:
    """Return the settings whose name starts so, by name."""
    return {row["name"]: row["value"] for row in store.read(cypher.LIST, prefix=prefix)}
