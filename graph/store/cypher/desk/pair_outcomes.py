"""What became of two enterprises: a wish to meet, a meeting held, a project signed.

Read from what the conferences and the ledger hold, so that a correction there corrects this too.
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
