"""Published maps of chains: each edition is a node; a published one is not written again."""

from typing import LiteralString

CREATE: LiteralString = """
CREATE (a:ChainAtlas {id: $id, state: 'draft', version: 1}) SET a += $values
"""
LOCK: LiteralString = "MATCH (a:ChainAtlas {id: $id}) SET a.guard = $at RETURN a.id AS id"
CHANGE: LiteralString = """
MATCH (a:ChainAtlas {id: $id}) WHERE a.state = $state AND a.version = $version
SET a += $values, a.version = a.version + 1
RETURN a.version AS version
"""
DISCARD: LiteralString = """
MATCH (a:ChainAtlas {id: $id}) WHERE a.state = 'draft' AND a.version = $version
DETACH DELETE a RETURN count(*) AS total
"""
FIND: LiteralString = "MATCH (a:ChainAtlas {id: $id}) RETURN a AS atlas"
LIST: LiteralString = """
MATCH (a:ChainAtlas) WHERE $chain = '' OR a.chain = $chain
RETURN a AS atlas ORDER BY a.chain, a.edition DESC
"""
