"""A page of a long list is the same from whichever end it is read."""

import pytest

from graph.store import Store, audit
from graph.store.desk import listings
from graph.store.paging import DEEP

ROWS = 2 * DEEP + 41
FILL_AUDIT = """
UNWIND range(1, $rows) AS n
CREATE (:AuditEntry {id: toString(n), at: '2026-01-0' + toString(1 + n % 7), actor: 'a', verb: 'v',
                     subject: 's', before: '{}', after: '{}'})
"""
FILL_LISTINGS = """
UNWIND range(1, $rows) AS n
MATCH (e:Enterprise {code: 'e'}) MATCH (p:ChainNode {code: 'p'})
CREATE (e)-[:POSTED]->(l:Listing {id: toString(n), kind: 'need', state: 'pending', version: 1,
  title: 'x', created_by: '', created_at: '',
  changed_at: '2026-01-0' + toString(1 + n % 7)})-[:ABOUT]->(p)
"""
NUMBERS = range(1, ROWS + 1)


@pytest.mark.parametrize("skip", [0, DEEP, DEEP + 20, ROWS - 41, ROWS - 1, ROWS, ROWS + 99])
def test_the_latest_first(store: Store, skip: int) -> None:
    store.write(FILL_AUDIT, rows=ROWS)
    whole = [f"{n}" for n in sorted(NUMBERS, key=lambda n: (-(n % 7), f"{n}"))]
    page = [each.id for each in audit.list_entries(store, skip=skip, limit=20)]
    assert page == whole[skip : skip + 20]


@pytest.mark.parametrize("skip", [0, DEEP + 20, ROWS - 1])
def test_the_longest_waiting_first_with_what_belongs_to_it(store: Store, skip: int) -> None:
    store.write("CREATE (:Enterprise {code: 'e', name: '甲'}) CREATE (:ChainNode {code: 'p'})")
    store.write(FILL_LISTINGS, rows=ROWS)
    whole = [(f"{n}", "甲") for n in sorted(NUMBERS, key=lambda n: (n % 7, f"{n}"))]
    page = listings.list_pending(store, skip=skip, limit=20)
    assert [(each.id, each.enterprise_name) for each in page] == whole[skip : skip + 20]
