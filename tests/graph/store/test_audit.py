from datetime import UTC, datetime, timedelta

import pytest

from graph.domain.audit import AuditEntry, Verb
from graph.store import Store, audit

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize("count", [1, 3])
def test_entries_are_listed_newest_first(store: Store, count: int) -> None:
    for turn in range(count):
        audit.record(
            store,
            actor="a@test.example",
            verb=Verb.SETTING_CHANGED,
            subject=f"setting {turn}",
            before={"city": "长沙市"},
            after={"city": "株洲市"},
            at=NOON + timedelta(seconds=turn),
        )
    listed = audit.list_entries(store, skip=0, limit=10)
    assert [entry.subject for entry in listed] == [f"setting {turn}" for turn in range(count)][::-1]
    assert audit.count_entries(store) == count
    assert listed[-1] == AuditEntry(
        id=listed[-1].id,
        at="2026-11-23T12:00:00.000000Z",
        actor="a@test.example",
        verb="setting.changed",
        subject="setting 0",
        before={"city": "长沙市"},
        after={"city": "株洲市"},
    )
