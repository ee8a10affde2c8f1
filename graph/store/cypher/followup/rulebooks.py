"""Versions of the rules of projects."""

from typing import LiteralString

LIST: LiteralString = "MATCH (b:Rulebook) RETURN b AS book ORDER BY b.version"
CREATE: LiteralString = "CREATE (b:Rulebook {id: $id, version: $version}) SET b += $values"
