"""How much is on the map."""

from typing import LiteralString

COUNT_CHAINS: LiteralString = "MATCH (n:Chain) RETURN count(n) AS total"
COUNT_CHAIN_NODES: LiteralString = "MATCH (n:ChainNode) RETURN count(n) AS total"
COUNT_ENTERPRISES: LiteralString = "MATCH (n:Enterprise) RETURN count(n) AS total"
COUNT_LINKS: LiteralString = """
MATCH ()-[l:IN_CHAIN|KIND_OF|SUPPLIES|MAKES|BELONGS_TO|TRADES_WITH|LOCATED_IN]->()
RETURN count(l) AS total
"""
FIND_ANYTHING: LiteralString = """
OPTIONAL MATCH (c:Chain) WITH c LIMIT 1
OPTIONAL MATCH (n:ChainNode) WITH c, n LIMIT 1
OPTIONAL MATCH (e:Enterprise) WITH c, n, e LIMIT 1
RETURN c IS NULL AND n IS NULL AND e IS NULL AS is_empty
"""
