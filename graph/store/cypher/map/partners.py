"""Single hops from known places to their neighbours, each bounded, for walking to partners.

Every hop takes ``$codes`` and ``$limit`` (ways on for one code) and returns ``hops``: one list of
lists, which travels as one record instead of hundreds. A hop "near" crosses one bridge (NEAR or
KIND_OF) first; both kinds together come as two records.
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
_ON: LiteralString = " WITH code, l, x, 1 AS spread"
_COLLECT: LiteralString = """
RETURN collect([code, l.source, l.as_of, l.confidence, x.code, x.name, x.name_en, x.kind,
                l.weight, l.share, spread, l.last_seen]) AS hops
"""
_COLLECT_NEAR: LiteralString = """
RETURN collect([code, l.source, l.as_of, l.confidence, x.code, x.name, x.name_en, x.kind,
                l.weight, l.share, spread, l.last_seen,
                type(b), startNode(b) = n, m.code, m.name, m.name_en, m.kind,
                b.score, b.method, b.source, b.as_of, b.confidence]) AS hops
"""
_AND: LiteralString = " UNION ALL "
_NEAREST: LiteralString = " ORDER BY coalesce(b.score, 0.6) DESC, "

MATERIALS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)<-[l:SUPPLIES]-(x:ChainNode) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY l.weight DESC, x.code LIMIT $limit }"
    + " WITH code, l, x, COUNT { (x)-[:SUPPLIES]->() } AS spread"
    + _COLLECT
)
_MATERIALS_NEAR: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[b:NEAR|KIND_OF]-(m:ChainNode)<-[l:SUPPLIES]-(x:ChainNode) WHERE "
    + _HOLDS
    + _BRIDGE_HOLDS
    + "RETURN b, m, l, x"
    + _NEAREST
    + "x.code LIMIT $limit }"
    + " WITH code, n, b, m, l, x, COUNT { (x)-[:SUPPLIES]->() } AS spread"
    + _COLLECT_NEAR
)
LIKELY_MATERIALS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)<-[l:LIKELY_FOR]-(x:ChainNode)"
    + " RETURN l, x ORDER BY l.confidence DESC, x.code LIMIT $limit }"
    + _ON
    + _COLLECT
)
LIKELY_USES: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[l:LIKELY_FOR]->(x:ChainNode)"
    + " RETURN l, x ORDER BY l.confidence DESC, x.code LIMIT $limit }"
    + _ON
    + _COLLECT
)
_FITTINGS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)<-[l:FITS]-(x:ChainNode)"
    + " RETURN l, x ORDER BY l.confidence DESC, x.code LIMIT $limit }"
    + _ON
    + _COLLECT
)
_FITTINGS_NEAR: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[b:NEAR|KIND_OF]-(m:ChainNode)<-[l:FITS]-(x:ChainNode) WHERE true"
    + _BRIDGE_HOLDS
    + "RETURN b, m, l, x"
    + _NEAREST
    + "l.confidence DESC, x.code LIMIT $limit }"
    + " WITH code, n, b, m, l, x, 1 AS spread"
    + _COLLECT_NEAR
)
_FITTED: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[l:FITS]->(x:ChainNode)"
    + " RETURN l, x ORDER BY l.confidence DESC, x.code LIMIT $limit }"
    + _ON
    + _COLLECT
)
_FITTED_NEAR: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[b:NEAR|KIND_OF]-(m:ChainNode)-[l:FITS]->(x:ChainNode) WHERE true"
    + _BRIDGE_HOLDS
    + "RETURN b, m, l, x"
    + _NEAREST
    + "l.confidence DESC, x.code LIMIT $limit }"
    + " WITH code, n, b, m, l, x, 1 AS spread"
    + _COLLECT_NEAR
)
USES: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[l:SUPPLIES]->(x:ChainNode) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY l.weight DESC, x.code LIMIT $limit }"
    + " WITH code, l, x, COUNT { (x)<-[:SUPPLIES]-() } AS spread"
    + _COLLECT
)
_USES_NEAR: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[b:NEAR|KIND_OF]-(m:ChainNode)-[l:SUPPLIES]->(x:ChainNode) WHERE "
    + _HOLDS
    + _BRIDGE_HOLDS
    + "RETURN b, m, l, x"
    + _NEAREST
    + "x.code LIMIT $limit }"
    + " WITH code, n, b, m, l, x, COUNT { (x)<-[:SUPPLIES]-() } AS spread"
    + _COLLECT_NEAR
)
MAKERS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)<-[l:MAKES]-(x:Enterprise) WHERE "
    + _HOLDS
    + _FITS
    + "RETURN l, x ORDER BY coalesce(l.share, 0.0) DESC, x.code LIMIT $limit }"
    + _ON
    + _COLLECT
)
_MAKERS_NEAR: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[b:NEAR|KIND_OF]-(m:ChainNode)<-[l:MAKES]-(x:Enterprise) WHERE "
    + _HOLDS
    + _BRIDGE_HOLDS
    + _FITS
    + "RETURN b, m, l, x"
    + _NEAREST
    + "coalesce(l.share, 0.0) DESC, x.code LIMIT $limit }"
    + " WITH code, n, b, m, l, x, 1 AS spread"
    + _COLLECT_NEAR
)
MATERIALS_AND_NEAR: LiteralString = MATERIALS + _AND + _MATERIALS_NEAR
USES_AND_NEAR: LiteralString = USES + _AND + _USES_NEAR
FITTINGS_AND_NEAR: LiteralString = _FITTINGS + _AND + _FITTINGS_NEAR
FITTED_AND_NEAR: LiteralString = _FITTED + _AND + _FITTED_NEAR
MAKERS_AND_NEAR: LiteralString = MAKERS + _AND + _MAKERS_NEAR
PRODUCTS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)-[l:MAKES]->(x:ChainNode) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY coalesce(l.share, 0.0) DESC, x.code LIMIT $limit }"
    + _ON
    + _COLLECT
)
INDUSTRIES: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)-[l:BELONGS_TO]->(x:ChainNode) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY x.code LIMIT $limit }"
    + _ON
    + _COLLECT
)
SIBLINGS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)-[l:KIND_OF]->(:ChainNode)<-[m:KIND_OF]-(x:ChainNode) WHERE "
    + _HOLDS
    + " AND m.valid_from <= $at AND $at < m.valid_to AND x.code <> n.code"
    + " RETURN l, x ORDER BY x.code LIMIT $limit }"
    + _ON
    + _COLLECT
)
MEMBERS: LiteralString = (
    _EACH_NODE
    + "MATCH (n)<-[l:BELONGS_TO]-(x:Enterprise) WHERE "
    + _HOLDS
    + _FITS
    + "RETURN l, x ORDER BY x.code LIMIT $limit }"
    + _ON
    + _COLLECT
)
SELLERS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)<-[l:TRADES_WITH]-(x:Enterprise) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY l.last_seen DESC, l.times DESC, x.code LIMIT $limit }"
    + " WITH code, l, x, COUNT { (x)-[:TRADES_WITH]->() } AS spread"
    + _COLLECT
)
BUYERS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)-[l:TRADES_WITH]->(x:Enterprise) WHERE "
    + _HOLDS
    + " RETURN l, x ORDER BY l.last_seen DESC, l.times DESC, x.code LIMIT $limit }"
    + " WITH code, l, x, COUNT { (x)<-[:TRADES_WITH]-() } AS spread"
    + _COLLECT
)
NEW_SELLERS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)<-[l:TRADES_WITH]-(x:Enterprise) WHERE "
    + _HOLDS
    + _FITS
    + "RETURN l, x ORDER BY l.last_seen DESC, l.times DESC, x.code LIMIT $limit }"
    + " WITH code, l, x, COUNT { (x)-[:TRADES_WITH]->() } AS spread"
    + _COLLECT
)
NEW_BUYERS: LiteralString = (
    _EACH_ENTERPRISE
    + "MATCH (n)-[l:TRADES_WITH]->(x:Enterprise) WHERE "
    + _HOLDS
    + _FITS
    + "RETURN l, x ORDER BY l.last_seen DESC, l.times DESC, x.code LIMIT $limit }"
    + " WITH code, l, x, COUNT { (x)<-[:TRADES_WITH]-() } AS spread"
    + _COLLECT
)
PAST: LiteralString = """
MATCH (e:Enterprise {code: $code})
CALL {
  WITH e
  MATCH (e)-[l:TRADES_WITH]-(x:Enterprise) WHERE l.valid_from <= $at AND $at < l.valid_to
  WITH DISTINCT x.code AS code, startNode(l) = e AS sells LIMIT $limit
  RETURN collect([code, sells]) AS known
}
CALL {
  WITH e
  MATCH (e)-[:DISMISSED]->(p:Enterprise) RETURN collect(p.code) AS dismissed
}
RETURN known, dismissed
"""
EXISTING_CODES: LiteralString = """
UNWIND $codes AS given
OPTIONAL MATCH (e:Enterprise {code: given})
OPTIONAL MATCH (:FormerCode {code: given})-[:NOW]->(o:Enterprise)
WITH coalesce(e.code, o.code) AS code WHERE code IS NOT NULL
RETURN DISTINCT code ORDER BY code
"""
CODES_BY_NAME: LiteralString = """
MATCH (e:Enterprise {name: $name}) RETURN e.code AS code ORDER BY code LIMIT 20
"""
CODES_BY_FORMER_NAME: LiteralString = """
MATCH (:FormerCode {name: $name})-[:NOW]->(e:Enterprise)
RETURN DISTINCT e.code AS code ORDER BY code LIMIT 20
"""
CODES_BY_SHORT_NAME: LiteralString = """
MATCH (e:Enterprise) WHERE e.short_name = $name RETURN e.code AS code ORDER BY code LIMIT 20
"""
