"""The outbox. A letter is locked by a statement of its own before its state is looked at."""

from typing import LiteralString

_NEW: LiteralString = """
SET l.recipient = $to, l.subject = $subject, l.body = $body, l.written_at = $written_at,
    l.not_before = $not_before, l.path = $path, l.seed = $seed, l.state = 'waiting', l.tries = 0,
    l.due_at = $first_due, l.patient_since = $first_due, l.sent_at = '', l.error = '',
    l.holder = '', l.lease_until = ''
"""
CREATE: LiteralString = "CREATE (l:Letter {key: $key})" + _NEW
FIND: LiteralString = "MATCH (l:Letter {key: $key}) RETURN l AS letter"
LIST_DUE: LiteralString = """
MATCH (l:Letter {state: 'waiting'}) WHERE l.due_at <= $now AND l.lease_until < $now
RETURN l.key AS key ORDER BY l.due_at LIMIT $limit
"""
LOCK: LiteralString = "MATCH (l:Letter {key: $key}) SET l.guard = $by"
CLAIM: LiteralString = """
MATCH (l:Letter {key: $key})
WHERE l.state = 'waiting' AND l.due_at <= $now AND l.lease_until < $now
SET l.holder = $holder, l.lease_until = $lease_until, l.tries = l.tries + 1
RETURN l AS letter
"""
MARK_SENT: LiteralString = """
MATCH (l:Letter {key: $key}) WHERE l.state = 'waiting' AND l.holder = $holder
SET l.state = 'sent', l.only_logged = $only_logged, l.sent_at = $now, l.error = '',
    l.holder = '', l.lease_until = ''
RETURN l.key AS key
"""
MARK_FAILED: LiteralString = """
MATCH (l:Letter {key: $key}) WHERE l.state = 'waiting' AND l.holder = $holder
SET l.state = $state, l.due_at = $due_at, l.error = $error, l.holder = '', l.lease_until = ''
RETURN l.key AS key
"""
SEND_AGAIN: LiteralString = """
MATCH (l:Letter {key: $key})
WHERE l.state = 'failed' OR (l.state = 'waiting' AND l.holder = '')
   OR (l.state = 'sent' AND l.only_logged = true)
SET l.state = 'waiting', l.due_at = $now, l.patient_since = $now, l.tries = 0
RETURN l.key AS key
"""
LIST: LiteralString = """
MATCH (l:Letter) WHERE $state = '' OR l.state = $state
RETURN l AS letter
ORDER BY CASE l.state WHEN 'failed' THEN 0 WHEN 'waiting' THEN 1 ELSE 2 END,
         l.written_at DESC, l.key
SKIP $skip LIMIT $limit
"""
COUNT: LiteralString = """
MATCH (l:Letter) WHERE $state = '' OR l.state = $state RETURN count(l) AS total
"""
FORGET_OLD: LiteralString = """
MATCH (l:Letter {state: 'sent'}) WHERE l.sent_at < $before DELETE l
"""
