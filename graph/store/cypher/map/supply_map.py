"""The whole map for what-if, column by column (see whole_map): who makes what, and who is who."""

from typing import LiteralString

MAKINGS: LiteralString = """
MATCH (a:Enterprise)-[l:MAKES]->(b:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to AND coalesce(a.kind, 'company') = 'company'
RETURN collect(a.code) AS start, collect(b.code) AS end, collect(coalesce(l.share, -1.0)) AS share,
       collect(coalesce(l.capacity, '')) AS capacity, collect(coalesce(a.size, '')) AS size
"""
TRADES: LiteralString = """
MATCH (a:Enterprise)-[l:TRADES_WITH]->(b:Enterprise)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN collect(a.code) AS start, collect(b.code) AS end, collect(coalesce(l.product, '')) AS product
"""
NODE_NAMES: LiteralString = """
UNWIND $codes AS given
MATCH (n:ChainNode {code: given})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en
"""
ENTERPRISE_NAMES: LiteralString = """
UNWIND $codes AS given
MATCH (n:Enterprise {code: given})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en
"""
IN_REGION: LiteralString = """
MATCH (r:Region)-[:WITHIN*0..4]->(:Region {code: $region})
WITH DISTINCT r
MATCH (e:Enterprise)-[l:LOCATED_IN]->(r) WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN DISTINCT e.code AS code ORDER BY code
"""
