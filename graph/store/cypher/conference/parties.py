"""Parties of a conference and their wishes."""

from typing import LiteralString

ADD: LiteralString = """
MATCH (c:Conference {code: $code})
UNWIND $rows AS row
MATCH (e:Enterprise {code: row.enterprise})
MERGE (p:Party {conference: $code, enterprise: row.enterprise})
ON CREATE SET p.id = row.id, p.state = 'listed', p.absent = [], p.delegates = '[]',
              p.answered_at = '', p.acted_by = '', p.checked_in_at = '', p.token = row.token,
              p.own_table = '', p.group = '', p.session = '', p.owner = ''
MERGE (p)-[:PARTY_OF]->(c)
MERGE (p)-[:STANDS_FOR]->(e)
SET p += row.values, p.version = coalesce(p.version, 0) + 1
RETURN p.id = row.id AS created
"""
LIST_UNKNOWN: LiteralString = """
UNWIND $codes AS code
OPTIONAL MATCH (e:Enterprise {code: code})
OPTIONAL MATCH (:FormerCode {code: code})-[:NOW]->(o:Enterprise)
WITH code, e, o WHERE e IS NULL AND o IS NULL RETURN code
"""
_ROW: LiteralString = """
RETURN p AS party, e.name AS name, e.name_en AS name_en
"""
LIST: LiteralString = (
    "MATCH (:Conference {code: $code})<-[:PARTY_OF]-(p:Party)-[:STANDS_FOR]->(e:Enterprise)"
    + _ROW
    + "ORDER BY name, p.id"
)
FIND: LiteralString = "MATCH (p:Party {id: $id})-[:STANDS_FOR]->(e:Enterprise)" + _ROW
FIND_OF: LiteralString = (
    "MATCH (p:Party {conference: $code, enterprise: $enterprise})-[:STANDS_FOR]->(e:Enterprise)"
    + _ROW
)
LOCK: LiteralString = "MATCH (p:Party {id: $id}) SET p.guard = $by RETURN p.state AS state"
CHANGE: LiteralString = """
MATCH (p:Party {id: $id}) WHERE coalesce(p.version, 0) = $version
SET p += $values, p.version = $version + 1
RETURN p.id AS id
"""
CHECK_IN: LiteralString = """
MATCH (p:Party {id: $id}) WHERE p.checked_in_at = '' OR p.checked_in_at > $now
SET p.checked_in_at = $now
RETURN p.id AS id
"""
SET_STATES: LiteralString = """
MATCH (p:Party {conference: $code}) WHERE p.id IN $ids AND p.state IN $from
SET p.state = $state RETURN p.id AS id
"""
LIST_ENTERPRISES_OF_NAMES: LiteralString = """
UNWIND $names AS name
MATCH (e:Enterprise {name: name}) RETURN name AS name, e.code AS code
"""
LIST_ENTERPRISES_OF_FORMER_NAMES: LiteralString = """
UNWIND $names AS name
MATCH (:FormerCode {name: name})-[:NOW]->(e:Enterprise)
RETURN DISTINCT name AS name, e.code AS code
"""

SAVE_WISH: LiteralString = """
MATCH (a:Party {id: $wisher}) MATCH (b:Party {id: $wished})
MERGE (w:Wish {id: $id})
MERGE (a)-[:WISHED]->(w)
MERGE (w)-[:OF_PARTY]->(b)
SET w.conference = a.conference, w.kind = $kind, w.note = $note, w.about = $about,
    w.about_id = $about_id, w.version = $version, w.rank = $rank, w.role = $role, w.by = $by,
    w.at = $at
RETURN w.id AS id
"""
REMOVE_WISH: LiteralString = "MATCH (w:Wish {id: $id}) DETACH DELETE w"
COUNT_MUSTS: LiteralString = """
MATCH (:Party {id: $wisher})-[:WISHED]->(w:Wish {kind: 'must'}) WHERE w.id <> $id
RETURN count(w) AS total
"""
_WISH_ROW: LiteralString = """
RETURN a.id AS wisher, b.id AS wished, w.kind AS kind, w.note AS note, w.about AS about,
       w.about_id AS about_id, w.version AS version, w.rank AS rank, w.role AS role, w.by AS by,
       w.at AS at
ORDER BY at, wisher, wished
"""
LIST_WISHES: LiteralString = (
    "MATCH (:Conference {code: $code})<-[:PARTY_OF]-(a:Party)-[:WISHED]->(w:Wish)"
    "-[:OF_PARTY]->(b:Party)" + _WISH_ROW
)
LIST_WISHES_OF: LiteralString = (
    "MATCH (a:Party {id: $id})-[:WISHED]->(w:Wish)-[:OF_PARTY]->(b:Party)" + _WISH_ROW
)
"""What a party itself wishes; what others wish of it stays theirs."""
