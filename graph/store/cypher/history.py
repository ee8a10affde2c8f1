"""The record of the map's changes. Lines are only ever added; a run's own line gets its counts.

``id`` begins with the instant, so that its unique index keeps the lines in order.
"""

from typing import LiteralString

from graph.store.cypher.paged import paged

RECORD: LiteralString = "UNWIND $rows AS row CREATE (m:MapChange) SET m = row"
TELL_RUN: LiteralString = "MATCH (m:MapChange {id: $id}) SET m.after = $after"

NAMES: dict[str, LiteralString] = {
    "ChainNode": """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
OPTIONAL MATCH (n)-[:IN_CHAIN]->(c:Chain)
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, collect(DISTINCT c.code) AS chains
""",
    "Enterprise": """
UNWIND $codes AS code
MATCH (n:Enterprise {code: code})
OPTIONAL MATCH (n)-[:MAKES]->(:ChainNode)-[:IN_CHAIN]->(c:Chain)
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, collect(DISTINCT c.code) AS chains
""",
    "Chain": """
UNWIND $codes AS code
MATCH (n:Chain {code: code})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, [n.code] AS chains
""",
    "Region": """
UNWIND $codes AS code
MATCH (n:Region {code: code})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, [] AS chains
""",
    "Owner": """
UNWIND $codes AS code
MATCH (n:Owner {code: code})
RETURN n.code AS code, n.name AS name, null AS name_en, [] AS chains
""",
    "CreditRecord": """
UNWIND $codes AS code
MATCH (n:CreditRecord {code: code})
RETURN n.code AS code, n.authority AS name, null AS name_en, [] AS chains
""",
}
"""What a line says of the ends of a change: names, and the chains that they stand in."""

_WANTED: LiteralString = """
WHERE m.id >= $since AND m.id < $until
  AND ($by = '' OR m.by = $by)
  AND ($source = '' OR m.source = $source)
  AND ($kind = '' OR m.kind = $kind)
  AND ($object = '' OR m.object = $object)
  AND ($run = '' OR m.run = $run OR m.id = $run)
  AND ($chain = '' OR $chain IN m.chains)
  AND ($words = '' OR m.said CONTAINS $words)
"""
_LINES: LiteralString = "MATCH (m:MapChange)" + _WANTED
_KEYS: LiteralString = " WITH m.id AS id "
_SHOWN: LiteralString = "MATCH (m:MapChange {id: id}) RETURN m AS change ORDER BY m.id DESC"

LIST = paged(_LINES + _KEYS, "id DESC", "id", _SHOWN)
COUNT: LiteralString = _LINES + " RETURN count(m) AS total"
NEXT: LiteralString = (
    _LINES + " AND m.id < $after" + _KEYS + "ORDER BY id DESC LIMIT $limit " + _SHOWN
)
"""What follows a line, in the order of the list: for programs and files."""
IDS_OF: tuple[LiteralString, LiteralString] = (
    "MATCH (m:MapChange {start: $code})" + _WANTED + "RETURN m.id AS id",
    "MATCH (m:MapChange {end: $code})" + _WANTED + "RETURN m.id AS id",
)
"""The lines about one record, at either end: each by an index of its own, which an OR has not."""
LIST_BY_ID: LiteralString = """
UNWIND $ids AS id MATCH (m:MapChange {id: id}) RETURN m AS change ORDER BY m.id DESC
"""

SINCE: LiteralString = """
UNWIND $codes AS code
MATCH (m:MapChange {start: code})
WHERE m.object = $label AND m.id >= $since
RETURN m AS change ORDER BY m.id DESC
"""
LIST_SIGNATURES: LiteralString = """
MATCH (m:MapChange) RETURN DISTINCT m.by AS by, m.source AS source
"""
BEGINNING: LiteralString = """
OPTIONAL MATCH (g:Migration {number: $number})
WITH min(g.at) AS migrated
OPTIONAL MATCH (m:MapChange)
RETURN migrated, min(m.at) AS first
"""

MAKER: dict[str, LiteralString] = {
    "Enterprise": """
MATCH (n:Enterprise {code: $code}) MATCH (m:MapChange {id: n.made_in}) RETURN m AS change
""",
    "ChainNode": """
MATCH (n:ChainNode {code: $code}) MATCH (m:MapChange {id: n.made_in}) RETURN m AS change
""",
    "Chain": """
MATCH (n:Chain {code: $code}) MATCH (m:MapChange {id: n.made_in}) RETURN m AS change
""",
}
"""The line, of a run or of its own, that made a node."""
MADE_IN: dict[str, LiteralString] = {
    "Enterprise": "MATCH (n:Enterprise {code: $code}) RETURN n.made_in AS made_in",
    "ChainNode": "MATCH (n:ChainNode {code: $code}) RETURN n.made_in AS made_in",
    "Chain": "MATCH (n:Chain {code: $code}) RETURN n.made_in AS made_in",
}
