"""The whole map, one statement per label and link type, in the order of its keys."""

from typing import LiteralString

NODES: dict[str, LiteralString] = {
    "Region": """
MATCH (n:Region)
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.level AS level,
       n.source AS source
ORDER BY n.code
""",
    "Chain": """
MATCH (n:Chain)
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.steward AS steward,
       n.summary AS summary, n.summary_en AS summary_en, n.published AS published,
       n.source AS source
ORDER BY n.code
""",
    "ChainNode": """
MATCH (n:ChainNode)
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.kind AS kind, n.source AS source
ORDER BY n.code
""",
    "Enterprise": """
MATCH (n:Enterprise)
RETURN n.code AS code, n.name AS name, n.short_name AS short_name, n.name_en AS name_en,
       n.kind AS kind, n.region AS region, n.size AS size, n.certifications AS certifications,
       n.founded AS founded, n.website AS website, n.summary AS summary,
       n.summary_en AS summary_en, n.market AS market, n.longitude AS longitude,
       n.latitude AS latitude, n.datum AS datum, n.services AS services, n.source AS source
ORDER BY n.code
""",
    "Owner": """
MATCH (n:Owner)
RETURN n.code AS code, n.name AS name, n.source AS source
ORDER BY n.code
""",
    "CreditRecord": """
MATCH (n:CreditRecord)
RETURN n.code AS code, n.enterprise AS enterprise, n.kind AS kind, n.date AS date,
       n.ended AS ended, n.authority AS authority, n.text AS text, n.source AS source
ORDER BY n.code
""",
}

LINKS: dict[str, LiteralString] = {
    "WITHIN": """
MATCH (a:Region)-[r:WITHIN]->(b:Region)
RETURN a.code AS start, b.code AS end
ORDER BY start, end
""",
    "LOCATED_IN": """
MATCH (a:Enterprise)-[r:LOCATED_IN]->(b:Region)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "IN_CHAIN": """
MATCH (a:ChainNode)-[r:IN_CHAIN]->(b:Chain)
RETURN a.code AS start, b.code AS end, r.stage AS stage, r.position AS position,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "KIND_OF": """
MATCH (a:ChainNode)-[r:KIND_OF]->(b:ChainNode)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "SUPPLIES": """
MATCH (a:ChainNode)-[r:SUPPLIES]->(b:ChainNode)
RETURN a.code AS start, b.code AS end, r.weight AS weight,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "MAKES": """
MATCH (a:Enterprise)-[r:MAKES]->(b:ChainNode)
RETURN a.code AS start, b.code AS end, r.share AS share, r.capacity AS capacity,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "BELONGS_TO": """
MATCH (a:Enterprise)-[r:BELONGS_TO]->(b:ChainNode)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "TRADES_WITH": """
MATCH (a:Enterprise)-[r:TRADES_WITH]->(b:Enterprise)
RETURN a.code AS start, b.code AS end, r.product AS product, r.first_seen AS first_seen,
       r.last_seen AS last_seen, r.times AS times,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, product, source, valid_from, valid_to
""",
    "IN_GROUP": """
MATCH (a:Enterprise)-[r:IN_GROUP]->(b:Owner)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "CONTROLLED_BY": """
MATCH (a:Enterprise)-[r:CONTROLLED_BY]->(b:Owner)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "HAS_CREDIT": """
MATCH (a:Enterprise)-[r:HAS_CREDIT]->(b:CreditRecord)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
}
