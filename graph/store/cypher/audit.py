"""The record of what people did."""

from typing import LiteralString

RECORD: LiteralString = """
CREATE (a:AuditEntry {id: $id, at: $at, actor: $actor, verb: $verb, subject: $subject,
                      before: $before, after: $after})
"""
LIST: LiteralString = """
MATCH (a:AuditEntry) RETURN a AS entry ORDER BY a.at DESC, a.id SKIP $skip LIMIT $limit
"""
LIST_ABOUT: LiteralString = """
MATCH (a:AuditEntry {subject: $subject}) WHERE a.verb IN $verbs
RETURN a AS entry ORDER BY a.at DESC, a.id SKIP $skip LIMIT $limit
"""
COUNT_ABOUT: LiteralString = """
MATCH (a:AuditEntry {subject: $subject}) WHERE a.verb IN $verbs RETURN count(a) AS total
"""
COUNT: LiteralString = "MATCH (a:AuditEntry) RETURN count(a) AS total"
