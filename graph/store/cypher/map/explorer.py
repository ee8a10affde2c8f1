"""The map as the explorer reads it. ``$at`` is the day for which the map is read.

Every statement is bounded by ``$limit``, or by a list of codes that the caller bounds. What may be
thousands of rows leaves as one record of long lists, which is read five times as fast.
"""

from typing import LiteralString

LIST_CHAIN: LiteralString = """
MATCH (:Chain {code: $code})<-[p:IN_CHAIN]-(n:ChainNode)
WHERE p.valid_from <= $at AND $at < p.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, p.stage AS stage
ORDER BY CASE WHEN p.position IS NULL THEN 1000000 ELSE p.position END, code LIMIT $limit
"""
LIST_INDUSTRIES: LiteralString = """
MATCH (n:ChainNode)-[s:SUPPLIES]-(:ChainNode)
WHERE n.kind = 'industry' AND s.valid_from <= $at AND $at < s.valid_to
RETURN DISTINCT n.code AS code, n.name AS name, n.name_en AS name_en ORDER BY code LIMIT $limit
"""
LIST_NODES: LiteralString = """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
RETURN n.code AS code, n.name AS name, n.name_en AS name_en
"""
LIST_MATERIALS: LiteralString = """
UNWIND $codes AS code
MATCH (:ChainNode {code: code})<-[s:SUPPLIES]-(n:ChainNode)
WHERE s.valid_from <= $at AND $at < s.valid_to
RETURN DISTINCT n.code AS code ORDER BY code LIMIT $limit
"""
LIST_USES: LiteralString = """
UNWIND $codes AS code
MATCH (:ChainNode {code: code})-[s:SUPPLIES]->(n:ChainNode)
WHERE s.valid_from <= $at AND $at < s.valid_to
RETURN DISTINCT n.code AS code ORDER BY code LIMIT $limit
"""
LIST_SUPPLIES: LiteralString = """
UNWIND $codes AS code
MATCH (:ChainNode {code: code})-[s:SUPPLIES]->(n:ChainNode)
WHERE s.valid_from <= $at AND $at < s.valid_to
WITH code AS start, n.code AS end, max(coalesce(s.weight, 1.0)) AS weight, count(s) AS links
RETURN collect(start) AS start, collect(end) AS end, collect(weight) AS weight,
       collect(links) AS links
"""
LIST_BROADER: LiteralString = """
UNWIND $codes AS code
MATCH (:ChainNode {code: code})-[k:KIND_OF]->(n:ChainNode)
WHERE k.valid_from <= $at AND $at < k.valid_to
RETURN code, n.code AS broader, n.name AS name, n.name_en AS name_en ORDER BY code, broader
"""
LIST_MAKERS: LiteralString = """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
OPTIONAL MATCH (n)<-[k:KIND_OF*0..3]-(d:ChainNode)
WHERE all(l IN k WHERE l.valid_from <= $at AND $at < l.valid_to)
MATCH (d)<-[m:MAKES|BELONGS_TO]-(e:Enterprise)
WHERE m.valid_from <= $at AND $at < m.valid_to
WITH DISTINCT n.code AS node, d.code AS made, e.code AS maker LIMIT $limit
RETURN collect(node) AS node, collect(made) AS made, collect(maker) AS maker
"""
COUNT_MAKERS: LiteralString = """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
OPTIONAL MATCH (n)<-[k:KIND_OF*0..3]-(d:ChainNode)
WHERE all(l IN k WHERE l.valid_from <= $at AND $at < l.valid_to)
MATCH (d)<-[m:MAKES|BELONGS_TO]-(e:Enterprise)
WHERE m.valid_from <= $at AND $at < m.valid_to
RETURN code, count(DISTINCT e.code) AS makers
"""
COUNT_MAKERS_IN: LiteralString = """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
OPTIONAL MATCH (n)<-[k:KIND_OF*0..3]-(d:ChainNode)
WHERE all(l IN k WHERE l.valid_from <= $at AND $at < l.valid_to)
MATCH (d)<-[m:MAKES|BELONGS_TO]-(e:Enterprise)-[p:LOCATED_IN]->(r:Region)
WHERE m.valid_from <= $at AND $at < m.valid_to AND p.valid_from <= $at AND $at < p.valid_to
  AND r.code IN $regions
RETURN code, count(DISTINCT e.code) AS makers
"""
LIST_ENTERPRISES: LiteralString = """
UNWIND $codes AS code
MATCH (e:Enterprise {code: code})
OPTIONAL MATCH (e)-[l:LOCATED_IN]->(r:Region)
WHERE l.valid_from <= $at AND $at < l.valid_to
WITH code, e, r ORDER BY code, r.code
RETURN collect(code) AS code, collect(coalesce(e.short_name, e.name)) AS name,
       collect(coalesce(e.name_en, '')) AS name_en, collect(coalesce(r.code, '')) AS region,
       collect(coalesce(r.name, '')) AS district, collect(coalesce(r.name_en, '')) AS district_en
"""
LIST_TRADES: LiteralString = """
UNWIND $codes AS code
MATCH (:Enterprise {code: code})-[t:TRADES_WITH]->(o:Enterprise)
WHERE t.valid_from <= $at AND $at < t.valid_to
WITH code AS start, o.code AS end, count(t) AS links LIMIT $limit
RETURN collect(start) AS start, collect(end) AS end, collect(links) AS links
"""
LIST_SUPPLIERS: LiteralString = """
UNWIND $codes AS code
MATCH (:Enterprise {code: code})<-[t:TRADES_WITH]-(o:Enterprise)
WHERE t.valid_from <= $at AND $at < t.valid_to
RETURN o.code AS code, max(coalesce(t.last_seen, t.as_of)) AS seen
ORDER BY seen DESC, code LIMIT $limit
"""
LIST_CUSTOMERS: LiteralString = """
UNWIND $codes AS code
MATCH (:Enterprise {code: code})-[t:TRADES_WITH]->(o:Enterprise)
WHERE t.valid_from <= $at AND $at < t.valid_to
RETURN o.code AS code, max(coalesce(t.last_seen, t.as_of)) AS seen
ORDER BY seen DESC, code LIMIT $limit
"""
LIST_PRODUCTS: LiteralString = """
MATCH (:Enterprise {code: $code})-[m:MAKES|BELONGS_TO]->(n:ChainNode)
WHERE m.valid_from <= $at AND $at < m.valid_to
RETURN n.code AS code, max(coalesce(m.share, 0.0)) AS share ORDER BY share DESC, code LIMIT $limit
"""
LIST_WITHIN: LiteralString = """
MATCH (a:Region)-[:WITHIN]->(b:Region) RETURN a.code AS inner, b.code AS outer
"""
LIST_FACTS: LiteralString = """
MATCH (a:ChainNode {code: $start})-[l:SUPPLIES|KIND_OF]->(b:ChainNode {code: $end})
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN type(l) AS type, properties(l) AS link ORDER BY type, link.as_of DESC LIMIT $limit
"""
LIST_MADE: LiteralString = """
MATCH (a:Enterprise {code: $start})-[l:MAKES|BELONGS_TO]->(b:ChainNode {code: $end})
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN type(l) AS type, properties(l) AS link ORDER BY type LIMIT $limit
"""
LIST_TRADE_FACTS: LiteralString = """
MATCH (a:Enterprise {code: $start})-[l:TRADES_WITH]->(b:Enterprise {code: $end})
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN type(l) AS type, properties(l) AS link ORDER BY type LIMIT $limit
"""
LIST_CENTRES: LiteralString = """
MATCH (n:ChainNode)<-[b:BELONGS_TO]-(:Enterprise)
WHERE b.valid_from <= $at AND $at < b.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, count(b) AS makers
ORDER BY makers DESC, code LIMIT $limit
"""
LIST_MAKER_LINKS: LiteralString = """
MATCH (n:ChainNode {code: $code})
OPTIONAL MATCH (n)<-[k:KIND_OF*0..3]-(d:ChainNode)
WHERE all(l IN k WHERE l.valid_from <= $at AND $at < l.valid_to)
MATCH (d)<-[m:MAKES|BELONGS_TO]-(e:Enterprise)
WHERE m.valid_from <= $at AND $at < m.valid_to
WITH DISTINCT d, m, e ORDER BY e.code, d.code LIMIT $limit
OPTIONAL MATCH (e)-[l:LOCATED_IN]->(r:Region)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN e.code AS code, e.name AS name, e.name_en AS name_en, d.code AS made, d.name AS made_name,
       d.name_en AS made_name_en, properties(m) AS link, r.code AS region, r.name AS region_name,
       r.name_en AS region_name_en
ORDER BY code, made, region
"""
