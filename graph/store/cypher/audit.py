"""The record of what people did."""

from typing import LiteralString

from graph.store.cypher.paged import paged

RECORD: LiteralString = """
CREATE (a:AuditEntry {id: $id, at: $at, actor: $actor, verb: $verb, subject: $subject,
                      before: $before, after: $after})
"""
_KEYS: LiteralString = " WITH a.id AS id, a.at AS at "
_ORDERS: tuple[LiteralString, LiteralString] = ("at DESC, id", "at, id DESC")
_SHOWN: LiteralString = "MATCH (a:AuditEntry {id: id}) RETURN a AS entry ORDER BY a.at DESC, a.id"
LIST = paged("MATCH (a:AuditEntry)" + _KEYS, *_ORDERS, _SHOWN)
LIST_ABOUT = paged(
    "MATCH (a:AuditEntry {subject: $subject}) WHERE a.verb IN $verbs" + _KEYS, *_ORDERS, _SHOWN
)
COUNT_ABOUT: LiteralString = """
MATCH (a:AuditEntry {subject: $subject}) WHERE a.verb IN $verbs RETURN count(a) AS total
"""
COUNT: LiteralString = "MATCH (a:AuditEntry) RETURN count(a) AS total"
