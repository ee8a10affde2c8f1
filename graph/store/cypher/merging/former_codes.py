"""Codes of records that were merged into others: each leads to the record that stayed."""

from typing import LiteralString

LIST: LiteralString = """
MATCH (f:FormerCode)-[:NOW]->(e:Enterprise)
RETURN f.code AS code, f.aside AS aside, e.code AS now, e.held_fields AS held_fields
"""
FIND: LiteralString = """
MATCH (f:FormerCode {code: $code})-[:NOW]->(e:Enterprise) RETURN e.code AS now
"""
FIND_ALL: LiteralString = """
UNWIND $codes AS code
MATCH (f:FormerCode {code: code})-[:NOW]->(e:Enterprise) RETURN f.code AS code, e.code AS now
"""
ADD: LiteralString = """
MATCH (e:Enterprise {code: $now})
MERGE (f:FormerCode {code: $code})
SET f.name = $name, f.aside = $aside
MERGE (f)-[:NOW]->(e)
"""
ADOPT: LiteralString = """
UNWIND $rows AS row
OPTIONAL MATCH (x:Enterprise {code: row[1]})
OPTIONAL MATCH (:FormerCode {code: row[1]})-[:NOW]->(o:Enterprise)
WITH row, x, o WHERE x IS NULL AND o IS NULL
MATCH (e:Enterprise {code: row[0]})
MERGE (f:FormerCode {code: row[1]})
SET f.name = '', f.aside = []
MERGE (f)-[:NOW]->(e)
SET e.former_codes = coalesce(e.former_codes, []) + [row[1]]
RETURN count(*) AS total
"""
DELETE: LiteralString = "MATCH (f:FormerCode {code: $code}) DETACH DELETE f"
