"""How workers take jobs, keep them and end them; on the lock and the unique keys see ``jobs``."""

from typing import LiteralString

LIST_CLAIMABLE: LiteralString = """
MATCH (j:Job)
WHERE j.state IN ['queued', 'running'] AND (j.state = 'queued' OR j.lease_until < $now)
RETURN j.id AS id, j.created_at AS asked_at, CASE WHEN j.kind IN $patient THEN 1 ELSE 0 END AS turn
ORDER BY turn, asked_at LIMIT $limit
"""
CLAIM: LiteralString = """
MATCH (j:Job {id: $id}) WHERE j.state = 'queued' OR (j.state = 'running' AND j.lease_until < $now)
SET j.state = 'running', j.worker = $worker, j.lane_held = j.lane, j.attempts = j.attempts + 1,
    j.started_at = $now, j.lease_until = $lease_until
RETURN j AS job
"""
BEGIN: LiteralString = """
CREATE (j:Job {id: $id, kind: $kind, key: $id, lane: $lane, live_key: $id, lane_held: $lane,
               state: 'running', params: $params, result: '{}', done: 0, total: 0, note: '',
               created_by: $created_by, created_at: $now, started_at: $now, finished_at: '',
               lease_until: $lease_until, worker: $worker, attempts: 1, cancel_asked: false})
"""
FIND_HOLDER: LiteralString = "MATCH (j:Job {lane_held: $lane}) RETURN j AS job"
REQUEUE_DEAD: LiteralString = """
MATCH (j:Job {id: $id}) WHERE j.state = 'running' AND j.lease_until < $now
SET j.state = 'queued', j.worker = '', j.lease_until = '', j.lane_held = null
"""
BEAT: LiteralString = """
MATCH (j:Job {id: $id}) WHERE j.state = 'running' AND j.worker = $worker
SET j.done = $done, j.total = $total, j.note = $note, j.lease_until = $lease_until
RETURN j.cancel_asked AS cancel_asked
"""
END: LiteralString = """
MATCH (j:Job {id: $id}) WHERE j.state = 'running' AND j.worker = $worker
SET j.state = $state, j.result = $result, j.note = $note, j.finished_at = $now, j.lease_until = '',
    j.done = CASE WHEN $state = 'done' THEN j.total ELSE j.done END,
    j.live_key = null, j.lane_held = null
RETURN j.id AS id
"""
RELEASE: LiteralString = """
MATCH (j:Job {id: $id}) WHERE j.state = 'running' AND j.worker = $worker
SET j.state = 'queued', j.worker = '', j.lease_until = '', j.lane_held = null,
    j.attempts = j.attempts - $attempts_back
RETURN j.id AS id
"""
