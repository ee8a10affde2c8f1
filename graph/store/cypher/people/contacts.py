"""Whom to call at an enterprise."""

from typing import LiteralString

LOCK: LiteralString = """
MATCH (e:Enterprise {code: $enterprise}) SET e.contacts_guard = $by RETURN e.code AS code
"""
COUNT: LiteralString = """
MATCH (e:Enterprise {code: $enterprise})-[:HAS_CONTACT]->(c:Contact) RETURN count(c) AS total
"""
CREATE: LiteralString = """
MATCH (e:Enterprise {code: $enterprise})
CREATE (e)-[:HAS_CONTACT]->(c:Contact {id: $id, version: 1, created_at: $now})
SET c += $values
"""
CHANGE: LiteralString = """
MATCH (e:Enterprise {code: $enterprise})-[:HAS_CONTACT]->(c:Contact {id: $id})
WHERE c.version = $version
SET c += $values, c.version = c.version + 1
RETURN c.id AS id
"""
REMOVE: LiteralString = """
MATCH (e:Enterprise {code: $enterprise})-[:HAS_CONTACT]->(c:Contact {id: $id})
WHERE c.version = $version
WITH c, c.id AS id
DETACH DELETE c
RETURN id
"""
LIST: LiteralString = """
MATCH (e:Enterprise {code: $enterprise})-[:HAS_CONTACT]->(c:Contact)
RETURN c AS contact ORDER BY c.created_at, c.id
"""
