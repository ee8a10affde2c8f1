"""Near names in the graph. All of this is computed and may be computed anew."""

from collections.abc import Iterable

from graph.domain.near_name import NearLink, NearMethod, NearNode
from graph.store.bulk.saving import BATCH, batches
from graph.store.connection import Row, Store
from graph.store.cypher.map import near_names as cypher
from graph.store.settings import find_setting, save_setting

FINGERPRINT = "near_names.fingerprint"


def list_nodes(store: Store) -> list[NearNode]:
    """List the nodes that somebody makes or that take part in supply, industries left out."""
    made = _keys(store.read(cypher.LIST_MADE))
    supplied = _keys(store.read(cypher.LIST_SUPPLYING)) | _keys(store.read(cypher.LIST_SUPPLIED))
    return [
        NearNode(code, key, code in made, code in supplied)
        for code, key in (made | supplied).items()
    ]


def list_links(store: Store) -> list[NearLink]:
    """List all NEAR links."""
    columns = store.read(cypher.LIST_LINKS)[0]
    rows = zip(*(columns[name] for name in ("start", "end", "score", "method")), strict=True)
    return [NearLink(start, end, score, NearMethod(method)) for start, end, score, method in rows]


def save_links(store: Store, links: Iterable[NearLink]) -> None:
    """Create these links, or give them their new score and method."""
    rows = [
        {"start": link.start, "end": link.end, "score": link.score, "method": link.method.value}
        for link in links
    ]
    for batch in batches(rows, BATCH):
        store.write(cypher.SAVE_LINKS, rows=batch)


def delete_links(store: Store, links: Iterable[NearLink]) -> None:
    """Take these links away."""
    rows: list[Row] = [{"start": link.start, "end": link.end} for link in links]
    for batch in batches(rows, BATCH):
        store.write(cypher.DELETE_LINKS, rows=batch)


def find_fingerprint(store: Store) -> str:
    """Return the mark of the nodes that the links were computed from, or an empty text."""
    return find_setting(store, FINGERPRINT)


def save_fingerprint(store: Store, mark: str) -> None:
    """Remember the mark of the nodes that the links were computed from."""
    save_setting(store, FINGERPRINT, mark)


def _keys(rows: list[Row]) -> dict[str, str]:
    columns = rows[0]
    pairs = zip(columns["code"], columns["match_key"], strict=True)
    return {code: key for code, key in pairs if key}
