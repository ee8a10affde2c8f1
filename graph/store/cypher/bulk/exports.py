"""The map part by part, one statement per label and link type, in the order of its keys.

A part is what follows a key, or what starts at some keys: no server has to sort a million rows.
"""

from typing import LiteralString

NODES: dict[str, LiteralString] = {
    "Region": """
MATCH (n:Region) WHERE n.code > $after
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.level AS level,
       n.source AS source
ORDER BY n.code LIMIT $limit
""",
    "Chain": """
MATCH (n:Chain) WHERE n.code > $after
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.steward AS steward,
       n.summary AS summary, n.summary_en AS summary_en, n.published AS published,
       n.source AS source
ORDER BY n.code LIMIT $limit
""",
    "ChainNode": """
MATCH (n:ChainNode) WHERE n.code > $after
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.kind AS kind, n.source AS source
ORDER BY n.code LIMIT $limit
""",
    "Enterprise": """
MATCH (n:Enterprise) WHERE n.code > $after
RETURN n.code AS code, n.name AS name, n.short_name AS short_name, n.name_en AS name_en,
       n.kind AS kind, n.region AS region, n.size AS size, n.certifications AS certifications,
       n.founded AS founded, n.website AS website, n.summary AS summary,
       n.summary_en AS summary_en, n.market AS market, n.longitude AS longitude,
       n.latitude AS latitude, n.datum AS datum, n.services AS services,
       n.former_codes AS former_codes, n.source AS source
ORDER BY n.code LIMIT $limit
""",
    "Owner": """
MATCH (n:Owner) WHERE n.code > $after
RETURN n.code AS code, n.name AS name, n.source AS source
ORDER BY n.code LIMIT $limit
""",
    "CreditRecord": """
MATCH (n:CreditRecord) WHERE n.code > $after
RETURN n.code AS code, n.enterprise AS enterprise, n.kind AS kind, n.date AS date,
       n.ended AS ended, n.authority AS authority, n.text AS text, n.source AS source
ORDER BY n.code LIMIT $limit
""",
}

LINKS: dict[str, LiteralString] = {
    "WITHIN": """
UNWIND $codes AS code
MATCH (a:Region {code: code})-[r:WITHIN]->(b:Region)
RETURN a.code AS start, b.code AS end
ORDER BY start, end
""",
    "LOCATED_IN": """
UNWIND $codes AS code
MATCH (a:Enterprise {code: code})-[r:LOCATED_IN]->(b:Region)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "IN_CHAIN": """
UNWIND $codes AS code
MATCH (a:ChainNode {code: code})-[r:IN_CHAIN]->(b:Chain)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end, r.stage AS stage, r.position AS position,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "KIND_OF": """
UNWIND $codes AS code
MATCH (a:ChainNode {code: code})-[r:KIND_OF]->(b:ChainNode)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "SUPPLIES": """
UNWIND $codes AS code
MATCH (a:ChainNode {code: code})-[r:SUPPLIES]->(b:ChainNode)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end, r.weight AS weight,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "MAKES": """
UNWIND $codes AS code
MATCH (a:Enterprise {code: code})-[r:MAKES]->(b:ChainNode)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end, r.share AS share, r.capacity AS capacity,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "BELONGS_TO": """
UNWIND $codes AS code
MATCH (a:Enterprise {code: code})-[r:BELONGS_TO]->(b:ChainNode)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "TRADES_WITH": """
UNWIND $codes AS code
MATCH (a:Enterprise {code: code})-[r:TRADES_WITH]->(b:Enterprise)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end, r.product AS product, r.first_seen AS first_seen,
       r.last_seen AS last_seen, r.times AS times,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, product, source, valid_from, valid_to
""",
    "IN_GROUP": """
UNWIND $codes AS code
MATCH (a:Enterprise {code: code})-[r:IN_GROUP]->(b:Owner)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "CONTROLLED_BY": """
UNWIND $codes AS code
MATCH (a:Enterprise {code: code})-[r:CONTROLLED_BY]->(b:Owner)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
    "HAS_CREDIT": """
UNWIND $codes AS code
MATCH (a:Enterprise {code: code})-[r:HAS_CREDIT]->(b:CreditRecord)
WHERE $at = '' OR (r.valid_from <= $at AND $at < r.valid_to)
RETURN a.code AS start, b.code AS end,
       r.source AS source, r.as_of AS as_of, r.confidence AS confidence,
       r.valid_from AS valid_from, r.valid_to AS valid_to
ORDER BY start, end, source, valid_from, valid_to
""",
}

CODES: dict[str, LiteralString] = {
    "Region": "MATCH (n:Region) WHERE n.code > $after"
    " RETURN n.code AS code ORDER BY code LIMIT $limit",
    "ChainNode": "MATCH (n:ChainNode) WHERE n.code > $after"
    " RETURN n.code AS code ORDER BY code LIMIT $limit",
    "Enterprise": "MATCH (n:Enterprise) WHERE n.code > $after"
    " RETURN n.code AS code ORDER BY code LIMIT $limit",
}
"""Where links start."""

MADE_SINCE: dict[str, LiteralString] = {
    "Region": """
UNWIND $codes AS code MATCH (n:Region {code: code}) WHERE n.made_in >= $since
OPTIONAL MATCH (n)-[r]-() WHERE r.valid_from <= $at AND $at < r.valid_to
WITH n.code AS code, count(r) AS held WHERE held = 0 RETURN code
""",
    "Chain": """
UNWIND $codes AS code MATCH (n:Chain {code: code}) WHERE n.made_in >= $since
OPTIONAL MATCH (n)-[r]-() WHERE r.valid_from <= $at AND $at < r.valid_to
WITH n.code AS code, count(r) AS held WHERE held = 0 RETURN code
""",
    "ChainNode": """
UNWIND $codes AS code MATCH (n:ChainNode {code: code}) WHERE n.made_in >= $since
OPTIONAL MATCH (n)-[r]-() WHERE r.valid_from <= $at AND $at < r.valid_to
WITH n.code AS code, count(r) AS held WHERE held = 0 RETURN code
""",
    "Enterprise": """
UNWIND $codes AS code MATCH (n:Enterprise {code: code}) WHERE n.made_in >= $since
OPTIONAL MATCH (n)-[r]-() WHERE r.valid_from <= $at AND $at < r.valid_to
WITH n.code AS code, count(r) AS held WHERE held = 0 RETURN code
""",
    "Owner": """
UNWIND $codes AS code MATCH (n:Owner {code: code}) WHERE n.made_in >= $since
OPTIONAL MATCH (n)-[r]-() WHERE r.valid_from <= $at AND $at < r.valid_to
WITH n.code AS code, count(r) AS held WHERE held = 0 RETURN code
""",
    "CreditRecord": """
UNWIND $codes AS code MATCH (n:CreditRecord {code: code}) WHERE n.made_in >= $since
OPTIONAL MATCH (n)-[r]-() WHERE r.valid_from <= $at AND $at < r.valid_to
WITH n.code AS code, count(r) AS held WHERE held = 0 RETURN code
""",
}
"""Nodes that came onto the map later and have no link that held on the day: not there then."""
