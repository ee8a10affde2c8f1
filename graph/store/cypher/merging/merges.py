"""Merging two enterprises: all that hangs on one is read, tied to the other, and written down."""

from typing import LiteralString

from graph.store.cypher.bulk.copies import KEYS, LINK_PARTS

ENTERPRISE = "Enterprise"

FIND: LiteralString = "MATCH (e:Enterprise {code: $code}) RETURN properties(e) AS node"
COUNT_TIES: LiteralString = """
MATCH (e:Enterprise {code: $code})-[r]-() RETURN count(DISTINCT r) AS total
"""
LOCK: LiteralString = "MATCH (e:Enterprise {code: $code}) SET e.merge_guard = $at"
UNLOCK: LiteralString = "MATCH (e:Enterprise {code: $code}) REMOVE e.merge_guard"
CHANGE: LiteralString = "MATCH (e:Enterprise {code: $code}) SET e += $values"
DELETE: LiteralString = "MATCH (e:Enterprise {code: $code}) DETACH DELETE e"
CREATE: LiteralString = "CREATE (e:Enterprise {code: $code}) SET e += $values"

STARTING: tuple[str, ...] = tuple(n for n, link in LINK_PARTS.items() if link[0] == ENTERPRISE)
ENDING: tuple[str, ...] = tuple(n for n, link in LINK_PARTS.items() if link[2] == ENTERPRISE)

LIST_STARTING: dict[str, LiteralString] = {
    part: "MATCH (e:Enterprise {code: $code})-[r:"
    + LINK_PARTS[part][1]
    + "]->(o:"
    + LINK_PARTS[part][2]
    + ") RETURN o."
    + KEYS[LINK_PARTS[part][2]]
    + " AS other, properties(r) AS values"
    for part in STARTING
}
LIST_ENDING: dict[str, LiteralString] = {
    part: "MATCH (e:Enterprise {code: $code})<-[r:"
    + LINK_PARTS[part][1]
    + "]-(o:"
    + LINK_PARTS[part][0]
    + ") RETURN o."
    + KEYS[LINK_PARTS[part][0]]
    + " AS other, properties(r) AS values"
    for part in ENDING
}
_THIS: LiteralString = """
WHERE coalesce(r.source, '') = row[1] AND coalesce(r.valid_from, '') = row[2]
  AND coalesce(r.product, '') = row[3]
DELETE r
"""
# From the other end: that of a supplier of thousands may be this enterprise.
DELETE_STARTING: dict[str, LiteralString] = {
    part: "UNWIND $rows AS row MATCH (o:"
    + LINK_PARTS[part][2]
    + " {"
    + KEYS[LINK_PARTS[part][2]]
    + ": row[0]}) MATCH (o)<-[r:"
    + LINK_PARTS[part][1]
    + "]-(e:Enterprise {code: $code}) "
    + _THIS
    for part in STARTING
}
DELETE_ENDING: dict[str, LiteralString] = {
    part: "UNWIND $rows AS row MATCH (o:"
    + LINK_PARTS[part][0]
    + " {"
    + KEYS[LINK_PARTS[part][0]]
    + ": row[0]}) MATCH (o)-[r:"
    + LINK_PARTS[part][1]
    + "]->(e:Enterprise {code: $code}) "
    + _THIS
    for part in ENDING
}

NAMING_CODES: dict[str, LiteralString] = {
    "CreditRecord": """
UNWIND $keys AS key MATCH (n:CreditRecord {code: key})
RETURN n.code AS key, {enterprise: n.enterprise} AS values
""",
    "Party": """
UNWIND $keys AS key MATCH (n:Party {id: key})
RETURN n.id AS key, {enterprise: n.enterprise} AS values
""",
    "MeetingRequest": """
UNWIND $keys AS key MATCH (n:MeetingRequest {id: key})
RETURN n.id AS key, {asker: n.asker, partner: n.partner, pair: n.pair, open_by: n.open_by,
                     awaits: n.awaits, accepted_pair: n.accepted_pair} AS values
""",
}
"""Properties in which a record names an enterprise by its code."""
SAVE_NAMING: dict[str, LiteralString] = {
    "CreditRecord": """
UNWIND $rows AS row MATCH (n:CreditRecord {code: row.key}) SET n += row.values
""",
    "Party": "UNWIND $rows AS row MATCH (n:Party {id: row.key}) SET n += row.values",
    "MeetingRequest": """
UNWIND $rows AS row MATCH (n:MeetingRequest {id: row.key}) SET n += row.values
""",
}

SHARED_CONFERENCES: LiteralString = """
MATCH (:Enterprise {code: $goes})<-[:STANDS_FOR]-(p:Party)-[:PARTY_OF]->(c:Conference)
MATCH (c)<-[:PARTY_OF]-(q:Party)-[:STANDS_FOR]->(:Enterprise {code: $stays})
RETURN DISTINCT c.code AS code, c.name AS name ORDER BY code
"""
SHARED_PROJECTS: LiteralString = """
MATCH (:Enterprise {code: $goes})<-[:SIGNED_BY]-(p:Project)-[:SIGNED_BY]->
      (:Enterprise {code: $stays})
RETURN DISTINCT p.code AS code, p.name AS name ORDER BY code
"""
COUNT_REQUESTS_BETWEEN: LiteralString = """
MATCH (:Enterprise {code: $goes})<-[:ASKED_BY|ASKED_OF]-(r:MeetingRequest)
MATCH (r)-[:ASKED_BY|ASKED_OF]->(:Enterprise {code: $stays})
RETURN count(DISTINCT r) AS total
"""
LIST_OPEN_PARTNERS: LiteralString = """
MATCH (:Enterprise {code: $code})<-[:ASKED_BY|ASKED_OF]-(r:MeetingRequest)
WHERE r.pair IS NOT NULL
MATCH (r)-[:ASKED_BY|ASKED_OF]->(o:Enterprise) WHERE o.code <> $code
RETURN DISTINCT o.code AS code, o.name AS name ORDER BY code
"""

RECORD: LiteralString = """
OPTIONAL MATCH (n:EnterpriseMerge)
WITH count(n) AS before
CREATE (m:EnterpriseMerge {id: $id, number: before + 1, stays: $stays, goes: $goes,
                           stays_name: $stays_name, stays_name_en: $stays_name_en,
                           goes_name: $goes_name, goes_name_en: $goes_name_en, at: $at,
                           by: $by, state: 'standing', moved: $moved, kept: $kept,
                           involved: $involved})
RETURN m.number AS number
"""
RECORD_PARTS: LiteralString = """
MATCH (m:EnterpriseMerge {id: $id})
UNWIND $rows AS row
CREATE (m)-[:HAS_PART]->(:MergePart {id: row[0], place: row[1], text: row[2]})
"""
FIND_MERGE: LiteralString = """
MATCH (m:EnterpriseMerge {id: $id}) RETURN properties(m) AS merge
"""
LIST_PARTS: LiteralString = """
MATCH (m:EnterpriseMerge {id: $id})-[:HAS_PART]->(p:MergePart)
RETURN p.text AS text ORDER BY p.place
"""
LOCK_MERGE: LiteralString = "MATCH (m:EnterpriseMerge {id: $id}) SET m.guard = $at"
END_MERGE: LiteralString = """
MATCH (m:EnterpriseMerge {id: $id}) WHERE m.state = 'standing'
SET m.state = 'undone', m.undone_at = $at, m.undone_by = $by
RETURN m.id AS id
"""
COUNT_MERGES: LiteralString = "MATCH (m:EnterpriseMerge) RETURN count(m) AS total"
LIST_MERGES: LiteralString = """
MATCH (m:EnterpriseMerge) RETURN properties(m) AS merge
ORDER BY m.number DESC SKIP $skip LIMIT $limit
"""
LIST_MERGES_BEFORE: LiteralString = """
MATCH (m:EnterpriseMerge) WHERE m.number < $before RETURN properties(m) AS merge
ORDER BY m.number DESC LIMIT $limit
"""
COUNT_MERGES_SINCE: LiteralString = """
MATCH (m:EnterpriseMerge) WHERE m.state = 'standing' AND m.at >= $since
RETURN count(m) AS total
"""
LIST_MERGES_OF: LiteralString = """
MATCH (m:EnterpriseMerge {stays: $code}) WHERE m.state = 'standing'
RETURN properties(m) AS merge ORDER BY m.number DESC
"""
FIND_STANDING_OF: LiteralString = """
MATCH (m:EnterpriseMerge {goes: $goes}) WHERE m.state = 'standing'
RETURN properties(m) AS merge LIMIT 1
"""
LIST_LATER: LiteralString = """
MATCH (m:EnterpriseMerge)
WHERE m.state = 'standing' AND m.number > $number
RETURN m.id AS id, m.stays AS stays, m.goes AS goes, m.stays_name AS stays_name,
       m.goes_name AS goes_name
ORDER BY m.number DESC
"""
