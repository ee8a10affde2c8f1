"""Signed projects on the chain map: who stands behind them, and what they made real."""

from typing import LiteralString

LIST_PARTIES: LiteralString = """
UNWIND $codes AS code
MATCH (p:Project {code: code})-[l:SIGNED_BY]->(e:Enterprise)
RETURN p.code AS project, e.code AS code, e.name AS name, e.name_en AS name_en, l.role AS role
ORDER BY project, role, code
"""
LIST_MADE: LiteralString = """
UNWIND $nodes AS node
MATCH (n:ChainNode {code: node})<-[m:MAKES]-(e:Enterprise)
WHERE m.source = $source AND m.valid_to = $end
RETURN e.code AS maker, n.code AS node
"""
END_MADE: LiteralString = """
UNWIND $rows AS row
MATCH (n:ChainNode {code: row.node})<-[m:MAKES]-(e:Enterprise {code: row.maker})
WHERE m.source = $source AND m.valid_to = $end
SET m.valid_to = CASE WHEN m.valid_from > $day THEN m.valid_from ELSE $day END
"""
LIST_ASKED: LiteralString = """
MATCH (:Project {code: $code})-[:SIGNED_BY]->(e:Enterprise)
MATCH (e)<-[:ASKED_BY|ASKED_OF]-(r:MeetingRequest)-[:ASKED_BY|ASKED_OF]->(o:Enterprise)
WHERE r.accepted_pair IS NOT NULL AND o.code <> e.code
RETURN DISTINCT o.code AS code
"""
LIST_SEATED: LiteralString = """
MATCH (:Project {code: $code})-[:SIGNED_BY]->(e:Enterprise)
MATCH (e)<-[:STANDS_FOR]-(a:Party)<-[:BETWEEN]-(:Meeting)-[:BETWEEN]->(b:Party)
MATCH (b)-[:STANDS_FOR]->(o:Enterprise)
WHERE o.code <> e.code
RETURN DISTINCT o.code AS code
"""
