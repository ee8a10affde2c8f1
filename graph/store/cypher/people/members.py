"""Who acts for an enterprise. The enterprise is locked first, so that an owner always stays."""

from typing import LiteralString

LOCK: LiteralString = """
MATCH (e:Enterprise {code: $enterprise}) SET e.members_guard = $now RETURN e.code AS code
"""
LIST: LiteralString = """
MATCH (e:Enterprise {code: $enterprise})<-[a:ACTS_FOR]-(u:User)
RETURN u.email AS email, u.name AS name, u.active AS active, a.membership AS membership,
       a.since AS since
ORDER BY CASE a.membership WHEN 'owner' THEN 0 ELSE 1 END, u.email
"""
COUNT_OTHER_OWNERS: LiteralString = """
MATCH (:Enterprise {code: $enterprise})<-[a:ACTS_FOR]-(u:User)
WHERE a.membership = 'owner' AND u.email <> $email AND u.active
RETURN count(u) AS total
"""
COUNT_OTHERS: LiteralString = """
MATCH (:Enterprise {code: $enterprise})<-[:ACTS_FOR]-(u:User) WHERE u.email <> $email
RETURN count(u) AS total
"""
SET_MEMBERSHIP: LiteralString = """
MATCH (:Enterprise {code: $enterprise})<-[a:ACTS_FOR]-(u:User {email: $email})
SET a.membership = $membership
RETURN u.email AS email
"""
REMOVE: LiteralString = """
MATCH (:Enterprise {code: $enterprise})<-[a:ACTS_FOR]-(u:User {email: $email})
DELETE a
SET u.role = 'applicant'
RETURN u.email AS email
"""
JOIN: LiteralString = """
MATCH (u:User {email: $email}) WHERE u.role = 'applicant'
MATCH (e:Enterprise {code: $enterprise})
CREATE (u)-[:ACTS_FOR {membership: $membership, since: $now}]->(e)
SET u.role = 'enterprise'
RETURN e.code AS code
"""
CLOSE_CLAIMS: LiteralString = """
MATCH (:User {email: $email})-[:FILED]->(c:Claim) WHERE c.state IN ['unverified', 'waiting']
SET c.state = 'withdrawn', c.decided_at = $now, c.open_by = null
"""
