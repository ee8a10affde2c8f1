"""Signed projects: the card, who signed it, where it stands in the graph.

A project is locked by a statement of its own before its version is looked at.
"""

from typing import LiteralString

LOCK: LiteralString = "MATCH (p:Project {code: $code}) SET p.guard = $at RETURN p.code AS code"
RAISE_VERSION: LiteralString = """
MATCH (p:Project {code: $code}) WHERE $version IS NULL OR p.version = $version
SET p.version = p.version + 1
RETURN p.version AS version
"""
BUMP: LiteralString = """
MERGE (s:Setting {name: 'projects.mark'})
SET s.number = CASE WHEN s.number IS NULL THEN 1 ELSE s.number + 1 END
RETURN s.number AS number, s.recent AS recent, s.recent_from AS recent_from
"""
SAVE_RECENT: LiteralString = """
MATCH (s:Setting {name: 'projects.mark'}) SET s.recent = $recent, s.recent_from = $recent_from
"""

CREATE: LiteralString = """
UNWIND $rows AS row
CREATE (p:Project {code: row.code, version: 1, source: row.source, touched: 0})
SET p += row.values
"""
CHANGE: LiteralString = "MATCH (p:Project {code: $code}) SET p += $values"
LINK_PARTIES: LiteralString = """
UNWIND $rows AS row
OPTIONAL MATCH (:FormerCode {code: row.end})-[:NOW]->(o:Enterprise)
WITH row, coalesce(o.code, row.end) AS party
MATCH (p:Project {code: row.code}) MATCH (e:Enterprise {code: party})
MERGE (p)-[l:SIGNED_BY {role: row.role}]->(e) SET l.source = row.source
RETURN row.code AS code, row.end AS end
"""
LINK_NODES: LiteralString = """
UNWIND $rows AS row
MATCH (p:Project {code: row.code}) MATCH (n:ChainNode {code: row.end})
MERGE (p)-[l:ON]->(n) SET l.source = row.source
RETURN row.code AS code, row.end AS end
"""
LINK_REGIONS: LiteralString = """
UNWIND $rows AS row
MATCH (p:Project {code: row.code}) MATCH (r:Region {code: row.end})
MERGE (p)-[l:SITED_IN]->(r) SET l.source = row.source
RETURN row.code AS code, row.end AS end
"""
LINK_CONFERENCES: LiteralString = """
UNWIND $rows AS row
MATCH (p:Project {code: row.code}) MATCH (c:Conference {code: row.end})
MERGE (p)-[l:SIGNED_AT]->(c) SET l.source = row.source
RETURN row.code AS code, row.end AS end
"""
LINK_MEETINGS: LiteralString = """
UNWIND $rows AS row
MATCH (p:Project {code: row.code}) MATCH (m:Meeting {id: row.end})
MERGE (p)-[l:CAME_FROM]->(m) SET l.source = row.source
RETURN row.code AS code, row.end AS end
"""
LINK_REQUESTS: LiteralString = """
UNWIND $rows AS row
MATCH (p:Project {code: row.code}) MATCH (m:MeetingRequest {id: row.end})
MERGE (p)-[l:CAME_FROM]->(m) SET l.source = row.source
RETURN row.code AS code, row.end AS end
"""
UNLINK_PARTIES: LiteralString = "MATCH (:Project {code: $code})-[l:SIGNED_BY]->() DELETE l"
UNLINK_NODES: LiteralString = "MATCH (:Project {code: $code})-[l:ON]->() DELETE l"
UNLINK_REGIONS: LiteralString = "MATCH (:Project {code: $code})-[l:SITED_IN]->() DELETE l"

FIND: LiteralString = """
MATCH (p:Project {code: $code})
RETURN p AS project,
       head([(p)-[:ON]->(n:ChainNode) | [n.code, n.name, n.name_en]]) AS node,
       head([(p)-[:SITED_IN]->(r:Region) | [r.code, r.name, r.name_en]]) AS region,
       head([(p)-[:SIGNED_AT]->(c) | [c.code, c.name, c.name_en]]) AS conference
"""
FIND_ORIGIN: LiteralString = """
MATCH (:Project {code: $code})-[:CAME_FROM]->(o) RETURN labels(o)[0] AS label, o.id AS id LIMIT 1
"""
LIST_PARTIES: LiteralString = """
MATCH (:Project {code: $code})-[l:SIGNED_BY]->(e:Enterprise)
RETURN e.code AS code, e.name AS name, e.name_en AS name_en, l.role AS role
ORDER BY role, code
"""
LIST_CARDS: LiteralString = """
UNWIND $codes AS code MATCH (p:Project {code: code})
RETURN p.code AS code, p.contact AS contact, p.leader AS leader,
       [(p)-[l:SIGNED_BY]->(e:Enterprise) | [l.role, e.code]] AS parties,
       [(p)-[:HAS_PROBLEM]->(b:Problem) WHERE b.closed = '' | b.text] AS problems,
       [(p)-[:HAS_MILESTONE]->(m:Milestone) WHERE m.change = 'stage'
        | [m.effective, m.number, m.reason]] AS moves
"""
COUNT: LiteralString = "MATCH (p:Project) RETURN count(p) AS total"
LIST_OF_SOURCE: LiteralString = """
MATCH (p:Project {source: $source}) RETURN p.code AS code LIMIT $limit
"""
DELETE_RECORDS: LiteralString = """
UNWIND $codes AS code
MATCH (p:Project {code: code})-[l]->(r)
WHERE type(l) IN $owned
DETACH DELETE r
"""
DELETE: LiteralString = "UNWIND $codes AS code MATCH (p:Project {code: code}) DETACH DELETE p"
RENEW_EPOCH: LiteralString = """
MERGE (s:Setting {name: 'projects.mark'}) SET s.epoch = $epoch
"""
