"""All that the platform keeps of one enterprise."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from graph.store.connection import Store
from graph.store.cypher.people import own_data as cypher

PARTS = tuple(cypher.PARTS)
HIDDEN = frozenset({"search", "words", "spellings", "known", "token", "shown_rank"})
"""Properties that only the site's machinery reads; a party's token opens doors."""

ORDER = ("created_at", "at", "date", "code", "id", "node", "other", "email")


@dataclass(frozen=True)
class Attachment:
    """A file that hangs on a record of the enterprise."""

    sha256: str
    name: str
    record: str


def read_part(store: Store, part: str, enterprise: str) -> list[dict[str, Any]]:
    """Read one part (see ``PARTS``): a flat map for each record, the oldest first."""
    rows = store.read(cypher.PARTS[part], code=enterprise)
    found = [_shown({**(row["more"] or {}), **(row["row"] or {})}) for row in rows]
    return sorted(found, key=lambda each: [str(each.get(name, "")) for name in ORDER])


def _shown(record: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in record.items() if name not in HIDDEN and "guard" not in name
    }


def list_attachments(store: Store, enterprise: str) -> Iterator[Attachment]:
    """Yield the files of its listings and projects."""
    for statement in cypher.FILES:
        for row in store.read(statement, code=enterprise):
            yield Attachment(row["sha256"], row["name"], row["record"])
