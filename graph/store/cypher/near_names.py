"""Near names: the nodes that matter to them and the NEAR links computed."""

from typing import LiteralString

LIST_MADE: LiteralString = """
MATCH (n:ChainNode)<-[:MAKES]-()
RETURN DISTINCT n.code AS code, n.match_key AS match_key
"""
LIST_SUPPLYING: LiteralString = """
MATCH (n:ChainNode)-[:SUPPLIES]->()
WHERE n.kind <> 'industry'
RETURN DISTINCT n.code AS code, n.match_key AS match_key
"""
LIST_SUPPLIED: LiteralString = """
MATCH (n:ChainNode)<-[:SUPPLIES]-()
WHERE n.kind <> 'industry'
RETURN DISTINCT n.code AS code, n.match_key AS match_key
"""
LIST_LINKS: LiteralString = """
MATCH (a:ChainNode)-[x:NEAR]->(b:ChainNode)
RETURN a.code AS start, b.code AS end, x.score AS score, x.method AS method
"""
CREATE_LINKS: LiteralString = """
UNWIND $rows AS row
MATCH (a:ChainNode {code: row.start}) MATCH (b:ChainNode {code: row.end})
CREATE (a)-[:NEAR {score: row.score, method: row.method}]->(b)
"""
DELETE_LINKS: LiteralString = """
UNWIND $rows AS row
MATCH (a:ChainNode {code: row.start})-[x:NEAR]->(b:ChainNode {code: row.end})
DELETE x
"""
FIND_SETTING: LiteralString = "MATCH (s:Setting {name: $name}) RETURN s.value AS value"
SAVE_SETTING: LiteralString = "MERGE (s:Setting {name: $name}) SET s.value = $value"
