"""What a diagnosis reads of a chain, for the day ``$at``; makers of narrower nodes count too."""

from typing import LiteralString

NODES: LiteralString = """
MATCH (:Chain {code: $code})<-[p:IN_CHAIN]-(n:ChainNode)
WHERE p.valid_from <= $at AND $at < p.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, p.stage AS stage
ORDER BY CASE WHEN p.position IS NULL THEN 1000000 ELSE p.position END, code
"""
BEFORE: LiteralString = """
UNWIND $nodes AS given
MATCH (:ChainNode {code: given})<-[l:SUPPLIES]-(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, max(l.weight) AS weight
ORDER BY weight DESC, code LIMIT $limit
"""
AFTER: LiteralString = """
UNWIND $nodes AS given
MATCH (:ChainNode {code: given})-[l:SUPPLIES]->(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, max(l.weight) AS weight
ORDER BY weight DESC, code LIMIT $limit
"""
LINKS: LiteralString = """
UNWIND $nodes AS given
MATCH (a:ChainNode {code: given})-[s:SUPPLIES]->(b:ChainNode)
WHERE s.valid_from <= $at AND $at < s.valid_to AND b.code IN $nodes
RETURN DISTINCT given AS start, b.code AS end ORDER BY start, end
"""
MAKINGS: LiteralString = """
UNWIND $nodes AS given
MATCH (n:ChainNode {code: given})<-[k:KIND_OF*0..3]-(d:ChainNode)
WHERE all(l IN k WHERE l.valid_from <= $at AND $at < l.valid_to)
WITH DISTINCT given, d
OPTIONAL MATCH (d)<-[m:MAKES]-(e:Enterprise) WHERE m.valid_from <= $at AND $at < m.valid_to
RETURN given AS node, d.code AS made, d.name AS name, e.code AS enterprise, e.kind AS kind,
       e.size AS size, m.share AS share, m.capacity AS capacity
ORDER BY node, made, enterprise
"""
FIRMS: LiteralString = """
UNWIND $codes AS given
MATCH (e:Enterprise {code: given})
RETURN e AS enterprise,
       head([(e)-[l:LOCATED_IN]->(r:Region) WHERE l.valid_from <= $at AND $at < l.valid_to | r])
       AS region
"""
INSIDE: LiteralString = """
MATCH (r:Region)-[:WITHIN*0..4]->(:Region {code: $region}) RETURN DISTINCT r.code AS code
"""
ANY_INSIDE: LiteralString = """
MATCH (:Enterprise)-[:LOCATED_IN]->(:Region)-[:WITHIN*0..4]->(:Region {code: $region})
RETURN true AS found LIMIT 1
"""
SALES: LiteralString = """
UNWIND $codes AS given
MATCH (s:Enterprise {code: given})-[t:TRADES_WITH]->(b:Enterprise)
WHERE t.valid_from <= $at AND $at < t.valid_to
RETURN given AS supplier, b.code AS buyer, t.product AS product, t.last_seen AS last_seen,
       properties(t) AS link
ORDER BY supplier, buyer, product
"""
PURCHASES: LiteralString = """
UNWIND $codes AS given
MATCH (b:Enterprise {code: given})<-[t:TRADES_WITH]-(s:Enterprise)
WHERE t.valid_from <= $at AND $at < t.valid_to
RETURN s.code AS supplier, given AS buyer, t.product AS product, t.last_seen AS last_seen,
       properties(t) AS link
ORDER BY supplier, buyer, product
"""
CREDIT: LiteralString = """
UNWIND $codes AS given
MATCH (e:Enterprise {code: given})-[l:HAS_CREDIT]->(c:CreditRecord)
WHERE l.valid_from <= $at AND $at < l.valid_to AND c.kind IN $kinds
  AND (c.ended IS NULL OR c.ended = '' OR c.ended > $at)
RETURN DISTINCT given AS enterprise, c.kind AS kind, c.date AS date ORDER BY enterprise, date
"""
