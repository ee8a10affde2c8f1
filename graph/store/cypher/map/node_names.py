"""Chain nodes by their names, with the chains that tell two of one name apart."""

from typing import LiteralString

LIST_BY_KEY: LiteralString = """
MATCH (n:ChainNode {match_key: $key}) RETURN n.code AS code ORDER BY code LIMIT $limit
"""
LIST_NAMED: LiteralString = """
UNWIND $codes AS code
MATCH (n:ChainNode {code: code})
OPTIONAL MATCH (n)-[p:IN_CHAIN]->(c:Chain) WHERE p.valid_from <= $at AND $at < p.valid_to
  AND (c.published = true OR NOT $only_published)
RETURN code, n.name AS name, n.name_en AS name_en, collect(DISTINCT c.name) AS chains
"""
