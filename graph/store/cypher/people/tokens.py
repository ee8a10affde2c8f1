"""Tokens of programs: each hangs on the person for whom it reads, and goes with that account.

The requests of a minute are counted on the token itself: ``window`` names the minute.
"""

from typing import LiteralString

LOCK_OWNER: LiteralString = "MATCH (u:User {email: $email}) SET u.tokens_guard = $by RETURN u.email"
COUNT: LiteralString = """
MATCH (:User {email: $email})-[:HAS_TOKEN]->(t:Token) RETURN count(t) AS total
"""
CREATE: LiteralString = """
MATCH (u:User {email: $email})
CREATE (u)-[:HAS_TOKEN]->(t:Token {id: $id, name: $name, start: $start, scopes: $scopes,
                                   created_at: $created_at, ends_at: $ends_at, used_at: '',
                                   window: '', used: 0})
RETURN t.id AS id
"""
LIST: LiteralString = """
MATCH (u:User)-[:HAS_TOKEN]->(t:Token)
WHERE $email = '' OR u.email = $email
RETURN t AS token, u.email AS email ORDER BY t.created_at DESC, t.id SKIP $skip LIMIT $limit
"""
COUNT_ALL: LiteralString = "MATCH (:User)-[:HAS_TOKEN]->(t:Token) RETURN count(t) AS total"
FIND: LiteralString = """
MATCH (u:User)-[:HAS_TOKEN]->(t:Token {id: $id}) RETURN t AS token, u.email AS email
"""
FIND_READER: LiteralString = """
MATCH (t:Token {id: $id})<-[:HAS_TOKEN]-(u:User)
WHERE u.active
OPTIONAL MATCH (u)-[a:ACTS_FOR]->(e:Enterprise)
RETURN t AS token, u.email AS email, u AS user, e.code AS enterprise, a.membership AS membership
"""
DELETE: LiteralString = """
MATCH (:User)-[:HAS_TOKEN]->(t:Token {id: $id}) DETACH DELETE t RETURN $id AS id
"""
LOCK: LiteralString = "MATCH (t:Token {id: $id}) SET t.guard = $now RETURN t.id AS id"
TAKE: LiteralString = """
MATCH (t:Token {id: $id})
WITH t, CASE WHEN t.window = $window THEN t.used ELSE 0 END AS before
WITH t, before, CASE WHEN before + $wanted <= $limit THEN before + $wanted
                     WHEN before < $limit THEN $limit ELSE before END AS after
SET t.window = $window, t.used = after, t.used_at = $now
RETURN after - before AS granted, $limit - after AS rest
"""
