"""Near names: the nodes that matter to them and the NEAR links computed."""

from typing import LiteralString

LIST_MADE: LiteralString = """
MATCH (n:ChainNode)<-[:MAKES]-()
WITH DISTINCT n
RETURN collect(n.code) AS code, collect(coalesce(n.match_key, '')) AS match_key
"""
LIST_SUPPLYING: LiteralString = """
MATCH (n:ChainNode)-[:SUPPLIES]->()
WHERE n.kind <> 'industry'
WITH DISTINCT n
RETURN collect(n.code) AS code, collect(coalesce(n.match_key, '')) AS match_key
"""
LIST_SUPPLIED: LiteralString = """
MATCH (n:ChainNode)<-[:SUPPLIES]-()
WHERE n.kind <> 'industry'
WITH DISTINCT n
RETURN collect(n.code) AS code, collect(coalesce(n.match_key, '')) AS match_key
"""
LIST_LINKS: LiteralString = """
MATCH (a:ChainNode)-[x:NEAR]->(b:ChainNode)
RETURN collect(a.code) AS start, collect(b.code) AS end, collect(x.score) AS score,
       collect(x.method) AS method
"""
SAVE_LINKS: LiteralString = """
UNWIND $rows AS row
MATCH (a:ChainNode {code: row.start}) MATCH (b:ChainNode {code: row.end})
MERGE (a)-[x:NEAR]->(b) SET x.score = row.score, x.method = row.method
"""
DELETE_LINKS: LiteralString = """
UNWIND $rows AS row
MATCH (a:ChainNode {code: row.start})-[x:NEAR]->(b:ChainNode {code: row.end})
DELETE x
"""
