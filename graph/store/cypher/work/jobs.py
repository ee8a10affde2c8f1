"""Jobs and who works on them.

A job is locked by a statement of its own before its state is looked at: of two transactions the
second then sees what the first one did (Neo4j may read a property before it locks the node, where
one statement does both). ``live_key`` and ``lane_held`` are unique and
present only while a job lives or runs: the database itself refuses the second one.
"""

from typing import LiteralString

LOCK: LiteralString = "MATCH (j:Job {id: $id}) SET j.guard = $by"
CREATE: LiteralString = """
CREATE (j:Job {id: $id, kind: $kind, key: $key, lane: $lane, live_key: $key, state: 'queued',
               params: $params, result: '{}', done: 0, total: 0, note: '', created_by: $created_by,
               created_at: $at, started_at: '', finished_at: '', lease_until: '', worker: '',
               attempts: 0, cancel_asked: false})
"""
FIND: LiteralString = "MATCH (j:Job {id: $id}) RETURN j AS job"
FIND_LIVE: LiteralString = "MATCH (j:Job {live_key: $key}) RETURN j AS job"
LIST: LiteralString = """
MATCH (j:Job) WHERE j.kind IN $kinds
RETURN j AS job ORDER BY j.created_at DESC SKIP $skip LIMIT $limit
"""
COUNT: LiteralString = "MATCH (j:Job) WHERE j.kind IN $kinds RETURN count(j) AS total"
CANCEL_QUEUED: LiteralString = """
MATCH (j:Job {id: $id}) WHERE j.state = 'queued'
SET j.state = 'cancelled', j.finished_at = $now, j.live_key = null
RETURN j.id AS id
"""
ASK_CANCEL: LiteralString = """
MATCH (j:Job {id: $id}) WHERE j.state = 'running'
SET j.cancel_asked = true
RETURN j.id AS id
"""
RETRY: LiteralString = """
MATCH (j:Job {id: $id}) WHERE j.state IN ['failed', 'cancelled']
SET j.state = 'queued', j.live_key = j.key, j.attempts = 0, j.cancel_asked = false,
    j.done = 0, j.total = 0, j.note = '', j.started_at = '', j.finished_at = ''
RETURN j.id AS id
"""
