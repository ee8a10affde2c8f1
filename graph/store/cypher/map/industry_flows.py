"""What industries make and use, in bulk, and the flows between them that are kept beside them."""

from typing import LiteralString

MAKES: LiteralString = """
MATCH (e:Enterprise)-[l:MAKES]->(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN collect(e.code) AS maker, collect(n.code) AS node, collect(n.name) AS name,
       collect(coalesce(l.share, 0.0)) AS share
"""
MEMBERS: LiteralString = """
MATCH (e:Enterprise)-[l:BELONGS_TO]->(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN collect(e.code) AS member, collect(n.code) AS industry
"""
SUPPLIES: LiteralString = """
MATCH (m:ChainNode)-[l:SUPPLIES]->(p:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to AND p.kind <> 'industry'
RETURN collect(m.code) AS material, collect(m.name) AS material_name, collect(p.code) AS product,
       collect(p.name) AS product_name
"""
NEAR: LiteralString = """
MATCH (a:ChainNode)-[b:NEAR]->(c:ChainNode) WHERE b.score >= $least
RETURN collect(a.code) AS start, collect(c.code) AS end, collect(b.score) AS score
"""
PARENTS: LiteralString = """
MATCH (n:ChainNode {kind: 'industry'})-[l:KIND_OF]->(p:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN collect(n.code) AS industry, collect(p.code) AS parent
"""
STORED: LiteralString = """
MATCH (n:ChainNode {kind: 'industry'})
WHERE n.flow_from IS NOT NULL OR n.flow_to IS NOT NULL
RETURN n.code AS code, n.flow_from AS flow_from, n.flow_from_lift AS flow_from_lift,
       n.flow_to AS flow_to, n.flow_to_lift AS flow_to_lift
"""
SAVE: LiteralString = """
UNWIND $rows AS row
MATCH (n:ChainNode {code: row.code})
SET n.flow_from = row.flow_from, n.flow_from_lift = row.flow_from_lift,
    n.flow_to = row.flow_to, n.flow_to_lift = row.flow_to_lift
"""
OF: LiteralString = """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en,
       n.flow_from AS flow_from, n.flow_from_lift AS flow_from_lift,
       n.flow_to AS flow_to, n.flow_to_lift AS flow_to_lift
"""
