"""A data folder that holds the small public maps, and what its graph holds in plain values."""

from dataclasses import dataclass
from pathlib import Path

from exported_map import Links, Nodes, links_of, nodes_of
from public_extracts import Extracts
from walking import DEMO_PASSWORD

from chainmatch.rooms.accounts import operations
from graph import schema
from graph.domain.account import Account, Role
from graph.domain.clock import now
from graph.embedded import EmbeddedServer
from graph.exchange.public_sets import import_public_set
from graph.store import Store
from graph.store.bulk import exports
from graph.store.migrations import migrate

ANALYST = "analyst@public.example"
Tables = dict[str, list[dict[str, object]]]


@dataclass(frozen=True)
class PublicMaps:
    """Where the folder is, what its files told, and what the graph holds: as a graph, as tables."""

    home: Path
    extracts: Extracts
    nodes: Nodes
    links: Links
    tables: Tables


def fill_home(home: Path, extracts: Extracts) -> PublicMaps:
    """Import both maps into a new graph and make an analyst's account."""
    server = EmbeddedServer(home)
    endpoint = server.start()
    store = Store(lambda: endpoint)
    try:
        migrate(store)
        import_public_set(store, "tpex", extracts.tpex)
        import_public_set(store, "ckg", extracts.ckg)
        account = Account(ANALYST, "分析员", Role.ANALYST)
        operations.add_account(store, account=account, password=DEMO_PASSWORD, now=now())
        return PublicMaps(home, extracts, nodes_of(store), links_of(store), tables_of(store))
    finally:
        store.close()
        server.stop()


def tables_of(store: Store) -> Tables:
    """Return all rows of each label and link type."""
    nodes = {label.name: list(exports.stream_nodes(store, label)) for label in schema.MAP_LABELS}
    links = {link.name: list(exports.stream_links(store, link)) for link in schema.MAP_LINKS}
    return nodes | links
