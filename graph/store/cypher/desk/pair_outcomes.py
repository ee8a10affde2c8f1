"""What became of two enterprises: a wish to meet, a meeting held, a project signed.

Read from what conferences, meeting requests and the ledger hold, so that a correction there
corrects this too; what was met and signed is kept as feedback.
"""

from typing import LiteralString

LIST_WISHED: LiteralString = """
MATCH (w:Wish) WHERE w.version <> '' AND w.role <> '' AND w.kind IN $kinds
MATCH (x:Party)-[:WISHED]->(w)-[:OF_PARTY]->(y:Party)
MATCH (x)-[:STANDS_FOR]->(a:Enterprise)
MATCH (y)-[:STANDS_FOR]->(b:Enterprise)
RETURN a.code AS asker, b.code AS partner, w.by AS by, w.role AS role, w.version AS version,
       w.rank AS rank
ORDER BY w.at, w.id
"""
LIST_MET: LiteralString = """
MATCH (m:Meeting) WHERE m.state = $held
MATCH (m)-[:BETWEEN]->(:Party)-[:STANDS_FOR]->(a:Enterprise)
MATCH (m)-[:BETWEEN]->(:Party)-[:STANDS_FOR]->(b:Enterprise)
WHERE a.code <> b.code
RETURN DISTINCT a.code AS asker, b.code AS partner ORDER BY asker, partner
"""
LIST_SIGNED: LiteralString = """
MATCH (p:Project)-[:HAS_SIGNING]->(:Signing)
WITH DISTINCT p
MATCH (p)-[:SIGNED_BY]->(a:Enterprise)
MATCH (p)-[:SIGNED_BY]->(b:Enterprise)
WHERE a.code <> b.code
RETURN DISTINCT a.code AS asker, b.code AS partner ORDER BY asker, partner
"""

LIST_CONCLUDED: LiteralString = """
MATCH (r:MeetingRequest {state: $accepted})
WHERE r.asker_outcome IN $outcomes OR r.partner_outcome IN $outcomes
RETURN DISTINCT r.asker AS asker, r.partner AS partner ORDER BY asker, partner
"""
LIST_KEPT: LiteralString = """
MATCH (f:Feedback) WHERE f.kind IN $kinds
MATCH (f)-[:SAID_BY]->(a:Enterprise)
MATCH (f)-[:SAID_OF]->(p:Enterprise)
RETURN f.id AS id, f.kind AS kind, a.code AS asker, p.code AS partner, f.role AS role,
       f.version AS version, f.rank AS rank
"""
KEEP: LiteralString = """
UNWIND $rows AS row
MATCH (a:Enterprise {code: row.asker}) MATCH (p:Enterprise {code: row.partner})
MERGE (f:Feedback {id: row.id})
SET f.kind = row.kind, f.by = '', f.at = $at, f.reason = '', f.role = row.role,
    f.version = row.version, f.rank = row.rank
MERGE (f)-[:SAID_BY]->(a)
MERGE (f)-[:SAID_OF]->(p)
"""
FORGET: LiteralString = "UNWIND $ids AS id MATCH (f:Feedback {id: id}) DETACH DELETE f"
