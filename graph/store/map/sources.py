"""Sources of the map: how much each one said, and taking one back."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from graph import schema
from graph.domain.history.change import ChangeKind
from graph.domain.progress import Progress, silent
from graph.domain.sources import with_parts
from graph.messages import message
from graph.schema import Label
from graph.store.bulk.saving import BATCH
from graph.store.connection import Row, Store, Transaction
from graph.store.cypher.map import sources as cypher
from graph.store.history import changes
from graph.store.history.bulk import record_removed

Totals = Mapping[str, Mapping[str, int]]

ORDER_OF_REMOVAL = (
    schema.CREDIT_RECORD,
    schema.OWNER,
    schema.ENTERPRISE,
    schema.CHAIN_NODE,
    schema.REGION,
    schema.CHAIN,
)
"""Chains last, so that ``has_source`` tells of an interrupted removal."""


@dataclass(frozen=True)
class MapCount:
    """Numbers by label or link type, then by source ('' for links without one).

    A node counts for the source that made it first; links count with their closed versions.
    """

    nodes: Totals
    links: Totals


def count_map(store: Store) -> MapCount:
    """Count what is on the map."""
    return MapCount(
        {name: _by_source(store.read(query)) for name, query in cypher.COUNT_NODES.items()},
        {name: _by_source(store.read(query)) for name, query in cypher.COUNT_LINKS.items()},
    )


def has_source(store: Store, source: str) -> bool:
    """Tell whether a chain, node or enterprise was first made by this source."""
    return any(store.read(query, source=source) for query in cypher.FIND_MADE)


def remove_source(store: Store, source: str, progress: Progress = silent) -> int:
    """Remove the links, accounts and nodes of a source and its parts; return how many.

    A node that another source wrote too, or ties a link to, is kept and becomes that source's;
    what the removed source wrote into it stays, for the graph does not know who wrote which
    property. Interrupted, it is finished by calling it again. Derived data need a refresh.
    """
    work = _Removal(store, source, progress)
    with changes.telling_run(store, ChangeKind.WITHDRAWN, source) as counts:
        work.remove_accounts()
        for name in cypher.DELETE_LINKS:
            counts[name] = work.remove_links(name)
        for label in ORDER_OF_REMOVAL:
            counts[label.name] = work.remove_nodes(label)
    return work.removed


class _Removal:
    def __init__(self, store: Store, source: str, progress: Progress) -> None:
        self._store = store
        self._sources = with_parts(source)
        self._note = message("正在移除 %(source)s 的数据", source=source)
        self._progress = progress
        counted = count_map(store)
        totals = [*counted.nodes.values(), *counted.links.values()]
        self._total = sum(of.get(name, 0) for of in totals for name in self._sources)
        self._done = 0
        self.removed = 0

    def remove_accounts(self) -> None:
        self.removed += self._store.write(cypher.DELETE_ACCOUNTS, sources=self._sources)[0]["total"]

    def remove_links(self, name: str) -> int:
        removed, total = BATCH, 0
        while removed == BATCH:
            removed = self._store.write(
                cypher.DELETE_LINKS[name], sources=self._sources, limit=BATCH
            )[0]["n"]
            self._advance(removed, removed)
            total += removed
        return total

    def remove_nodes(self, label: Label) -> int:
        total = 0
        while rows := self._claimed(label.name):
            kept = [row for row in rows if row["sources"]]
            gone = [row["code"] for row in rows if not row["sources"]]
            self._store.write(cypher.RELEASE[label.name], rows=kept)
            self._delete(label, gone)
            self._advance(len(rows), len(gone))
            total += len(gone)
        return total

    def _delete(self, label: Label, codes: list[str]) -> None:
        def work(transaction: Transaction) -> None:
            record_removed(transaction, label, codes, self._sources[0])
            transaction.run(cypher.DELETE_NODES[label.name], codes=codes)

        self._store.transact(work)

    def _claimed(self, name: str) -> list[Row]:
        """List nodes of the source with the sources that claim them besides."""
        rows = self._store.read(cypher.LIST_CLAIMED[name], sources=self._sources, limit=BATCH)
        return [{"code": row["code"], "sources": self._others(row)} for row in rows]

    def _others(self, row: Row) -> list[str]:
        claims = dict.fromkeys([*row["sources"], *sorted(row["users"])])
        return [claim for claim in claims if claim not in self._sources]

    def _advance(self, done: int, removed: int) -> None:
        self._done += done
        self.removed += removed
        self._progress(min(self._done, self._total), self._total, self._note)


def _by_source(rows: list[Row]) -> dict[str, int]:
    counted = Counter({row["source"] or "": row["total"] for row in rows})
    return dict(sorted(counted.items()))
