"""What the pages of the notices room show."""

from dataclasses import dataclass

from chainmatch.web import Page
from graph.domain.notice import KeptNotice
from graph.store import Store
from graph.store.post import notices

ROWS = 20


@dataclass(frozen=True)
class Inbox:
    """A page of a reader's notices; ``unread`` counts by kind what waits."""

    rows: list[KeptNotice]
    page: Page
    kind: str
    only_unread: bool
    unread: dict[str, int]

    @property
    def waiting(self) -> int:
        """How many are not read, of all kinds."""
        return sum(self.unread.values())

    @property
    def waiting_here(self) -> int:
        """How many are not read, of the kind at hand."""
        return self.unread.get(self.kind, 0) if self.kind else self.waiting


def show_inbox(store: Store, reader: str, *, kind: str, only_unread: bool, number: int) -> Inbox:
    """Read a page of the inbox."""
    total = notices.count_notices(store, reader, kind=kind, only_unread=only_unread)
    page = Page(number, ROWS, total)
    rows = notices.list_notices(
        store, reader, kind=kind, only_unread=only_unread, skip=page.offset, limit=ROWS
    )
    return Inbox(rows, page, kind, only_unread, notices.count_unread_kinds(store, reader))
