"""What workers do again and again: whose turn it is."""

from typing import LiteralString

OPEN: LiteralString = """
MERGE (r:Round {name: $name}) ON CREATE SET r.next_at = '' RETURN r.next_at AS next_at
"""
LOCK: LiteralString = "MATCH (r:Round {name: $name}) SET r.guard = $at"
TAKE: LiteralString = """
MATCH (r:Round {name: $name}) WHERE r.next_at <= $at
SET r.next_at = $next_at
RETURN r.name AS name
"""
FIND: LiteralString = "MATCH (r:Round {name: $name}) RETURN r.next_at AS next_at"
