"""Offers and needs. A listing is locked by a statement of its own before its state is looked at."""

from typing import LiteralString

from graph.store.cypher.paged import paged

_ROW: LiteralString = """
RETURN l AS listing, e.code AS enterprise, e.name AS enterprise_name,
       e.name_en AS enterprise_name_en, n.code AS node, n.name AS node_name,
       n.name_en AS node_name_en
"""
LOCK: LiteralString = "MATCH (l:Listing {id: $id}) SET l.guard = $by"
LOCK_ENTERPRISE: LiteralString = """
MATCH (e:Enterprise {code: $enterprise}) SET e.listings_guard = $by RETURN e.code AS code
"""
CREATE: LiteralString = """
MATCH (e:Enterprise {code: $enterprise}) MATCH (n:ChainNode {code: $node})
CREATE (e)-[:POSTED]->(l:Listing {id: $id, version: 1, state: 'pending', reason: '',
                                  expires_on: '', created_by: $by, created_at: $now})
CREATE (l)-[:ABOUT]->(n)
SET l += $values, l.changed_at = $now
RETURN l.id AS id
"""
CHANGE: LiteralString = """
MATCH (l:Listing {id: $id})-[about:ABOUT]->(:ChainNode)
WHERE l.version = $version AND l.state <> 'closed'
MATCH (n:ChainNode {code: $node})
DELETE about
CREATE (l)-[:ABOUT]->(n)
SET l += $values, l.changed_at = $now, l.version = l.version + 1, l.state = 'pending',
    l.reason = ''
RETURN l.id AS id
"""
DECIDE: LiteralString = """
MATCH (l:Listing {id: $id}) WHERE l.version = $version AND l.state IN $from
SET l.state = $state, l.reason = $reason, l.expires_on = $expires_on, l.changed_at = $now,
    l.version = l.version + 1
RETURN l.id AS id
"""
ATTACH: LiteralString = """
MATCH (l:Listing {id: $id}) MATCH (f:File {sha256: $sha256})
MERGE (l)-[h:HAS_FILE]->(f)
ON CREATE SET h.name = $name
"""
DETACH: LiteralString = """
MATCH (l:Listing {id: $id})-[h:HAS_FILE]->(f:File) WHERE NOT f.sha256 IN $kept DELETE h
"""
_TIED: LiteralString = " MATCH (l)<-[:POSTED]-(e:Enterprise) MATCH (l)-[:ABOUT]->(n:ChainNode) "
FIND: LiteralString = "MATCH (l:Listing {id: $id})" + _TIED + _ROW
LIST_FILES: LiteralString = """
MATCH (:Listing {id: $id})-[h:HAS_FILE]->(f:File)
RETURN f.sha256 AS sha256, h.name AS name, f.size AS size ORDER BY name, sha256
"""
_ALIVE: LiteralString = """
MATCH (l:Listing {state: 'published'})
WHERE l.expires_on >= $today AND ($kind = '' OR l.kind = $kind)
"""
_NARROWED: LiteralString = (
    _ALIVE
    + _TIED
    + """
WHERE ($enterprise = '' OR e.code = $enterprise) AND ($node = '' OR n.code = $node)
  AND ($chain = '' OR EXISTS { (n)-[:IN_CHAIN]->(:Chain {code: $chain}) })
  AND ($words = '' OR toLower(l.title + ' ' + n.name + ' ' + e.name) CONTAINS $words)
"""
)
_KEYS: LiteralString = " WITH l.id AS id, l.changed_at AS changed "
_LATEST: LiteralString = "changed DESC, id"
_OLDEST: LiteralString = "changed, id DESC"
_SHOWN: LiteralString = "MATCH (l:Listing {id: id})" + _TIED + _ROW
_LATEST_SHOWN: LiteralString = _SHOWN + "ORDER BY l.changed_at DESC, l.id"
LIST_ALIVE = paged(_ALIVE + _KEYS, _LATEST, _OLDEST, _LATEST_SHOWN)
COUNT_ALIVE: LiteralString = _ALIVE + "RETURN count(l) AS total"
LIST_NARROWED = paged(_NARROWED + _KEYS, _LATEST, _OLDEST, _LATEST_SHOWN)
COUNT_NARROWED: LiteralString = _NARROWED + "RETURN count(l) AS total"
LIST_OF = paged(
    "MATCH (:Enterprise {code: $enterprise})-[:POSTED]->(l:Listing)" + _KEYS,
    _LATEST,
    _OLDEST,
    _LATEST_SHOWN,
)
COUNT_OF: LiteralString = """
MATCH (:Enterprise {code: $enterprise})-[:POSTED]->(l:Listing) RETURN count(l) AS total
"""
COUNT_LIVING: LiteralString = """
MATCH (:Enterprise {code: $enterprise})-[:POSTED]->(l:Listing)
WHERE l.state = 'pending' OR (l.state = 'published' AND l.expires_on >= $today)
RETURN count(l) AS total
"""
LIST_PENDING = paged(
    "MATCH (l:Listing {state: 'pending'})" + _KEYS,
    "changed, id",
    "changed DESC, id DESC",
    _SHOWN + "ORDER BY l.changed_at, l.id",
)
COUNT_PENDING: LiteralString = "MATCH (l:Listing {state: 'pending'}) RETURN count(l) AS total"
LIST_UNMATCHED: LiteralString = """
MATCH (l:Listing {state: 'published'}) WHERE l.matched_at IS NULL
RETURN l.id AS id ORDER BY l.changed_at LIMIT $limit
"""
MARK_MATCHED: LiteralString = "MATCH (l:Listing {id: $id}) SET l.matched_at = $at"
LIST_ABOUT: LiteralString = (
    """
UNWIND $nodes AS code
MATCH (n:ChainNode {code: code})<-[:ABOUT]-(l:Listing)<-[:POSTED]-(e:Enterprise)
WHERE l.state = 'published' AND l.expires_on >= $today AND l.kind = $kind AND e.code <> $but
"""
    + _ROW
    + "ORDER BY l.changed_at DESC, l.id LIMIT $limit"
)
