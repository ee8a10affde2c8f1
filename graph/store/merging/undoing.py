"""Telling two merged records apart again, as they were."""

from collections.abc import Sequence
from datetime import datetime

from graph.domain.clock import instant_text
from graph.domain.merging.links import Tie, plan_return
from graph.errors import Conflict
from graph.schema import ENTERPRISE
from graph.store.bulk.node_changes import NAMING, naming_of
from graph.store.connection import Store, Transaction
from graph.store.cypher.merging import former_codes as former_cypher
from graph.store.cypher.merging import merges as cypher
from graph.store.history.merges import record_parting
from graph.store.merging.reading import Merge, find_merge, read_ties
from graph.store.merging.recording import Record, read_record
from graph.store.merging.writing import add_ties, remove_ties, rename, renew_projects


def undo(store: Store, merge_id: str, *, by: str, at: datetime) -> None:
    """Bring the record that went back, with what moved from it; later additions stay.

    Raises NotFound, and Conflict where it is undone already, the record that stayed is not there
    any more, or a later merge touched the same enterprises.
    """
    merge, moment = find_merge(store, merge_id), instant_text(at)

    def work(transaction: Transaction) -> None:
        transaction.run(cypher.LOCK_MERGE, id=merge_id, at=moment)
        _check(transaction, merge)
        if not transaction.run(cypher.END_MERGE, id=merge_id, by=by, at=moment):
            raise Conflict("这次合并已经撤销，请刷新页面查看结果。")
        transaction.run(cypher.LOCK, code=merge.stays, at=moment)
        record = read_record(transaction, merge_id)
        transaction.run(former_cypher.DELETE, code=merge.goes)
        back = _restore_links(transaction, merge, record)
        _restore_values(transaction, merge, record, back)
        transaction.run(cypher.UNLOCK, code=merge.stays)
        renew_projects(transaction, record.moves.moved)

    store.transact(work)


def _check(transaction: Transaction, merge: Merge) -> None:
    involved = set(merge.involved)
    for row in transaction.run(cypher.LIST_LATER, number=merge.number):
        if {row["stays"], row["goes"]} & involved:
            raise Conflict(
                "此后又把“%(goes)s”并入了“%(stays)s”，涉及同样的企业：请先撤销那一次合并。",
                goes=row["goes_name"],
                stays=row["stays_name"],
            )
    if not transaction.run(cypher.FIND, code=merge.stays):
        raise Conflict("保留的企业 %(name)s 已不在图谱里，不能撤销合并。", name=merge.stays_name)
    if transaction.run(cypher.FIND, code=merge.goes):
        raise Conflict("图谱里已有编码为 %(code)s 的企业，不能撤销合并。", code=merge.goes)


def _restore_links(transaction: Transaction, merge: Merge, record: Record) -> list[Tie]:
    """Return the links that went back."""
    back, given = plan_return(record.moves, read_ties(transaction.run, merge.stays))
    transaction.run(cypher.CREATE, code=merge.goes, values=dict(record.gone))
    remove_ties(transaction, merge.stays, back)
    add_ties(transaction, merge.stays, given)
    add_ties(transaction, merge.goes, [*back, *record.moves.kept])
    rename(transaction, back, merge.stays, merge.goes)
    return list(back)


def _restore_values(
    transaction: Transaction, merge: Merge, record: Record, back: Sequence[Tie]
) -> None:
    """Give back each value that nobody has changed since; what is made of names is made anew."""
    node = transaction.run(cypher.FIND, code=merge.stays)[0]["node"]
    same = {name for name, value in record.after.items() if node.get(name) == value}
    values = {name: record.before[name] for name in same}
    if made := NAMING.keys() & record.after.keys() - same:
        naming = naming_of(ENTERPRISE, merge.stays, {**node, **values})
        values |= {name: naming[name] for name in made}
    record_parting(transaction, merge.stays, node, values, record.gone, back)
    transaction.run(cypher.CHANGE, code=merge.stays, values=values)
