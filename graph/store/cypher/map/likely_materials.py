"""Likely materials: LIKELY_FOR links from a material to a product, learned and not told."""

from typing import LiteralString

LIST_LINKS: LiteralString = """
MATCH (a:ChainNode)-[l:LIKELY_FOR]->(b:ChainNode)
RETURN a.code AS material, b.code AS product, l.confidence AS chance
ORDER BY product, chance DESC, material
"""
SAVE_LINKS: LiteralString = """
UNWIND $rows AS row
MATCH (a:ChainNode {code: row.material}) MATCH (b:ChainNode {code: row.product})
CREATE (a)-[:LIKELY_FOR {confidence: row.chance, source: $version, as_of: $as_of}]->(b)
"""
DELETE_SOME: LiteralString = """
MATCH (:ChainNode)-[l:LIKELY_FOR]->(:ChainNode)
WITH l LIMIT $limit
DELETE l
RETURN count(*) AS total
"""
