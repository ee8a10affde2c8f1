"""Conferences and their set-up. What changes one locks its node first."""

from typing import LiteralString

CREATE: LiteralString = """
CREATE (c:Conference {code: $code, phase: 'profiles', version: 1, latest: 0, published: 0,
                      created_by: $by, created_at: $now})
SET c += $values
"""
_ROW: LiteralString = """
RETURN c AS conference,
       EXISTS { (c)<-[:PARTY_OF]-(p:Party) WHERE p.answered_at > '' } AS locked
"""
FIND: LiteralString = "MATCH (c:Conference {code: $code})" + _ROW
LIST: LiteralString = (
    "MATCH (c:Conference)" + _ROW + "ORDER BY c.starts_on DESC, c.code SKIP $skip LIMIT $limit"
)
COUNT: LiteralString = "MATCH (c:Conference) RETURN count(c) AS total"
LIST_OF: LiteralString = (
    "MATCH (:Enterprise {code: $enterprise})<-[:STANDS_FOR]-(:Party)-[:PARTY_OF]->(c:Conference)"
    + _ROW
    + "ORDER BY c.starts_on DESC, c.code"
)
LIST_IN: LiteralString = "MATCH (c:Conference {phase: $phase}) RETURN c.code AS code LIMIT 1"
LOCK: LiteralString = """
MATCH (c:Conference {code: $code}) SET c.guard = $by
RETURN c.version AS version, c.latest AS latest, c.phase AS phase
"""
CHANGE: LiteralString = """
MATCH (c:Conference {code: $code}) SET c += $values
"""
RAISE_VERSION: LiteralString = """
MATCH (c:Conference {code: $code}) SET c.version = c.version + 1
"""
SET_PHASE: LiteralString = "MATCH (c:Conference {code: $code}) SET c.phase = $phase"

LIST_SLOTS: LiteralString = """
MATCH (s:Slot)-[:SLOT_OF]->(:Conference {code: $code})
RETURN s.id AS id, s.day AS day, s.starts AS starts, s.ends AS ends, s.is_closed AS is_closed
ORDER BY day, starts
"""
REMOVE_SLOTS: LiteralString = """
MATCH (s:Slot)-[:SLOT_OF]->(:Conference {code: $code}) DETACH DELETE s
"""
CREATE_SLOTS: LiteralString = """
MATCH (c:Conference {code: $code})
UNWIND $rows AS row
CREATE (s:Slot)-[:SLOT_OF]->(c) SET s = row
"""
CLOSE_SLOTS: LiteralString = """
MATCH (s:Slot)-[:SLOT_OF]->(:Conference {code: $code}) SET s.is_closed = s.id IN $closed
"""
IS_BOOKED: LiteralString = """
MATCH (m:Meeting {conference: $code})
WHERE m.slot IN $slots OR m.table IN $tables RETURN count(m) AS total
"""
IS_ANSWERED: LiteralString = """
MATCH (p:Party)-[:PARTY_OF]->(:Conference {code: $code}) WHERE p.answered_at > ''
RETURN count(p) AS total
"""

LIST_HALLS: LiteralString = """
MATCH (h:Hall)-[:HALL_OF]->(:Conference {code: $code})
OPTIONAL MATCH (t:Table)-[:TABLE_OF]->(h)
RETURN h.id AS id, h.name AS name, h.prefix AS prefix, count(t) AS tables ORDER BY prefix, id
"""
SAVE_HALL: LiteralString = """
MATCH (c:Conference {code: $code})
MERGE (h:Hall {id: $id})
MERGE (h)-[:HALL_OF]->(c)
SET h.name = $name, h.prefix = $prefix
"""
KEEP_TABLES: LiteralString = """
MATCH (t:Table)-[:TABLE_OF]->(:Hall {id: $id}) WHERE NOT t.id IN $tables DETACH DELETE t
"""
SAVE_TABLES: LiteralString = """
MATCH (h:Hall {id: $id})
UNWIND $rows AS row
MERGE (t:Table {id: row.id})
MERGE (t)-[:TABLE_OF]->(h)
SET t.number = row.number, t.label = row.label
"""
LIST_TABLES: LiteralString = """
MATCH (t:Table)-[:TABLE_OF]->(h:Hall)-[:HALL_OF]->(:Conference {code: $code})
RETURN t.id AS id, h.id AS hall, t.number AS number, t.label AS label
ORDER BY h.prefix, h.id, t.number
"""
REMOVE_HALL: LiteralString = "MATCH (h:Hall {id: $id}) DETACH DELETE h"

LIST_SESSIONS: LiteralString = """
MATCH (s:ThemedSession)-[:SESSION_OF]->(:Conference {code: $code})
OPTIONAL MATCH (s)-[:ABOUT]->(c:Chain)
RETURN s.id AS id, s.name AS name, s.name_en AS name_en, s.hall AS hall, s.starts AS starts,
       s.ends AS ends, c.code AS chain, c.name AS chain_name
ORDER BY s.made_at, id
"""
SAVE_SESSION: LiteralString = """
MATCH (c:Conference {code: $code})
MERGE (s:ThemedSession {id: $id})
ON CREATE SET s.made_at = $now
MERGE (s)-[:SESSION_OF]->(c)
SET s.name = $name, s.name_en = $name_en, s.hall = $hall, s.starts = $starts, s.ends = $ends
"""
LEAVE_CHAIN: LiteralString = "MATCH (:ThemedSession {id: $id})-[a:ABOUT]->(:Chain) DELETE a"
TAKE_CHAIN: LiteralString = """
MATCH (s:ThemedSession {id: $id}) MATCH (c:Chain {code: $chain}) MERGE (s)-[:ABOUT]->(c)
"""
REMOVE_SESSION: LiteralString = "MATCH (s:ThemedSession {id: $id}) DETACH DELETE s"
COUNT_IN: LiteralString = """
MATCH (p:Party {conference: $code}) WHERE p.session = $id OR p.group = $id
RETURN count(p) AS total
"""

LIST_GROUPS: LiteralString = """
MATCH (g:PartyGroup)-[:GROUP_OF]->(:Conference {code: $code})
OPTIONAL MATCH (g)-[:MAY_MEET]->(o:PartyGroup)
RETURN g.id AS id, g.name AS name, g.cap AS cap, collect(o.id) AS meets, g.made_at AS made_at
ORDER BY made_at, id
"""
SAVE_GROUP: LiteralString = """
MATCH (c:Conference {code: $code})
MERGE (g:PartyGroup {id: $id})
ON CREATE SET g.made_at = $now
MERGE (g)-[:GROUP_OF]->(c)
SET g.name = $name, g.cap = $cap
"""
FORGET_MEETS: LiteralString = """
MATCH (:PartyGroup {id: $id})-[m:MAY_MEET]->(:PartyGroup) DELETE m
"""
ALLOW: LiteralString = """
MATCH (g:PartyGroup {id: $id})
UNWIND $meets AS other
MATCH (o:PartyGroup {id: other})
MERGE (g)-[:MAY_MEET]->(o)
"""
REMOVE_GROUP: LiteralString = "MATCH (g:PartyGroup {id: $id}) DETACH DELETE g"
