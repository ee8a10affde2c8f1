"""How old what holds is: links by source and day, and each one older than a day."""

from typing import LiteralString

BETWEEN: dict[str, LiteralString] = {
    "LOCATED_IN": "MATCH (a:Enterprise)-[l:LOCATED_IN]->(b:Region) ",
    "IN_CHAIN": "MATCH (a:ChainNode)-[l:IN_CHAIN]->(b:Chain) ",
    "KIND_OF": "MATCH (a:ChainNode)-[l:KIND_OF]->(b:ChainNode) ",
    "SUPPLIES": "MATCH (a:ChainNode)-[l:SUPPLIES]->(b:ChainNode) ",
    "MAKES": "MATCH (a:Enterprise)-[l:MAKES]->(b:ChainNode) ",
    "BELONGS_TO": "MATCH (a:Enterprise)-[l:BELONGS_TO]->(b:ChainNode) ",
    "TRADES_WITH": "MATCH (a:Enterprise)-[l:TRADES_WITH]->(b:Enterprise) ",
    "IN_GROUP": "MATCH (a:Enterprise)-[l:IN_GROUP]->(b:Owner) ",
    "CONTROLLED_BY": "MATCH (a:Enterprise)-[l:CONTROLLED_BY]->(b:Owner) ",
}
"""Every link type that states a fact, from its start to its end."""
_HOLDS: LiteralString = "WHERE l.valid_from <= $at AND $at < l.valid_to "
_BY_DAY: LiteralString = "RETURN l.source AS source, l.as_of AS as_of, count(*) AS total"
_OLD: LiteralString = """
AND l.as_of < $before AND ($source = '' OR l.source = $source)
"""
_OF_CHAIN: dict[str, LiteralString] = {
    "MAKES": "AND ($chain = '' OR EXISTS { (b)-[:IN_CHAIN]->(:Chain {code: $chain}) }) ",
    "IN_CHAIN": "AND ($chain = '' OR b.code = $chain) ",
    "SUPPLIES": "AND ($chain = '' OR EXISTS { (b)-[:IN_CHAIN]->(:Chain {code: $chain}) }) ",
}
_ROWS: LiteralString = """
WITH a, b, l, coalesce(l.as_of, '') + $mark + a.code + $mark + b.code + $mark
              + coalesce(l.source, '') + $mark + coalesce(l.product, '') AS key
WHERE key > $after
RETURN key, a.code AS start, a.name AS start_name, a.name_en AS start_name_en,
       b.code AS end, b.name AS end_name, b.name_en AS end_name_en,
       l.source AS source, l.as_of AS as_of
ORDER BY key SKIP $skip LIMIT $limit
"""
COUNT_BY_DAY: dict[str, LiteralString] = {
    name: between + _HOLDS + _BY_DAY for name, between in BETWEEN.items()
}
COUNT_BY_CHAIN: dict[str, LiteralString] = {
    "MAKES": """
MATCH (c:Chain)<-[:IN_CHAIN]-(n:ChainNode)
WITH DISTINCT c, n
MATCH (n)<-[l:MAKES]-(:Enterprise)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN c.code AS chain, l.as_of AS as_of, count(*) AS total
""",
    "IN_CHAIN": """
MATCH (:ChainNode)-[l:IN_CHAIN]->(c:Chain)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN c.code AS chain, l.as_of AS as_of, count(*) AS total
""",
    "SUPPLIES": """
MATCH (c:Chain)<-[:IN_CHAIN]-(n:ChainNode)
WITH DISTINCT c, n
MATCH (n)<-[l:SUPPLIES]-(:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN c.code AS chain, l.as_of AS as_of, count(*) AS total
""",
}
LIST_OLD: dict[str, LiteralString] = {
    name: between + _HOLDS + _OLD + _OF_CHAIN.get(name, "") + _ROWS
    for name, between in BETWEEN.items()
}
COUNT_OLD: dict[str, LiteralString] = {
    name: between + _HOLDS + _OLD + _OF_CHAIN.get(name, "") + "RETURN count(*) AS total"
    for name, between in BETWEEN.items()
}
LATEST_OF_ENTERPRISES: LiteralString = """
MATCH (e:Enterprise)-[l:MAKES|TRADES_WITH|BELONGS_TO|LOCATED_IN]-()
WHERE l.valid_from <= $at AND $at < l.valid_to
WITH e, max(l.as_of) AS last
RETURN e.source AS source, last AS as_of, count(*) AS total
"""
_LATEST: LiteralString = """
MATCH (e:Enterprise)-[l:MAKES|TRADES_WITH|BELONGS_TO|LOCATED_IN]-()
WHERE l.valid_from <= $at AND $at < l.valid_to AND ($source = '' OR e.source = $source)
WITH e, max(l.as_of) AS last WHERE last < $before
"""
LIST_OLD_ENTERPRISES: LiteralString = (
    _LATEST
    + """
WITH e, last, last + $mark + e.code AS key WHERE key > $after
RETURN key, e.code AS start, e.name AS start_name, e.name_en AS start_name_en, '' AS end,
       '' AS end_name, '' AS end_name_en, e.source AS source, last AS as_of
ORDER BY key SKIP $skip LIMIT $limit
"""
)
COUNT_OLD_ENTERPRISES: LiteralString = _LATEST + "RETURN count(*) AS total"
