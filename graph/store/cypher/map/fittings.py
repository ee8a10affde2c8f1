"""Fittings: the industries that tools may be named for, and the FITS links computed."""

from typing import LiteralString

LIST_INDUSTRIES: LiteralString = """
MATCH (i:ChainNode)<-[:BELONGS_TO]-(e:Enterprise)
OPTIONAL MATCH (e)-[:MAKES]->(n:ChainNode)
WITH i, collect(DISTINCT n.code) AS made
RETURN i.code AS code, coalesce(i.match_key, '') AS match_key, made
"""
LIST_WIDER: LiteralString = """
MATCH (i:ChainNode)-[:KIND_OF]->(w:ChainNode) WHERE i.kind = 'industry'
RETURN collect([i.code, w.code, coalesce(w.match_key, '')]) AS pairs
"""
LIST_LINKS: LiteralString = """
MATCH (a:ChainNode)-[x:FITS]->(b:ChainNode)
RETURN collect([a.code, b.code, x.confidence]) AS links
"""
SAVE_LINKS: LiteralString = """
UNWIND $rows AS row
MATCH (a:ChainNode {code: row.part}) MATCH (b:ChainNode {code: row.product})
MERGE (a)-[x:FITS]->(b) SET x.confidence = row.score
"""
DELETE_LINKS: LiteralString = """
UNWIND $rows AS row
MATCH (a:ChainNode {code: row.part})-[x:FITS]->(b:ChainNode {code: row.product})
DELETE x
"""
