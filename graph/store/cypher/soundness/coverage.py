"""What is told of enterprises and nodes and what is not: one predicate each for figure and rows.

``$at`` is the day for which the map is read, ``$home`` the region that counts as local.
"""

from typing import LiteralString

_HOLDS: LiteralString = " WHERE l.valid_from <= $at AND $at < l.valid_to }"

OF_ENTERPRISES: dict[str, LiteralString] = {
    "credit_code": "(e.code STARTS WITH 'uscc:' OR coalesce(e.credit_code, '') <> '')",
    "region": "EXISTS { (e)-[l:LOCATED_IN]->(:Region)" + _HOLDS,
    "coordinates": "(e.longitude IS NOT NULL AND e.latitude IS NOT NULL)",
    "products": "EXISTS { (e)-[l:MAKES]->(:ChainNode)" + _HOLDS,
    "industry": "EXISTS { (e)-[l:BELONGS_TO]->(:ChainNode)" + _HOLDS,
    "trade": "EXISTS { (e)-[l:TRADES_WITH]-(:Enterprise)" + _HOLDS,
    "any_link": "(EXISTS { (e)-[l:MAKES]->(:ChainNode)"
    + _HOLDS
    + " OR EXISTS { (e)-[l:TRADES_WITH]-(:Enterprise)"
    + _HOLDS
    + " OR EXISTS { (e)-[l:BELONGS_TO]->(:ChainNode)"
    + _HOLDS
    + ")",
    "size": "coalesce(e.size, '') <> ''",
    "website": "coalesce(e.website, '') <> ''",
    "summary": "coalesce(e.summary, '') <> ''",
    "contact": "EXISTS { (e)-[:HAS_CONTACT]->(:Contact) }",
    "account": "EXISTS { (e)<-[:ACTS_FOR]-(:User) }",
}
OF_NODES: dict[str, LiteralString] = {
    "in_chain": "EXISTS { (n)-[l:IN_CHAIN]->(:Chain)" + _HOLDS,
    "makers": "EXISTS { (n)<-[l:MAKES]-(:Enterprise)" + _HOLDS,
    "local_makers": "n.code IN $local",
    "supplier": "EXISTS { (n)<-[l:SUPPLIES]-(:ChainNode)" + _HOLDS,
    "buyer": "EXISTS { (n)-[l:SUPPLIES]->(:ChainNode)" + _HOLDS,
    "broader": "EXISTS { (n)-[l:KIND_OF]->(:ChainNode)" + _HOLDS,
    "english": "coalesce(n.name_en, '') <> ''",
}

LIST_LOCAL_NODES: LiteralString = """
MATCH (r:Region)-[:WITHIN*0..4]->(:Region {code: $home})
MATCH (e:Enterprise)-[i:LOCATED_IN]->(r) WHERE i.valid_from <= $at AND $at < i.valid_to
MATCH (e)-[l:MAKES]->(n:ChainNode) WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN DISTINCT n.code AS code
"""


def _joined(predicates: dict[str, LiteralString]) -> LiteralString:
    text: LiteralString = ""
    for predicate in predicates.values():
        text = text + (", " if text else "") + "CASE WHEN " + predicate + " THEN 1 ELSE 0 END"
    return text


STREAM_ENTERPRISES: LiteralString = (
    "MATCH (e:Enterprise) RETURN e.code AS code, e.sources AS sources, ["
    + _joined(OF_ENTERPRISES)
    + "] AS told"
)
STREAM_NODES: LiteralString = (
    "MATCH (n:ChainNode) RETURN n.code AS code, n.sources AS sources, ["
    + _joined(OF_NODES)
    + "] AS told"
)
STREAM_NODE_CHAINS: LiteralString = """
MATCH (n:ChainNode)-[l:IN_CHAIN]->(c:Chain) WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN DISTINCT n.code AS code, c.code AS chain
"""

_OF_ENTERPRISE: LiteralString = """
MATCH (e:Enterprise)
WHERE ($source = '' OR $source IN e.sources)
  AND ($chain = '' OR EXISTS { (e)-[m:MAKES]->(:ChainNode)-[i:IN_CHAIN]->(:Chain {code: $chain})
       WHERE m.valid_from <= $at AND $at < m.valid_to AND i.valid_from <= $at
         AND $at < i.valid_to })
  AND e.code > $after AND CASE WHEN """
_OF_NODE: LiteralString = """
MATCH (n:ChainNode)
WHERE ($source = '' OR $source IN n.sources)
  AND ($chain = '' OR EXISTS { (n)-[i:IN_CHAIN]->(:Chain {code: $chain})
       WHERE i.valid_from <= $at AND $at < i.valid_to })
  AND n.code > $after AND CASE WHEN """
_TOLD: LiteralString = " THEN true ELSE false END = $told "
_ENTERPRISE_ROWS: LiteralString = """
RETURN e.code AS code, e.name AS name, e.name_en AS name_en, e.sources AS sources
ORDER BY code SKIP $skip LIMIT $limit
"""
_NODE_ROWS: LiteralString = """
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, n.sources AS sources
ORDER BY code SKIP $skip LIMIT $limit
"""
_COUNTED: LiteralString = " RETURN count(*) AS total"

LIST_ENTERPRISES: dict[str, LiteralString] = {
    key: _OF_ENTERPRISE + predicate + _TOLD + _ENTERPRISE_ROWS
    for key, predicate in OF_ENTERPRISES.items()
}
COUNT_ENTERPRISES: dict[str, LiteralString] = {
    key: _OF_ENTERPRISE + predicate + _TOLD + _COUNTED for key, predicate in OF_ENTERPRISES.items()
}
LIST_NODES: dict[str, LiteralString] = {
    key: _OF_NODE + predicate + _TOLD + _NODE_ROWS for key, predicate in OF_NODES.items()
}
COUNT_NODES: dict[str, LiteralString] = {
    key: _OF_NODE + predicate + _TOLD + _COUNTED for key, predicate in OF_NODES.items()
}
