"""Who said what: counting and removing by source."""

from typing import LiteralString

COUNT_NODES: dict[str, LiteralString] = {
    "Region": "MATCH (n:Region) RETURN n.source AS source, count(*) AS total",
    "Chain": "MATCH (n:Chain) RETURN n.source AS source, count(*) AS total",
    "ChainNode": "MATCH (n:ChainNode) RETURN n.source AS source, count(*) AS total",
    "Enterprise": "MATCH (n:Enterprise) RETURN n.source AS source, count(*) AS total",
    "Owner": "MATCH (n:Owner) RETURN n.source AS source, count(*) AS total",
    "CreditRecord": "MATCH (n:CreditRecord) RETURN n.source AS source, count(*) AS total",
}
COUNT_LINKS: dict[str, LiteralString] = {
    "WITHIN": "MATCH ()-[l:WITHIN]->() RETURN l.source AS source, count(*) AS total",
    "LOCATED_IN": "MATCH ()-[l:LOCATED_IN]->() RETURN l.source AS source, count(*) AS total",
    "IN_CHAIN": "MATCH ()-[l:IN_CHAIN]->() RETURN l.source AS source, count(*) AS total",
    "KIND_OF": "MATCH ()-[l:KIND_OF]->() RETURN l.source AS source, count(*) AS total",
    "SUPPLIES": "MATCH ()-[l:SUPPLIES]->() RETURN l.source AS source, count(*) AS total",
    "MAKES": "MATCH ()-[l:MAKES]->() RETURN l.source AS source, count(*) AS total",
    "BELONGS_TO": "MATCH ()-[l:BELONGS_TO]->() RETURN l.source AS source, count(*) AS total",
    "TRADES_WITH": "MATCH ()-[l:TRADES_WITH]->() RETURN l.source AS source, count(*) AS total",
    "IN_GROUP": "MATCH ()-[l:IN_GROUP]->() RETURN l.source AS source, count(*) AS total",
    "CONTROLLED_BY": "MATCH ()-[l:CONTROLLED_BY]->() RETURN l.source AS source, count(*) AS total",
    "HAS_CREDIT": "MATCH ()-[l:HAS_CREDIT]->() RETURN l.source AS source, count(*) AS total",
}
FIND_MADE: tuple[LiteralString, ...] = (
    "MATCH (n:Chain {source: $source}) RETURN n.code AS code LIMIT 1",
    "MATCH (n:Enterprise {source: $source}) RETURN n.code AS code LIMIT 1",
    "MATCH (n:ChainNode {source: $source}) RETURN n.code AS code LIMIT 1",
)

_SOME: LiteralString = """
WHERE l.source IN $sources
WITH l LIMIT $limit
DELETE l
RETURN count(*) AS n
"""
DELETE_LINKS: dict[str, LiteralString] = {
    "LOCATED_IN": "MATCH (:Enterprise)-[l:LOCATED_IN]->(:Region) " + _SOME,
    "IN_CHAIN": "MATCH (:ChainNode)-[l:IN_CHAIN]->(:Chain) " + _SOME,
    "KIND_OF": "MATCH (:ChainNode)-[l:KIND_OF]->(:ChainNode) " + _SOME,
    "SUPPLIES": "MATCH (:ChainNode)-[l:SUPPLIES]->(:ChainNode) " + _SOME,
    "MAKES": "MATCH (:Enterprise)-[l:MAKES]->(:ChainNode) " + _SOME,
    "BELONGS_TO": "MATCH (:Enterprise)-[l:BELONGS_TO]->(:ChainNode) " + _SOME,
    "TRADES_WITH": "MATCH (:Enterprise)-[l:TRADES_WITH]->(:Enterprise) " + _SOME,
    "IN_GROUP": "MATCH (:Enterprise)-[l:IN_GROUP]->(:Owner) " + _SOME,
    "CONTROLLED_BY": "MATCH (:Enterprise)-[l:CONTROLLED_BY]->(:Owner) " + _SOME,
    "HAS_CREDIT": "MATCH (:Enterprise)-[l:HAS_CREDIT]->(:CreditRecord) " + _SOME,
}
DELETE_ACCOUNTS: LiteralString = """
MATCH (u:User) WHERE u.source IN $sources WITH collect(u) AS users, count(u) AS total
FOREACH (u IN users | DETACH DELETE u)
RETURN total
"""

_CLAIMS: LiteralString = """
WHERE any(claim IN n.sources WHERE claim IN $sources)
OPTIONAL MATCH (n)-[l]-() WHERE NOT l.source IN $sources
WITH n, collect(DISTINCT l.source) AS users
RETURN n.code AS code, n.sources AS sources, users
LIMIT $limit
"""
LIST_CLAIMED: dict[str, LiteralString] = {
    "Enterprise": "MATCH (n:Enterprise)" + _CLAIMS,
    "Owner": "MATCH (n:Owner)" + _CLAIMS,
    "CreditRecord": "MATCH (n:CreditRecord)" + _CLAIMS,
    "ChainNode": "MATCH (n:ChainNode)" + _CLAIMS,
    "Chain": "MATCH (n:Chain)" + _CLAIMS,
    "Region": """
MATCH (n:Region) WHERE any(claim IN n.sources WHERE claim IN $sources)
OPTIONAL MATCH (n)<-[:WITHIN]-(part:Region)
WITH n, collect(part.sources) AS parts
WHERE none(claims IN parts WHERE any(claim IN claims WHERE claim IN $sources))
OPTIONAL MATCH (n)<-[l:LOCATED_IN|SITED_IN]-() WHERE NOT l.source IN $sources
WITH n, parts, collect(DISTINCT l.source) AS users
RETURN n.code AS code, n.sources AS sources,
       reduce(all = users, claims IN parts | all + claims) AS users
LIMIT $limit
""",
}
RELEASE: dict[str, LiteralString] = {
    "Region": """
UNWIND $rows AS row MATCH (n:Region {code: row.code})
SET n.sources = row.sources, n.source = row.sources[0]
""",
    "Chain": """
UNWIND $rows AS row MATCH (n:Chain {code: row.code})
SET n.sources = row.sources, n.source = row.sources[0]
""",
    "ChainNode": """
UNWIND $rows AS row MATCH (n:ChainNode {code: row.code})
SET n.sources = row.sources, n.source = row.sources[0]
""",
    "Enterprise": """
UNWIND $rows AS row MATCH (n:Enterprise {code: row.code})
SET n.sources = row.sources, n.source = row.sources[0]
""",
    "Owner": """
UNWIND $rows AS row MATCH (n:Owner {code: row.code})
SET n.sources = row.sources, n.source = row.sources[0]
""",
    "CreditRecord": """
UNWIND $rows AS row MATCH (n:CreditRecord {code: row.code})
SET n.sources = row.sources, n.source = row.sources[0]
""",
}
DELETE_NODES: dict[str, LiteralString] = {
    "Region": "UNWIND $codes AS code MATCH (n:Region {code: code}) DETACH DELETE n",
    "Chain": "UNWIND $codes AS code MATCH (n:Chain {code: code}) DETACH DELETE n",
    "ChainNode": "UNWIND $codes AS code MATCH (n:ChainNode {code: code}) DETACH DELETE n",
    "Enterprise": "UNWIND $codes AS code MATCH (n:Enterprise {code: code}) DETACH DELETE n",
    "Owner": "UNWIND $codes AS code MATCH (n:Owner {code: code}) DETACH DELETE n",
    "CreditRecord": "UNWIND $codes AS code MATCH (n:CreditRecord {code: code}) DETACH DELETE n",
}
