"""Which codes are on the map."""

from typing import LiteralString

KNOWN_NODES: LiteralString = """
UNWIND $codes AS code MATCH (n:ChainNode {code: code}) RETURN n.code AS code
"""
KNOWN_REGIONS: LiteralString = """
UNWIND $codes AS code MATCH (r:Region {code: code}) RETURN r.code AS code
"""
KNOWN_ENTERPRISES: LiteralString = """
UNWIND $codes AS code
OPTIONAL MATCH (e:Enterprise {code: code})
OPTIONAL MATCH (:FormerCode {code: code})-[:NOW]->(o:Enterprise)
WITH code, e, o WHERE e IS NOT NULL OR o IS NOT NULL RETURN code
"""
