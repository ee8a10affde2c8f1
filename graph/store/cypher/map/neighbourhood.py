"""What stands around an enterprise. ``$at`` is the day for which the map is read.

A chain states its supply links between segments: what is narrower shares those of the broader.
"""

from typing import LiteralString

LIST_BROADER: LiteralString = """
UNWIND $codes AS product
MATCH (:ChainNode {code: product, kind: 'position'})-[k:KIND_OF]->(d:ChainNode)
WHERE k.valid_from <= $at AND $at < k.valid_to
RETURN product, d.code AS broader ORDER BY product, broader
"""
LIST_MATERIALS: LiteralString = """
UNWIND $codes AS product
MATCH (:ChainNode {code: product})<-[s:SUPPLIES]-(n:ChainNode)
WHERE s.valid_from <= $at AND $at < s.valid_to AND NOT n.code IN $codes
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, product
ORDER BY code, product LIMIT $limit
"""
LIST_USES: LiteralString = """
UNWIND $codes AS product
MATCH (:ChainNode {code: product})-[s:SUPPLIES]->(n:ChainNode)
WHERE s.valid_from <= $at AND $at < s.valid_to AND NOT n.code IN $codes
RETURN n.code AS code, n.name AS name, n.name_en AS name_en, product
ORDER BY code, product LIMIT $limit
"""
LIST_SUPPLIERS: LiteralString = """
MATCH (:Enterprise {code: $code})<-[t:TRADES_WITH]-(o:Enterprise)
WHERE t.valid_from <= $at AND $at < t.valid_to
WITH o, max(t.last_seen) AS latest
RETURN o.code AS code, o.name AS name, o.name_en AS name_en ORDER BY latest DESC, code
"""
LIST_CUSTOMERS: LiteralString = """
MATCH (:Enterprise {code: $code})-[t:TRADES_WITH]->(o:Enterprise)
WHERE t.valid_from <= $at AND $at < t.valid_to
WITH o, max(t.last_seen) AS latest
RETURN o.code AS code, o.name AS name, o.name_en AS name_en ORDER BY latest DESC, code
"""
