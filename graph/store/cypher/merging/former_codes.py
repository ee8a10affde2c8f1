"""Codes of records that were merged into others: each leads to the record that stayed."""

from typing import LiteralString

LIST: LiteralString = """
MATCH (f:FormerCode)-[:NOW]->(e:Enterprise)
RETURN f.code AS code, f.aside AS aside, e.code AS now, e.held_fields AS held_fields
"""
FIND: LiteralString = """
MATCH (f:FormerCode {code: $code})-[:NOW]->(e:Enterprise) RETURN e.code AS now
"""
ADD: LiteralString = """
MATCH (e:Enterprise {code: $now})
MERGE (f:FormerCode {code: $code})
SET f.name = $name, f.aside = $aside
MERGE (f)-[:NOW]->(e)
"""
DELETE: LiteralString = "MATCH (f:FormerCode {code: $code}) DETACH DELETE f"
