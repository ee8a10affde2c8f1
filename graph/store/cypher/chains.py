"""Chains as the pages read them."""

from typing import LiteralString

LIST_PUBLISHED: LiteralString = """
MATCH (c:Chain {published: true})
OPTIONAL MATCH (n:ChainNode)-[p:IN_CHAIN]->(c) WHERE p.valid_from <= $at AND $at < p.valid_to
WITH c, collect(DISTINCT n) AS nodes
OPTIONAL MATCH (m:ChainNode)-[q:IN_CHAIN]->(c) WHERE q.valid_from <= $at AND $at < q.valid_to
OPTIONAL MATCH (m)<-[r:MAKES]-(e:Enterprise) WHERE r.valid_from <= $at AND $at < r.valid_to
RETURN c AS chain, size(nodes) AS nodes, count(DISTINCT e) AS enterprises,
       size(nodes) - count(DISTINCT CASE WHEN e IS NULL THEN NULL ELSE m END) AS gaps
ORDER BY chain.code
"""
