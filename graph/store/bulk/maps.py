"""The map in bulk: nodes and links, saved in batches one after another.

Saving is idempotent: a row that says what the graph says writes nothing. Empty values (None, an
empty text or list) say nothing and never wipe what another row said.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from graph import schema
from graph.errors import Conflict
from graph.messages import message
from graph.schema import Label, Link
from graph.store.bulk import saving
from graph.store.bulk.link_changes import LinkChanges, Told, Version
from graph.store.bulk.node_changes import find_news
from graph.store.bulk.saving import Refused, Row, Saved, Step, in_batches, quiet
from graph.store.connection import Store, Transaction
from graph.store.cypher.bulk import maps as cypher
from graph.store.history.bulk import record_nodes
from graph.store.history.changes import record_changes
from graph.store.merging.former_codes import adopt_codes, read_former_codes


class UnknownEnds(Exception):
    """Some rows of a batch name nodes that are not there; nothing of it has been saved."""


def save_regions(store: Store, rows: Iterable[Row], step: Step = quiet) -> Saved:
    """Save regions: ``code``, ``source`` and columns of ``schema.REGION``."""
    return in_batches(rows, _NodeSaver(store, schema.REGION).save, step)


def save_chains(store: Store, rows: Iterable[Row], step: Step = quiet) -> Saved:
    """Save chains: ``code``, ``source`` and columns of ``schema.CHAIN``."""
    return in_batches(rows, _NodeSaver(store, schema.CHAIN).save, step)


def save_nodes(store: Store, rows: Iterable[Row], step: Step = quiet) -> Saved:
    """Save chain nodes: ``code``, ``source`` and columns of ``schema.CHAIN_NODE``."""
    return in_batches(rows, _NodeSaver(store, schema.CHAIN_NODE).save, step)


def save_enterprises(store: Store, rows: Iterable[Row], step: Step = quiet) -> Saved:
    """Save enterprises: ``code``, ``source`` and columns of ``schema.ENTERPRISE``."""
    return in_batches(rows, _NodeSaver(store, schema.ENTERPRISE).save, step)


def save_owners(store: Store, rows: Iterable[Row], step: Step = quiet) -> Saved:
    """Save groups and controllers: ``code``, ``source`` and columns of ``schema.OWNER``."""
    return in_batches(rows, _NodeSaver(store, schema.OWNER).save, step)


def save_credits(store: Store, rows: Iterable[Row], step: Step = quiet) -> Saved:
    """Save credit records: ``code``, ``source`` and columns of ``schema.CREDIT_RECORD``."""
    return in_batches(rows, _NodeSaver(store, schema.CREDIT_RECORD).save, step)


def save_links(store: Store, link: Link, rows: Iterable[Row], step: Step = quiet) -> Saved:
    """Save links: ``start`` and ``end`` (codes) and the columns of ``link``.

    A changed value closes the version that held and opens a new one (graph.domain.versions).
    Refused are rows with an unknown end, a second value for the same day, or an outdated one.
    """
    return in_batches(rows, partial(_save_links, store, link, Told(link)), step)


class _NodeSaver:
    """Saves batch after batch: full ones in the hope that all is new, until it is not."""

    def __init__(self, store: Store, label: Label) -> None:
        self._store = store
        self._label = label
        self._is_hopeful = True

    def save(self, _first_place: int, rows: Sequence[Row]) -> Saved:
        if self._is_hopeful and len(rows) >= saving.BATCH:
            try:
                return _save_nodes(self._store, self._label, rows, are_new=True)
            except Conflict:
                self._is_hopeful = False
        try:
            return _save_nodes(self._store, self._label, rows)
        except Conflict:
            # Another import made one of them after this one had looked for it.
            return _save_nodes(self._store, self._label, rows)


def _save_nodes(store: Store, label: Label, rows: Sequence[Row], are_new: bool = False) -> Saved:
    """Save a batch. Raises Conflict where a node that was not there now is."""
    if label in (schema.ENTERPRISE, schema.CREDIT_RECORD):
        rows = read_former_codes(store).rewrite_nodes(label, rows)

    def work(transaction: Transaction) -> Saved:
        codes = list({row["code"] for row in rows})
        nodes = {} if are_new else _find_nodes(transaction, label, codes)
        known = set(nodes)
        originals: dict[str, dict[str, Any]] = {}
        sources: dict[str, str] = {}
        changes: dict[str, dict[str, Any]] = {}
        unchanged = 0
        for row in rows:
            code = row["code"]
            node = nodes.setdefault(code, {})
            news = find_news(label, row, node)
            unchanged += not news
            if news:
                if code in known:
                    originals.setdefault(code, {**node})
                sources[code] = row["source"]
                node.update(news)
                changes.setdefault(code, {}).update(news)
        created = {code: changes.pop(code) for code in changes.keys() - known}
        line = record_nodes(transaction, label, created, changes, originals, sources)
        _create_nodes(transaction, label, created, line)
        _change_nodes(transaction, label, changes)
        adopt_codes(transaction, rows)
        return Saved(len(created), len(rows) - unchanged - len(created), unchanged)

    return store.transact(work)


def _find_nodes(
    transaction: Transaction, label: Label, codes: list[str]
) -> dict[str, dict[str, Any]]:
    columns = cypher.NODE_COLUMNS[label.name]
    return {
        row["code"]: {
            **dict(zip(columns, row["values"], strict=True)),
            "sources": row["sources"],
            **{name: row.get(name) for name in ("own_fields", "held_fields", "former_names")},
        }
        for row in transaction.run(cypher.FIND_NODES[label.name], codes=codes)
    }


def _create_nodes(
    transaction: Transaction, label: Label, nodes: Mapping[str, Mapping[str, Any]], line: str
) -> None:
    told, made = cypher.NODE_COLUMNS[label.name], cypher.NAMING_COLUMNS[label.name]
    columns = ("source", "sources", *told, *made)
    rows = [[code, *map(node.get, columns), line] for code, node in nodes.items()]
    if rows:
        transaction.run(cypher.CREATE_NODES[label.name], rows=rows)


def _change_nodes(
    transaction: Transaction, label: Label, nodes: Mapping[str, Mapping[str, Any]]
) -> None:
    rows = [{"code": code, "values": values} for code, values in nodes.items()]
    if rows:
        transaction.run(cypher.CHANGE_NODES[label.name], rows=rows)


def _save_links(
    store: Store, link: Link, told: Told, first_place: int, rows: Sequence[Row]
) -> Saved:
    """Save a batch; where ends are unknown, save it without those rows."""

    def work(transaction: Transaction) -> LinkChanges:
        changes = LinkChanges(link, told)
        ends = [[row["start"], row["end"]] for row in placed.values() if told.may_stand(row)]
        if ends:
            changes.find(transaction.run(cypher.FIND_LINKS[link.name], rows=ends))
        changes.add(placed.items())
        record_changes(transaction, changes.lines)
        _remove_links(transaction, link, changes.to_remove)
        _create_links(transaction, link, changes.to_create)
        _change_links(transaction, link, changes.to_update)
        return changes

    if len(rows) >= saving.BATCH:
        _ask_for_new_sources(store, link, told, rows)
    placed = dict(enumerate(rows, first_place))
    if schema.ENTERPRISE.name in (link.start, link.end):
        placed = read_former_codes(store).rewrite_links(link, placed)
    aside = Saved(unchanged=len(rows) - len(placed))
    refused: dict[int, Refused] = {}
    try:
        changes = store.transact(work)
    except UnknownEnds:
        refused = _find_unknown_ends(store, link, placed)
        placed = {place: row for place, row in placed.items() if place not in refused}
        changes = store.transact(work)
    changes.commit()
    return changes.saved + aside + Saved(refused=tuple(refused.values()))


def _ask_for_new_sources(store: Store, link: Link, told: Told, rows: Sequence[Row]) -> None:
    """Find out which sources state such links for the first time: worth it for many rows only."""
    if link.name in cypher.FIND_ANY_LINK:
        for source in {row["source"] for row in rows} - told.is_new.keys():
            found = store.read(cypher.FIND_ANY_LINK[link.name], source=source)
            told.is_new[source] = not found


def _remove_links(transaction: Transaction, link: Link, versions: Sequence[Version]) -> None:
    """Take away versions from the end where they stand: the same day's word was corrected."""
    rows = [
        [each.values["start"], each.left, each.values["source"], each.values["valid_from"]]
        for each in versions
    ]
    if rows:
        transaction.run(cypher.REMOVE_LINKS[link.name], rows=rows)


def _create_links(transaction: Transaction, link: Link, versions: Sequence[Version]) -> None:
    if not versions:
        return
    columns = ("start", "end", *cypher.LINK_COLUMNS[link.name])
    rows = [list(map(version.values.get, columns)) for version in versions]
    created = transaction.run(cypher.CREATE_LINKS[link.name], rows=rows)[0]["created"]
    if created < len(rows):
        raise UnknownEnds


def _change_links(transaction: Transaction, link: Link, versions: Sequence[Version]) -> None:
    if not versions:
        return
    key = ("start", "end", "source", "valid_from")
    rows = [
        [*map(version.values.get, key), version.values.get("product", ""), _told(version.news)]
        for version in versions
    ]
    transaction.run(cypher.CHANGE_LINKS[link.name], rows=rows)


def _told(news: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a link says of itself; its ends are where it leads."""
    return {name: value for name, value in news.items() if name not in ("start", "end")}


def _find_unknown_ends(store: Store, link: Link, placed: Mapping[int, Row]) -> dict[int, Refused]:
    refused: dict[int, Refused] = {}
    for end, label in (("end", link.end), ("start", link.start)):
        codes = list({row[end] for row in placed.values()})
        known = {row["code"] for row in store.read(cypher.LIST_KNOWN[label], codes=codes)}
        for place, row in placed.items():
            if row[end] not in known:
                reason = message("图谱里没有编码 %(code)s", code=row[end])
                refused[place] = Refused(place, end, reason)
    return refused
