"""Single hops from known places to their neighbours, each bounded, for walking to partners.

Every hop takes ``$codes`` and ``$limit`` (rows for one code) and returns rows of the same shape;
a hop "near" crosses one bridge (NEAR or KIND_OF) first.
"""

from typing import LiteralString

_HOLDS: LiteralString = "l.valid_from <= $at AND $at < l.valid_to"
_BRIDGE_HOLDS: LiteralString = """
  AND coalesce(b.valid_from, $at) <= $at AND $at < coalesce(b.valid_to, '9999-12-31')
"""
_FITS: LiteralString = """
  AND coalesce(x.kind, 'company') = $kind
  AND ($region = '' OR $region IN x.regions)
  AND ($chain = '' OR $chain IN x.chains)
  AND ($size = '' OR x.size = $size)
"""
_EACH_NODE: LiteralString = """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
CALL {
  WITH n
"""
_EACH_ENTERPRISE: LiteralString = """
UNWIND $codes AS code
MATCH (n:Enterprise {code: code})
CALL {
  WITH n
"""
_ROW: LiteralString = """
RETURN code AS start, l.source AS source, l.as_of AS as_of, l.confidence AS confidence,
       x.code AS end, x.name AS name, x.name_en AS name_en, x.kind AS kind
"""
_BRIDGE: LiteralString = """,
       type(b) AS bridge, startNode(b) = n AS bridge_forward, b.score AS bridge_score,
       b.method AS bridge_method, b.source AS bridge_source, b.as_of AS bridge_as_of,
       b.confidence AS bridge_confidence, m.code AS via, m.name AS via_name,
       m.name_en AS via_name_en, m.kind AS via_kind
"""
_NEAREST: LiteralString = " ORDER BY coalesce(b.score, 0.6) DESC, "

MATERIALS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)<-[l:SUPPLIES]-(x:ChainNode) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY l.weight DESC, x.code LIMIT $limit }"
    + _ROW
    + ", l.weight AS weight, COUNT { (x)-[:SUPPLIES]->() } AS spread"
)
MATERIALS_NEAR: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[b:NEAR|KIND_OF]-(m:ChainNode)<-[l:SUPPLIES]-(x:ChainNode) WHERE "
    + _HOLDS
    + _BRIDGE_HOLDS
    + "RETURN b, m, l, x"
    + _NEAREST
    + "x.code LIMIT $limit }"
    + _ROW
    + ", l.weight AS weight, COUNT { (x)-[:SUPPLIES]->() } AS spread"
    + _BRIDGE
)
USES: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[l:SUPPLIES]->(x:ChainNode) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY l.weight DESC, x.code LIMIT $limit }"
    + _ROW
    + ", l.weight AS weight, COUNT { (x)<-[:SUPPLIES]-() } AS spread"
)
USES_NEAR: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[b:NEAR|KIND_OF]-(m:ChainNode)-[l:SUPPLIES]->(x:ChainNode) WHERE "
    + _HOLDS
    + _BRIDGE_HOLDS
    + "RETURN b, m, l, x"
    + _NEAREST
    + "x.code LIMIT $limit }"
    + _ROW
    + ", l.weight AS weight, COUNT { (x)<-[:SUPPLIES]-() } AS spread"
    + _BRIDGE
)
MAKERS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)<-[l:MAKES]-(x:Enterprise) WHERE "
    + _HOLDS
    + _FITS
    + "RETURN l, x ORDER BY coalesce(l.share, 0.0) DESC, x.code LIMIT $limit }"
    + _ROW
    + ", l.share AS share"
)
MAKERS_NEAR: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[b:NEAR|KIND_OF]-(m:ChainNode)<-[l:MAKES]-(x:Enterprise) WHERE "
    + _HOLDS
    + _BRIDGE_HOLDS
    + _FITS
    + "RETURN b, m, l, x"
    + _NEAREST
    + "coalesce(l.share, 0.0) DESC, x.code LIMIT $limit }"
    + _ROW
    + ", l.share AS share"
    + _BRIDGE
)
PRODUCTS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)-[l:MAKES]->(x:ChainNode) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY coalesce(l.share, 0.0) DESC, x.code LIMIT $limit }"
    + _ROW
    + ", l.share AS share"
)
INDUSTRIES: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)-[l:BELONGS_TO]->(x:ChainNode) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY x.code LIMIT $limit }"
    + _ROW
)
SIBLINGS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[l:KIND_OF]->(:ChainNode)<-[m:KIND_OF]-(x:ChainNode) WHERE "
    + _HOLDS
    + " AND m.valid_from <= $at AND $at < m.valid_to AND x.code <> n.code"
    + " RETURN l, x ORDER BY x.code LIMIT $limit }"
    + _ROW
)
MEMBERS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)<-[l:BELONGS_TO]-(x:Enterprise) WHERE "
    + _HOLDS
    + _FITS
    + "RETURN l, x ORDER BY x.code LIMIT $limit }"
    + _ROW
)
SELLERS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)<-[l:TRADES_WITH]-(x:Enterprise) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY l.last_seen DESC, l.times DESC, x.code LIMIT $limit }"
    + _ROW
    + ", l.last_seen AS last_seen, COUNT { (x)-[:TRADES_WITH]->() } AS spread"
)
BUYERS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)-[l:TRADES_WITH]->(x:Enterprise) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY l.last_seen DESC, l.times DESC, x.code LIMIT $limit }"
    + _ROW
    + ", l.last_seen AS last_seen, COUNT { (x)<-[:TRADES_WITH]-() } AS spread"
)
NEW_SELLERS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)<-[l:TRADES_WITH]-(x:Enterprise) WHERE "
    + _HOLDS
    + _FITS
    + "RETURN l, x ORDER BY l.last_seen DESC, l.times DESC, x.code LIMIT $limit }"
    + _ROW
    + ", l.last_seen AS last_seen, COUNT { (x)-[:TRADES_WITH]->() } AS spread"
)
NEW_BUYERS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)-[l:TRADES_WITH]->(x:Enterprise) WHERE "
    + _HOLDS
    + _FITS
    + "RETURN l, x ORDER BY l.last_seen DESC, l.times DESC, x.code LIMIT $limit }"
    + _ROW
    + ", l.last_seen AS last_seen, COUNT { (x)<-[:TRADES_WITH]-() } AS spread"
)
KNOWN_PARTNERS: LiteralString = """
MATCH (e:Enterprise {code: $code})-[l:TRADES_WITH]-(x:Enterprise)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN DISTINCT x.code AS code, startNode(l) = e AS sells
LIMIT $limit
"""
EXISTING_CODES: LiteralString = """
UNWIND $codes AS code
MATCH (e:Enterprise {code: code})
RETURN DISTINCT e.code AS code ORDER BY code
"""
CODES_BY_NAME: LiteralString = """
MATCH (e:Enterprise {name: $name}) RETURN e.code AS code ORDER BY code LIMIT 20
"""
CODES_BY_SHORT_NAME: LiteralString = """
MATCH (e:Enterprise) WHERE e.short_name = $name RETURN e.code AS code ORDER BY code LIMIT 20
"""
