"""What filters offer to choose from."""

from typing import LiteralString

REGIONS: LiteralString = """
MATCH (r:Region)
RETURN r.code AS code, r.name AS name, r.name_en AS name_en, r.level AS level
ORDER BY code
"""
CHAINS: LiteralString = """
MATCH (c:Chain) WHERE c.published = true OR NOT $only_published
RETURN c.code AS code, c.name AS name, c.name_en AS name_en
ORDER BY code
"""
