"""What cannot be true at once. Rows: code, name, name_en of one or two, detail, sources."""

from typing import LiteralString

from graph.store.cypher.soundness.ageing import BETWEEN

_HOLDS: LiteralString = "l.valid_from <= $at AND $at < l.valid_to"
_ENDS: LiteralString = """
RETURN a.code AS code, a.name AS name, a.name_en AS name_en, b.code AS other,
       b.name AS other_name, b.name_en AS other_name_en, """
_ONE: LiteralString = """
RETURN e.code AS code, e.name AS name, e.name_en AS name_en, '' AS other, '' AS other_name,
       '' AS other_name_en, """

PLACES: LiteralString = """
MATCH (e:Enterprise)-[l:LOCATED_IN]->(r:Region)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN e.code AS code, e.name AS name, e.name_en AS name_en, r.code AS region,
       r.name AS region_name, l.source AS source
ORDER BY code, region
"""
ENTERPRISE_FACTS: LiteralString = """
MATCH (e:Enterprise)
RETURN e.code AS code, e.name AS name, e.name_en AS name_en, e.credit_code AS credit_code,
       e.longitude AS longitude, e.latitude AS latitude, e.datum AS datum, e.sources AS sources
ORDER BY code
"""
UNKNOWN_REGION: LiteralString = (
    "MATCH (e:Enterprise) WHERE coalesce(e.region, '') <> ''"
    " AND NOT EXISTS { MATCH (r:Region) WHERE r.code = e.region OR r.name = e.region }"
    + _ONE
    + "e.region AS detail, e.sources AS sources ORDER BY code"
)
MUTUAL_TRADE: LiteralString = (
    "MATCH (a:Enterprise)-[l:TRADES_WITH]->(b:Enterprise)-[m:TRADES_WITH]->(a) WHERE "
    + _HOLDS
    + " AND m.valid_from <= $at AND $at < m.valid_to AND a.code < b.code"
    " AND coalesce(l.product, '') <> '' AND l.product = m.product"
    + _ENDS
    + "l.product AS detail, [l.source, m.source] AS sources ORDER BY code, other, detail"
)
SHARE_SUM: LiteralString = (
    "MATCH (e:Enterprise)-[l:MAKES]->(:ChainNode) WHERE "
    + _HOLDS
    + " AND l.share IS NOT NULL WITH e, l.source AS source, sum(l.share) AS total"
    " WHERE total > $most"
    + _ONE
    + "toString(round(total * 1000) / 10.0) + '%' AS detail, [source] AS sources ORDER BY code"
)
SHARE_RANGE: LiteralString = (
    "MATCH (a:Enterprise)-[l:MAKES]->(b:ChainNode) WHERE "
    + _HOLDS
    + " AND (l.share < 0 OR l.share > 1)"
    + _ENDS
    + "toString(l.share) AS detail, [l.source] AS sources ORDER BY code, other"
)
SEEN_ORDER: LiteralString = (
    "MATCH (a:Enterprise)-[l:TRADES_WITH]->(b:Enterprise) WHERE "
    + _HOLDS
    + " AND l.first_seen > l.last_seen AND l.last_seen <> ''"
    + _ENDS
    + "l.first_seen + ' > ' + l.last_seen AS detail, [l.source] AS sources ORDER BY code, other"
)
SELF_LINKS: tuple[LiteralString, ...] = (
    "MATCH (a:Enterprise)-[l:TRADES_WITH]->(b:Enterprise) WHERE a.code = b.code AND "
    + _HOLDS
    + _ENDS
    + "'TRADES_WITH' AS detail, [l.source] AS sources ORDER BY code",
    "MATCH (a:ChainNode)-[l:SUPPLIES]->(b:ChainNode) WHERE a.code = b.code AND "
    + _HOLDS
    + _ENDS
    + "'SUPPLIES' AS detail, [l.source] AS sources ORDER BY code",
    "MATCH (a:ChainNode)-[l:KIND_OF]->(b:ChainNode) WHERE a.code = b.code AND "
    + _HOLDS
    + _ENDS
    + "'KIND_OF' AS detail, [l.source] AS sources ORDER BY code",
)
TIMES: tuple[LiteralString, ...] = tuple(
    between
    + "WHERE l.valid_to < l.valid_from "
    + _ENDS
    + "type(l) + ' ' + l.valid_from + ' > ' + l.valid_to AS detail, [l.source] AS sources"
    + " ORDER BY code, other"
    for between in BETWEEN.values()
)
FUTURE: tuple[LiteralString, ...] = tuple(
    between
    + "WHERE l.as_of > $at "
    + _ENDS
    + "type(l) + ' ' + l.as_of AS detail, [l.source] AS sources ORDER BY code, other"
    for between in BETWEEN.values()
)
PAIRS: dict[str, LiteralString] = {
    "SUPPLIES": "MATCH (a:ChainNode)-[l:SUPPLIES]->(b:ChainNode) WHERE a.code <> b.code AND "
    + _HOLDS
    + " RETURN a.code AS start, b.code AS end, l.source AS source",
    "KIND_OF": "MATCH (a:ChainNode)-[l:KIND_OF]->(b:ChainNode) WHERE a.code <> b.code AND "
    + _HOLDS
    + " RETURN a.code AS start, b.code AS end, l.source AS source",
}
NAME_NODES: LiteralString = """
UNWIND $codes AS code MATCH (n:ChainNode {code: code})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en
"""
