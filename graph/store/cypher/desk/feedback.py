"""Favourites and dismissed partners of an enterprise, and the record of each judgement.

The asker is locked by a statement of its own, so that a double click judges once.
"""

from typing import LiteralString

LOCK: LiteralString = "MATCH (a:Enterprise {code: $asker}) SET a.feedback_guard = $at"
COUNT_FAVOURITES: LiteralString = """
MATCH (:Enterprise {code: $asker})-[f:FAVOURS]->(:Enterprise) RETURN count(f) AS total
"""
_BOTH: LiteralString = """
MATCH (a:Enterprise {code: $asker}) MATCH (p:Enterprise {code: $partner}) WHERE a.code <> p.code
"""
FAVOUR: LiteralString = (
    _BOTH
    + """
OPTIONAL MATCH (a)-[f:FAVOURS]->(p) WITH a, p, f WHERE f IS NULL
CREATE (a)-[:FAVOURS {by: $by, at: $at}]->(p)
RETURN p.code AS code
"""
)
UNFAVOUR: LiteralString = """
MATCH (:Enterprise {code: $asker})-[f:FAVOURS]->(p:Enterprise {code: $partner})
DELETE f
RETURN p.code AS code
"""
DISMISS: LiteralString = (
    _BOTH
    + """
OPTIONAL MATCH (a)-[d:DISMISSED]->(p) WITH a, p, d WHERE d IS NULL
CREATE (a)-[:DISMISSED {by: $by, at: $at, reason: $reason}]->(p)
RETURN p.code AS code
"""
)
RESTORE: LiteralString = """
MATCH (:Enterprise {code: $asker})-[d:DISMISSED]->(p:Enterprise {code: $partner})
DELETE d
RETURN p.code AS code
"""
RECORD: LiteralString = (
    _BOTH
    + """
CREATE (f:Feedback {id: $id, kind: $kind, by: $by, at: $at, reason: $reason, role: $role,
                    version: $version, rank: $rank})
CREATE (f)-[:SAID_BY]->(a)
CREATE (f)-[:SAID_OF]->(p)
"""
)
LIST_FAVOURITES: LiteralString = """
MATCH (:Enterprise {code: $asker})-[m:FAVOURS]->(p:Enterprise)
RETURN p.code AS code, p.name AS name, p.name_en AS name_en, m.by AS by, m.at AS at, '' AS reason
ORDER BY at DESC, code
"""
LIST_DISMISSED: LiteralString = """
MATCH (:Enterprise {code: $asker})-[m:DISMISSED]->(p:Enterprise)
RETURN p.code AS code, p.name AS name, p.name_en AS name_en, m.by AS by, m.at AS at,
       m.reason AS reason
ORDER BY at DESC, code
"""
LIST_RECORDS: LiteralString = """
MATCH (f:Feedback)-[:SAID_BY]->(a:Enterprise)
MATCH (f)-[:SAID_OF]->(p:Enterprise)
RETURN f AS feedback, a.code AS asker, p.code AS partner ORDER BY f.at, f.id
"""
