"""The map in pages for programs: what follows a key, in the order of the keys.

``$at`` is the day for which links are read; ``$drafts`` whether chains not yet public are told of.
A link's key is made of all that tells it from another, so that a page can begin after any link.
"""

from typing import LiteralString

LIST_REGIONS: LiteralString = """
MATCH (r:Region) WHERE r.code > $after AND ($level = '' OR r.level = $level)
OPTIONAL MATCH (r)-[:WITHIN]->(above:Region)
WITH r, min(above.code) AS within WHERE $within = '' OR within = $within
RETURN r.code AS code, r.name AS name, r.name_en AS name_en, r.level AS level,
       within, r.source AS source
ORDER BY code LIMIT $limit
"""
LIST_NODES: LiteralString = """
MATCH (n:ChainNode) WHERE n.code > $after AND ($kind = '' OR n.kind = $kind)
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.kind AS kind, n.source AS source
ORDER BY code LIMIT $limit
"""
LIST_NODES_OF: LiteralString = """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code}) WHERE n.code > $after AND ($kind = '' OR n.kind = $kind)
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.kind AS kind, n.source AS source
ORDER BY code LIMIT $limit
"""
LIST_ENTERPRISES: LiteralString = """
UNWIND $codes AS code MATCH (e:Enterprise {code: code}) RETURN e AS enterprise
"""
LIST_PUBLISHED: LiteralString = """
MATCH (c:Chain) WHERE c.published = true RETURN c.code AS code
"""

_WANTED: LiteralString = """
WHERE r.valid_from <= $at AND $at < r.valid_to
WITH a, b, r, a.code + $mark + b.code + $mark
     + CASE WHEN r.product IS NULL THEN '' ELSE r.product END
     + $mark + CASE WHEN r.source IS NULL THEN '' ELSE r.source END + $mark + r.valid_from AS key
WHERE key > $after AND ($end = '' OR b.code = $end)
RETURN a.code AS start, b.code AS end, properties(r) AS link, key ORDER BY key LIMIT $limit
"""
_PUBLIC: LiteralString = """
WHERE r.valid_from <= $at AND $at < r.valid_to AND (b.published = true OR $drafts)
WITH a, b, r, a.code + $mark + b.code + $mark
     + $mark + CASE WHEN r.source IS NULL THEN '' ELSE r.source END + $mark + r.valid_from AS key
WHERE key > $after AND ($end = '' OR b.code = $end)
RETURN a.code AS start, b.code AS end, properties(r) AS link, key ORDER BY key LIMIT $limit
"""
_NODE: LiteralString = "UNWIND $codes AS code MATCH (a:ChainNode {code: code})"
_FIRM: LiteralString = "UNWIND $codes AS code MATCH (a:Enterprise {code: code})"

LINKS_FROM: dict[str, LiteralString] = {
    "IN_CHAIN": _NODE + "-[r:IN_CHAIN]->(b:Chain)" + _PUBLIC,
    "KIND_OF": _NODE + "-[r:KIND_OF]->(b:ChainNode)" + _WANTED,
    "SUPPLIES": _NODE + "-[r:SUPPLIES]->(b:ChainNode)" + _WANTED,
    "MAKES": _FIRM + "-[r:MAKES]->(b:ChainNode)" + _WANTED,
    "BELONGS_TO": _FIRM + "-[r:BELONGS_TO]->(b:ChainNode)" + _WANTED,
    "LOCATED_IN": _FIRM + "-[r:LOCATED_IN]->(b:Region)" + _WANTED,
    "TRADES_WITH": _FIRM + "-[r:TRADES_WITH]->(b:Enterprise)" + _WANTED,
    "IN_GROUP": _FIRM + "-[r:IN_GROUP]->(b:Owner)" + _WANTED,
    "CONTROLLED_BY": _FIRM + "-[r:CONTROLLED_BY]->(b:Owner)" + _WANTED,
}
"""Links that start at some codes."""
LINKS_INTO: dict[str, LiteralString] = {
    "IN_CHAIN": "MATCH (b:Chain {code: $end})<-[r:IN_CHAIN]-(a:ChainNode)" + _PUBLIC,
    "KIND_OF": "MATCH (b:ChainNode {code: $end})<-[r:KIND_OF]-(a:ChainNode)" + _WANTED,
    "SUPPLIES": "MATCH (b:ChainNode {code: $end})<-[r:SUPPLIES]-(a:ChainNode)" + _WANTED,
    "MAKES": "MATCH (b:ChainNode {code: $end})<-[r:MAKES]-(a:Enterprise)" + _WANTED,
    "BELONGS_TO": "MATCH (b:ChainNode {code: $end})<-[r:BELONGS_TO]-(a:Enterprise)" + _WANTED,
    "LOCATED_IN": "MATCH (b:Region {code: $end})<-[r:LOCATED_IN]-(a:Enterprise)" + _WANTED,
    "TRADES_WITH": "MATCH (b:Enterprise {code: $end})<-[r:TRADES_WITH]-(a:Enterprise)" + _WANTED,
    "IN_GROUP": "MATCH (b:Owner {code: $end})<-[r:IN_GROUP]-(a:Enterprise)" + _WANTED,
    "CONTROLLED_BY": "MATCH (b:Owner {code: $end})<-[r:CONTROLLED_BY]-(a:Enterprise)" + _WANTED,
}
"""Links that end at one code."""
STARTS: dict[str, LiteralString] = {
    "ChainNode": "MATCH (n:ChainNode) WHERE n.code >= $first"
    " RETURN n.code AS code ORDER BY code LIMIT $limit",
    "Enterprise": "MATCH (n:Enterprise) WHERE n.code >= $first"
    " RETURN n.code AS code ORDER BY code LIMIT $limit",
}
"""Where links may start, from a code on."""
