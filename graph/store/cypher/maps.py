"""The map in bulk: reads what a batch of rows would touch, and writes what it changes.

Links are looked for from the end that has fewer of them: a material supplies thousands of
products, a product is made of a few materials.
"""

from typing import LiteralString

FIND_NODES: dict[str, LiteralString] = {
    "Region": """
UNWIND $codes AS code
MATCH (n:Region {code: code})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.level AS level,
       n.sources AS sources
""",
    "Chain": """
UNWIND $codes AS code
MATCH (n:Chain {code: code})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.steward AS steward,
       n.summary AS summary, n.summary_en AS summary_en, n.published AS published,
       n.sources AS sources
""",
    "ChainNode": """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.kind AS kind,
       n.sources AS sources
""",
    "Enterprise": """
UNWIND $codes AS code
MATCH (n:Enterprise {code: code})
RETURN n.code AS code, n.name AS name, n.short_name AS short_name, n.name_en AS name_en,
       n.kind AS kind, n.region AS region, n.size AS size, n.certifications AS certifications,
       n.founded AS founded, n.website AS website, n.summary AS summary,
       n.summary_en AS summary_en, n.market AS market, n.sources AS sources
""",
}
SAVE_NODES: dict[str, LiteralString] = {
    "Region": "UNWIND $rows AS row MERGE (n:Region {code: row.code}) SET n += row.values",
    "Chain": "UNWIND $rows AS row MERGE (n:Chain {code: row.code}) SET n += row.values",
    "ChainNode": "UNWIND $rows AS row MERGE (n:ChainNode {code: row.code}) SET n += row.values",
    "Enterprise": "UNWIND $rows AS row MERGE (n:Enterprise {code: row.code}) SET n += row.values",
}
LIST_KNOWN: dict[str, LiteralString] = {
    "Region": "UNWIND $codes AS code MATCH (n:Region {code: code}) RETURN n.code AS code",
    "Chain": "UNWIND $codes AS code MATCH (n:Chain {code: code}) RETURN n.code AS code",
    "ChainNode": "UNWIND $codes AS code MATCH (n:ChainNode {code: code}) RETURN n.code AS code",
    "Enterprise": "UNWIND $codes AS code MATCH (n:Enterprise {code: code}) RETURN n.code AS code",
}

_ROWS: LiteralString = "UNWIND $rows AS row "
_ENDS: dict[str, LiteralString] = {
    "WITHIN": "MATCH (a:Region {code: row.start}) MATCH (b:Region {code: row.end}) ",
    "LOCATED_IN": "MATCH (a:Enterprise {code: row.start}) MATCH (b:Region {code: row.end}) ",
    "IN_CHAIN": "MATCH (a:ChainNode {code: row.start}) MATCH (b:Chain {code: row.end}) ",
    "KIND_OF": "MATCH (a:ChainNode {code: row.start}) MATCH (b:ChainNode {code: row.end}) ",
    "SUPPLIES": "MATCH (b:ChainNode {code: row.end}) MATCH (a:ChainNode {code: row.start}) ",
    "MAKES": "MATCH (a:Enterprise {code: row.start}) MATCH (b:ChainNode {code: row.end}) ",
    "BELONGS_TO": "MATCH (a:Enterprise {code: row.start}) MATCH (b:ChainNode {code: row.end}) ",
    "TRADES_WITH": "MATCH (a:Enterprise {code: row.start}) MATCH (b:Enterprise {code: row.end}) ",
}
_BETWEEN: dict[str, LiteralString] = {
    "WITHIN": "MATCH (a)-[l:WITHIN]->(b) ",
    "LOCATED_IN": "MATCH (a)-[l:LOCATED_IN]->(b) ",
    "IN_CHAIN": "MATCH (a)-[l:IN_CHAIN]->(b) ",
    "KIND_OF": "MATCH (a)-[l:KIND_OF]->(b) ",
    "SUPPLIES": "MATCH (b)<-[l:SUPPLIES]-(a) ",
    "MAKES": "MATCH (a)-[l:MAKES]->(b) ",
    "BELONGS_TO": "MATCH (a)-[l:BELONGS_TO]->(b) ",
    "TRADES_WITH": "MATCH (a)-[l:TRADES_WITH]->(b) ",
}
_CREATE: dict[str, LiteralString] = {
    "WITHIN": "CREATE (a)-[l:WITHIN]->(b) ",
    "LOCATED_IN": "CREATE (a)-[l:LOCATED_IN]->(b) ",
    "IN_CHAIN": "CREATE (a)-[l:IN_CHAIN]->(b) ",
    "KIND_OF": "CREATE (a)-[l:KIND_OF]->(b) ",
    "SUPPLIES": "CREATE (a)-[l:SUPPLIES]->(b) ",
    "MAKES": "CREATE (a)-[l:MAKES]->(b) ",
    "BELONGS_TO": "CREATE (a)-[l:BELONGS_TO]->(b) ",
    "TRADES_WITH": "CREATE (a)-[l:TRADES_WITH]->(b) ",
}
_SAME_VERSION: LiteralString = """
WHERE l.source = row.source AND l.valid_from = row.valid_from
  AND coalesce(l.product, '') = row.product
"""

_FOUND: LiteralString = "RETURN row.start AS start, row.end AS end, properties(l) AS values"
FIND_LINKS: dict[str, LiteralString] = {
    name: _ROWS + _ENDS[name] + _BETWEEN[name] + _FOUND for name in _ENDS
} | {
    "LOCATED_IN": """
UNWIND $rows AS row
MATCH (a:Enterprise {code: row.start})-[l:LOCATED_IN]->(b:Region)
RETURN DISTINCT row.start AS start, b.code AS end, properties(l) AS values
"""
}
CREATE_LINKS: dict[str, LiteralString] = {
    name: _ROWS + _ENDS[name] + _CREATE[name] + "SET l = row.values RETURN count(*) AS created"
    for name in _ENDS
}
UPDATE_LINKS: dict[str, LiteralString] = {
    name: _ROWS + _ENDS[name] + _BETWEEN[name] + _SAME_VERSION + "SET l += row.values"
    for name in _ENDS
}
