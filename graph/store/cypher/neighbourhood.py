"""What stands around an enterprise. ``$at`` is the day for which the map is read."""

from typing import LiteralString

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
