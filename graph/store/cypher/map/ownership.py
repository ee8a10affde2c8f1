"""Groups, actual controllers and credit records of enterprises. ``$at`` is the day of reading."""

from typing import LiteralString

LIST_OF_ENTERPRISE: LiteralString = """
MATCH (e:Enterprise {code: $code})-[l:IN_GROUP|CONTROLLED_BY]->(o:Owner)
WHERE l.valid_from <= $at AND $at < l.valid_to
WITH DISTINCT o, type(l) AS type
OPTIONAL MATCH (o)<-[k:IN_GROUP|CONTROLLED_BY]-(other:Enterprise)
WHERE k.valid_from <= $at AND $at < k.valid_to
RETURN o.code AS code, o.name AS name, type, count(DISTINCT other) AS owned
ORDER BY type DESC, code
"""
LIST_OWNERS_OF: LiteralString = """
UNWIND $codes AS code
MATCH (e:Enterprise {code: code})-[l:IN_GROUP|CONTROLLED_BY]->(o:Owner)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN DISTINCT e.code AS code, o.code AS owner
"""
OWNERS_OF_NAMED: LiteralString = (
    LIST_OWNERS_OF
    + """
UNION ALL
UNWIND $named AS each
MATCH (o:Owner {code: each.owner})
RETURN each.code AS code, o.code AS owner
"""
)
LIST_NAMES: LiteralString = """
UNWIND $codes AS code
MATCH (e:Enterprise {code: code}) RETURN e.code AS code, e.name AS name
"""
LIST_KNOWN: LiteralString = (
    "UNWIND $codes AS code MATCH (o:Owner {code: code}) RETURN o.code AS code"
)
FIND_OWNERS: LiteralString = """
MATCH (o:Owner) WHERE o.code = $code OR toLower(o.name) CONTAINS $text
RETURN o.code AS code ORDER BY code LIMIT $limit
"""
LIST_OWNED: LiteralString = """
UNWIND $owners AS owner
MATCH (o:Owner {code: owner})<-[l:IN_GROUP|CONTROLLED_BY]-(e:Enterprise)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN DISTINCT e.code AS code
"""
LIST_CREDIT: LiteralString = """
MATCH (e:Enterprise {code: $code})-[l:HAS_CREDIT]->(c:CreditRecord)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN DISTINCT c.code AS code, c.kind AS kind, c.date AS date, c.ended AS ended,
       c.authority AS authority, c.text AS text, c.source AS source
ORDER BY date DESC, code LIMIT $limit
"""
