"""What is known of files; their bytes are not in the graph."""

from typing import LiteralString

SAVE: LiteralString = """
MERGE (f:File {sha256: $sha256})
ON CREATE SET f.name = $name, f.size = $size, f.created_by = $created_by, f.created_at = $created_at
RETURN f AS file
"""
FIND: LiteralString = "MATCH (f:File {sha256: $sha256}) RETURN f AS file"
