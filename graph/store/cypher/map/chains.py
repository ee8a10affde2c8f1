"""Chains as the pages read them. ``$at`` is the day for which the map is read.

Who makes a narrower product makes the broader one: makers are counted over a node and what is
narrower, down to three steps.
"""

from typing import LiteralString

_WITH_NARROWER: LiteralString = """
OPTIONAL MATCH (n)<-[k:KIND_OF*0..3]-(d:ChainNode)
WHERE all(l IN k WHERE l.valid_from <= $at AND $at < l.valid_to)
"""
LIST_SUMMARIES: LiteralString = (
    """
MATCH (c:Chain) WHERE c.published = true OR NOT $only_published
OPTIONAL MATCH (n:ChainNode)-[p:IN_CHAIN]->(c) WHERE p.valid_from <= $at AND $at < p.valid_to
"""
    + _WITH_NARROWER
    + """
OPTIONAL MATCH (d)<-[m:MAKES]-(e:Enterprise) WHERE m.valid_from <= $at AND $at < m.valid_to
WITH c, count(DISTINCT n) AS nodes, count(DISTINCT e) AS enterprises,
     count(DISTINCT CASE WHEN e IS NULL THEN NULL ELSE n.code END) AS made,
     count(DISTINCT CASE WHEN p.stage = 'upstream' THEN n.code ELSE NULL END) AS upstream,
     count(DISTINCT CASE WHEN p.stage = 'midstream' THEN n.code ELSE NULL END) AS midstream,
     count(DISTINCT CASE WHEN p.stage = 'downstream' THEN n.code ELSE NULL END) AS downstream
RETURN c AS chain, nodes, enterprises, nodes - made AS gaps, upstream, midstream, downstream
ORDER BY chain.code
"""
)
FIND: LiteralString = "MATCH (c:Chain {code: $code}) RETURN c AS chain"
LIST_NODES: LiteralString = (
    """
MATCH (:Chain {code: $code})<-[p:IN_CHAIN]-(n:ChainNode)
WHERE p.valid_from <= $at AND $at < p.valid_to
"""
    + _WITH_NARROWER
    + """
OPTIONAL MATCH (d)<-[m:MAKES]-(e:Enterprise) WHERE m.valid_from <= $at AND $at < m.valid_to
WITH n, p, count(DISTINCT e) AS enterprises
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, p.stage AS stage, enterprises
ORDER BY CASE WHEN p.position IS NULL THEN 1000000 ELSE p.position END, code
"""
)
LIST_LINKS: LiteralString = """
MATCH (:Chain {code: $code})<-[p:IN_CHAIN]-(a:ChainNode)-[s:SUPPLIES]->(b:ChainNode)
MATCH (b)-[q:IN_CHAIN]->(:Chain {code: $code})
WHERE s.valid_from <= $at AND $at < s.valid_to AND p.valid_from <= $at AND $at < p.valid_to
  AND q.valid_from <= $at AND $at < q.valid_to
RETURN DISTINCT a.code AS start, b.code AS end ORDER BY start, end
"""
_MAKERS: LiteralString = (
    """
UNWIND $nodes AS code
MATCH (n:ChainNode {code: code})
"""
    + _WITH_NARROWER
    + """
MATCH (d)<-[m:MAKES]-(e:Enterprise)
WHERE m.valid_from <= $at AND $at < m.valid_to
"""
)
COUNT_MAKERS: LiteralString = _MAKERS + "RETURN count(DISTINCT e) AS total"
LIST_MAKERS: LiteralString = (
    _MAKERS
    + """
WITH e, collect(DISTINCT d.name) AS products,
     collect(DISTINCT CASE WHEN d.name_en IS NULL OR d.name_en = '' THEN d.name ELSE d.name_en END)
     AS products_en
ORDER BY CASE WHEN $order = 'name' THEN 0
              WHEN e.size = 'large' THEN 1 WHEN e.size = 'medium' THEN 2
              WHEN e.size = 'small' THEN 3 WHEN e.size = 'micro' THEN 4 ELSE 5 END,
         e.name, e.code
SKIP $skip LIMIT $limit
WITH e, products, products_en,
     head([(e)-[l:LOCATED_IN]->(r:Region) WHERE l.valid_from <= $at AND $at < l.valid_to | r]) AS r
RETURN e.code AS code, e.name AS name, e.name_en AS name_en, e.size AS size,
       e.certifications AS certifications, products, products_en, r.name AS region,
       r.name_en AS region_en
"""
)
FIND_NODE: LiteralString = "MATCH (n:ChainNode {code: $code}) RETURN n AS node"
LIST_MATERIALS: LiteralString = """
MATCH (:ChainNode {code: $code})<-[l:SUPPLIES]-(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en,
       l.weight AS measure, properties(l) AS link
ORDER BY code LIMIT $limit
"""
LIST_USES: LiteralString = """
MATCH (:ChainNode {code: $code})-[l:SUPPLIES]->(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en,
       l.weight AS measure, properties(l) AS link
ORDER BY code LIMIT $limit
"""
LIST_BROADER: LiteralString = """
MATCH (:ChainNode {code: $code})-[l:KIND_OF]->(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en,
       null AS measure, properties(l) AS link
ORDER BY code LIMIT $limit
"""
LIST_NARROWER: LiteralString = """
MATCH (:ChainNode {code: $code})<-[l:KIND_OF]-(n:ChainNode)
WHERE l.valid_from <= $at AND $at < l.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en,
       null AS measure, properties(l) AS link
ORDER BY code LIMIT $limit
"""
LIST_NEAR: LiteralString = """
MATCH (:ChainNode {code: $code})-[l:NEAR]-(n:ChainNode)
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, max(l.score) AS measure,
       min(l.method) AS method
ORDER BY measure DESC, code LIMIT $limit
"""
