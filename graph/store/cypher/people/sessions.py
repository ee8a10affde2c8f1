"""Who is signed in where. A session of an older epoch, or idle for too long, has ended."""

from typing import LiteralString

FIND_VISITOR: LiteralString = """
MATCH (s:Session {id: $id})<-[:HAS_SESSION]-(u:User {email: $email})
WHERE s.acted_at >= $since AND s.epoch = u.epoch AND u.active
OPTIONAL MATCH (u)-[a:ACTS_FOR]->(e:Enterprise)
RETURN u AS user, e.code AS enterprise, a.membership AS membership, s AS session
"""
OPEN: LiteralString = """
MATCH (u:User {email: $email})
CREATE (u)-[:HAS_SESSION]->(s:Session {id: $id, browser: $browser, system: $system,
                                       began_at: $began_at, acted_at: $acted_at, epoch: u.epoch})
RETURN s.id AS id
"""
FORGET_ENDED: LiteralString = """
MATCH (u:User {email: $email})-[:HAS_SESSION]->(s:Session)
WHERE s.acted_at < $since OR s.epoch <> u.epoch
DETACH DELETE s
"""
LIST: LiteralString = """
MATCH (u:User {email: $email})-[:HAS_SESSION]->(s:Session)
WHERE s.acted_at >= $since AND s.epoch = u.epoch
RETURN s AS session ORDER BY s.acted_at DESC, s.id
"""
TOUCH: LiteralString = "MATCH (s:Session {id: $id}) SET s.acted_at = $now"
END: LiteralString = """
MATCH (:User {email: $email})-[:HAS_SESSION]->(s:Session {id: $id})
DETACH DELETE s
RETURN $id AS id
"""
END_OTHERS: LiteralString = """
MATCH (:User {email: $email})-[:HAS_SESSION]->(s:Session) WHERE s.id <> $id
DETACH DELETE s
"""
FORGET_IDLE: LiteralString = "MATCH (s:Session) WHERE s.acted_at < $since DETACH DELETE s"
