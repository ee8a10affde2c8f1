"""Named settings of the installation."""

from typing import LiteralString

FIND: LiteralString = "MATCH (s:Setting {name: $name}) RETURN s.value AS value"
SAVE: LiteralString = "MERGE (s:Setting {name: $name}) SET s.value = $value"
LOCK: LiteralString = "MERGE (s:Setting {name: 'settings.guard'}) SET s.value = $by"
LIST: LiteralString = """
MATCH (s:Setting) WHERE s.name STARTS WITH $prefix RETURN s.name AS name, s.value AS value
"""
