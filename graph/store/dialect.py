"""All that differs between Neo4j and ArcadeDB: see docs/databases.md."""

import base64
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from typing import LiteralString

from graph.embedded import Endpoint
from graph.errors import GraphUnavailable
from graph.store.connection import Store

SEARCH_INDEXES: Mapping[str, LiteralString] = {
    "ChainNode": (
        "CREATE FULLTEXT INDEX search_chain_node IF NOT EXISTS FOR (n:ChainNode)"
        " ON EACH [n.search] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    ),
    "Enterprise": (
        "CREATE FULLTEXT INDEX search_enterprise IF NOT EXISTS FOR (n:Enterprise)"
        " ON EACH [n.search] OPTIONS {indexConfig: {`fulltext.analyzer`: 'cjk'}}"
    ),
}
NEO4J_INDEX_NAMES = {"ChainNode": "search_chain_node", "Enterprise": "search_enterprise"}
CJK_ANALYZER = "org.apache.lucene.analysis.cjk.CJKAnalyzer"


def search_index_name(store: Store, label: str) -> str:
    """Name the full-text index over ``search`` of a label, for ``db.index.fulltext.queryNodes``."""
    return f"{label}[search]" if store.endpoint.is_embedded else NEO4J_INDEX_NAMES[label]


def create_search_index(store: Store, label: str) -> None:
    """Create the full-text index (Chinese bigrams) over ``search`` of a label, if absent."""
    if not store.endpoint.is_embedded:
        store.write(SEARCH_INDEXES[label])
        return
    _run_sql(store.endpoint, f"CREATE PROPERTY {label}.search IF NOT EXISTS STRING")
    _run_sql(
        store.endpoint,
        f"CREATE INDEX IF NOT EXISTS ON {label} (search) FULL_TEXT"
        f' METADATA {{"analyzer": "{CJK_ANALYZER}"}}',
    )


def _run_sql(endpoint: Endpoint, statement: str) -> None:
    """Send one statement of ArcadeDB's own SQL to its HTTP port on loopback."""
    credentials = base64.b64encode(f"{endpoint.user}:{endpoint.password}".encode()).decode()
    request = urllib.request.Request(  # noqa: S310 - the address is our own server's
        f"{endpoint.admin_url}/api/v1/command/{endpoint.database}",
        data=json.dumps({"language": "sql", "command": statement}).encode(),
        headers={"Content-Type": "application/json", "Authorization": f"Basic {credentials}"},
    )
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310 - the same
            answer.read()
    except urllib.error.URLError as error:
        raise GraphUnavailable("图数据库没有接受一条管理语句：%(detail)s", detail=error) from error
