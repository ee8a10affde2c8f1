"""Worker processes, as they last told of themselves."""

from typing import LiteralString

BEAT: LiteralString = """
MERGE (w:Worker {id: $id})
SET w.started_at = $started_at, w.seen_at = $seen_at, w.job = $job
"""
LIST_SEEN: LiteralString = """
MATCH (w:Worker) WHERE w.seen_at >= $since RETURN w AS worker ORDER BY w.started_at, w.id
"""
FORGET: LiteralString = "MATCH (w:Worker {id: $id}) DELETE w"
FORGET_BEFORE: LiteralString = "MATCH (w:Worker) WHERE w.seen_at < $before DELETE w"
