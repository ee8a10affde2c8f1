"""Notices. ``unread_key``, ``unread_for`` and ``mail`` stand only while they hold (see indexes)."""

from typing import LiteralString

from graph.store.cypher.paged import paged

NOTIFY: LiteralString = """
UNWIND $rows AS row
MATCH (u:User {email: row.reader}) WHERE u.active
MERGE (n:Notice {unread_key: row.unread_key})
ON CREATE SET n.id = row.id, n.reader = row.reader, n.unread_for = row.reader, n.mail = 'due',
              n.kind = $kind, n.key = $key, n.created_at = $at, n.read_at = '', n.mailed_at = '',
              n.count = 0
SET n.count = n.count + 1, n.message = $message, n.path = $path, n.renewed_at = $at
RETURN n.id AS id
"""
LIST_READERS_OF: LiteralString = """
MATCH (u:User)-[:ACTS_FOR]->(:Enterprise {code: $enterprise}) WHERE u.active
RETURN u.email AS email ORDER BY email
"""
LIST_READERS_OF_UNIT: LiteralString = """
MATCH (u:User {role: 'unit', unit: $unit}) WHERE u.active RETURN u.email AS email ORDER BY email
"""
LIST_READERS_IN: LiteralString = """
MATCH (u:User) WHERE u.active AND u.role IN $roles RETURN u.email AS email ORDER BY email
"""
_OWN: LiteralString = """
MATCH (n:Notice {reader: $reader}) WHERE ($kind = '' OR n.kind = $kind)
"""
_UNREAD: LiteralString = """
MATCH (n:Notice {unread_for: $reader}) WHERE ($kind = '' OR n.kind = $kind)
"""
_KEYS: LiteralString = " WITH n.id AS id, n.renewed_at AS at "
_ORDERS: tuple[LiteralString, LiteralString] = ("at DESC, id", "at, id DESC")
_SHOWN: LiteralString = (
    "MATCH (n:Notice {id: id}) RETURN n AS notice ORDER BY n.renewed_at DESC, n.id"
)
LIST = paged(_OWN + _KEYS, *_ORDERS, _SHOWN)
LIST_UNREAD = paged(_UNREAD + _KEYS, *_ORDERS, _SHOWN)
COUNT: LiteralString = _OWN + "RETURN count(n) AS total"
COUNT_UNREAD: LiteralString = _UNREAD + "RETURN count(n) AS total"
COUNT_UP_TO: LiteralString = """
MATCH (n:Notice {unread_for: $reader}) WITH n LIMIT $most RETURN count(n) AS total
"""
COUNT_UNREAD_KINDS: LiteralString = """
MATCH (n:Notice {unread_for: $reader}) RETURN n.kind AS kind, count(n) AS total
"""
COUNT_SINCE: LiteralString = """
MATCH (n:Notice {reader: $reader}) WHERE n.kind = $kind AND n.created_at >= $since
RETURN count(n) AS total
"""
_READ: LiteralString = """
SET n.read_at = $at REMOVE n.unread_key, n.unread_for, n.mail
"""
MARK_READ: LiteralString = (
    "MATCH (n:Notice {id: $id}) WHERE n.reader = $reader AND n.read_at = ''" + _READ
)
FIND: LiteralString = "MATCH (n:Notice {id: $id}) WHERE n.reader = $reader RETURN n AS notice"
MARK_ALL_READ: LiteralString = (
    _UNREAD + "WITH collect(n) AS all UNWIND all AS n" + _READ + "RETURN count(n) AS total"
)
FORGET_OLD: LiteralString = """
MATCH (n:Notice) WHERE n.read_at <> '' AND n.read_at < $before DETACH DELETE n
"""

FIND_CHOICES: LiteralString = "MATCH (u:User {email: $reader}) RETURN u.notice_mail AS choices"
SAVE_CHOICES: LiteralString = """
MATCH (u:User {email: $reader}) SET u.notice_mail = $choices RETURN u.email AS email
"""
LIST_DUE: LiteralString = """
MATCH (n:Notice {mail: 'due'})
MATCH (u:User {email: n.reader})
RETURN n AS notice, u.email AS email, u.name AS name, u.locale AS locale, u.active AS active,
       u.notice_mail AS choices, u.notice_digest AS digest_day
ORDER BY email, n.renewed_at, n.id LIMIT $limit
"""
LOCK_READER: LiteralString = "MATCH (u:User {email: $reader}) SET u.notice_guard = $at"
TAKE_DUE: LiteralString = """
UNWIND $ids AS id
MATCH (n:Notice {id: id}) WHERE n.mail = 'due'
SET n.mailed_at = $at REMOVE n.mail
RETURN n AS notice ORDER BY n.renewed_at, n.id
"""
LEAVE_UNMAILED: LiteralString = "UNWIND $ids AS id MATCH (n:Notice {id: id}) REMOVE n.mail"
SAVE_DIGEST: LiteralString = "MATCH (u:User {email: $reader}) SET u.notice_digest = $day"
