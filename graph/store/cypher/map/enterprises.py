"""Enterprises as the pages read them. ``$at`` is the day for which the map is read."""

from typing import LiteralString

FIND: LiteralString = "MATCH (e:Enterprise {code: $code}) RETURN e AS enterprise"
FIND_REGIONS: LiteralString = """
MATCH (e:Enterprise {code: $code})-[l:LOCATED_IN]->(r:Region)
WHERE l.valid_from <= $at AND $at < l.valid_to
OPTIONAL MATCH (r)-[:WITHIN]->(above:Region)
RETURN r.name AS name, r.name_en AS name_en, above.name AS above, above.name_en AS above_en
ORDER BY r.code
"""
LIST_INDUSTRIES: LiteralString = """
MATCH (e:Enterprise {code: $code})-[b:BELONGS_TO]->(n:ChainNode)
WHERE b.valid_from <= $at AND $at < b.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en ORDER BY code
"""
LIST_PRODUCTS: LiteralString = """
MATCH (e:Enterprise {code: $code})-[m:MAKES]->(n:ChainNode)
WHERE m.valid_from <= $at AND $at < m.valid_to
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, properties(m) AS link
ORDER BY CASE WHEN m.share IS NULL THEN 0.0 ELSE m.share END DESC, code
"""
LIST_POSITIONS: LiteralString = """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})-[p:IN_CHAIN]->(c:Chain)
WHERE p.valid_from <= $at AND $at < p.valid_to
  AND (c.published = true OR NOT $only_published)
RETURN code, c.code AS chain_code, c.name AS chain_name, c.name_en AS chain_name_en,
       p.stage AS stage
ORDER BY code, chain_code
"""
COUNT_PARTNERS: LiteralString = """
MATCH (e:Enterprise {code: $code})-[t:TRADES_WITH]-(:Enterprise)
WHERE t.valid_from <= $at AND $at < t.valid_to
RETURN count(t) AS total
"""
LIST_PARTNERS: LiteralString = """
MATCH (e:Enterprise {code: $code})-[t:TRADES_WITH]-(o:Enterprise)
WHERE t.valid_from <= $at AND $at < t.valid_to
RETURN o.code AS code, o.name AS name, o.name_en AS name_en, properties(t) AS link,
       startNode(t).code = $code AS sells
ORDER BY t.last_seen DESC, code, t.product SKIP $skip LIMIT $limit
"""
