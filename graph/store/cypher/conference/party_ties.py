"""What the map says of the parties of a conference: who owns them, who are rivals, what is scarce.

Parties are matched first: they are few, the map is large.
"""

from typing import LiteralString

LIST_OWNERS: LiteralString = """
MATCH (p:Party)-[:PARTY_OF]->(:Conference {code: $code})
MATCH (p)-[:STANDS_FOR]->(:Enterprise)-[g:IN_GROUP]->(o:Owner)
WHERE g.valid_from <= $at AND $at < g.valid_to
RETURN p.id AS party, o.code AS owner
"""
LIST_PRODUCTS: LiteralString = """
MATCH (p:Party)-[:PARTY_OF]->(:Conference {code: $code})
MATCH (p)-[:STANDS_FOR]->(:Enterprise)-[m:MAKES]->(n:ChainNode)
WHERE m.valid_from <= $at AND $at < m.valid_to
RETURN p.id AS party, n.code AS node, n.name AS name, n.name_en AS name_en
"""
LIST_CHAINS: LiteralString = """
MATCH (p:Party)-[:PARTY_OF]->(:Conference {code: $code})
MATCH (p)-[:STANDS_FOR]->(:Enterprise)-[m:MAKES]->(:ChainNode)-[:IN_CHAIN]->(c:Chain)
WHERE m.valid_from <= $at AND $at < m.valid_to
RETURN DISTINCT p.id AS party, c.code AS code, c.name AS name, c.name_en AS name_en
"""
LIST_SCARCE: LiteralString = """
UNWIND $nodes AS code
MATCH (n:ChainNode {code: code})
WHERE EXISTS { (n)-[:IN_CHAIN]->(:Chain) }
MATCH (n)<-[m:MAKES]-(e:Enterprise)
WHERE m.valid_from <= $at AND $at < m.valid_to
WITH n.code AS code, count(DISTINCT e.code) AS makers
WHERE makers <= $most
RETURN code, makers
"""
