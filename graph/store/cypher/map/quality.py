"""Enterprises with what they make, for measuring lists over a whole map."""

from typing import LiteralString

MAKERS: LiteralString = """
MATCH (e:Enterprise)-[l:MAKES]->(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
WITH e, count(DISTINCT n) AS products
OPTIONAL MATCH (e)-[b:BELONGS_TO]->(i:ChainNode)
WHERE b.valid_from <= $at AND $at < b.valid_to
WITH e, products, min(i.code) AS industry
RETURN e.code AS code, products, industry ORDER BY code
"""
PARENTS: LiteralString = """
MATCH (n:ChainNode {kind: 'industry'})
OPTIONAL MATCH (n)-[l:KIND_OF]->(p:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN n.code AS code, n.name AS name, min(p.code) AS parent
"""
SIZES: LiteralString = """
MATCH (e:Enterprise)
WHERE e.kind = 'company'
OPTIONAL MATCH (e)-[m:MAKES]->(:ChainNode)
WITH e, count(m) AS products
OPTIONAL MATCH (e)-[t:TRADES_WITH]-(:Enterprise)
RETURN e.code AS code, e.size AS size, products, count(t) AS trades ORDER BY code
"""
