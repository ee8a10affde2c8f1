"""Queries that analysts keep: found by their owner, and by all who may query where shared."""

from typing import LiteralString

LOCK: LiteralString = "MATCH (u:User {email: $owner}) SET u.queries_guard = $by"
COUNT: LiteralString = "MATCH (q:SavedQuery {owner: $owner}) RETURN count(q) AS total"
FIND_SAME: LiteralString = """
MATCH (q:SavedQuery {owner: $owner}) WHERE q.id <> $id AND q.name = $name RETURN q.id AS id LIMIT 1
"""
_ROW: LiteralString = """
RETURN q.id AS id, q.name AS name, q.text AS text, q.note AS note, q.defaults AS defaults,
       q.chart AS chart, q.is_shared AS is_shared, q.owner AS owner, q.version AS version,
       q.changed_at AS changed_at
"""
LIST: LiteralString = (
    "MATCH (q:SavedQuery) WHERE q.owner = $reader OR q.is_shared"
    + _ROW
    + "ORDER BY changed_at DESC, id"
)
FIND: LiteralString = "MATCH (q:SavedQuery {id: $id}) WHERE q.owner = $reader OR q.is_shared" + _ROW
CREATE: LiteralString = """
CREATE (q:SavedQuery {id: $id, owner: $owner, version: 1})
SET q += $values
"""
CHANGE: LiteralString = """
MATCH (q:SavedQuery {id: $id, owner: $owner, version: $version})
SET q += $values, q.version = $version + 1
RETURN q.id AS id
"""
DELETE: LiteralString = "MATCH (q:SavedQuery {id: $id, owner: $owner}) DETACH DELETE q"
"""Only its owner's."""
