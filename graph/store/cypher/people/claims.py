"""Claims of enterprises. ``open_by`` is unique and present only while a claim is open.

A claim is locked by a statement of its own before its state is looked at.
"""

from typing import LiteralString

from graph.store.cypher.paged import paged

LOCK: LiteralString = "MATCH (c:Claim {id: $id}) SET c.guard = $now"
FILE: LiteralString = """
MATCH (u:User {email: $email}) WHERE u.role = 'applicant'
CREATE (u)-[:FILED]->(c:Claim {
    id: $id, open_by: $email, credit_code: $credit_code, name: $name, note: $note, reason: '',
    filed_at: $now, decided_at: '', decided_by: '',
    state: CASE WHEN coalesce(u.verified_at, '') = '' THEN 'unverified' ELSE 'waiting' END})
RETURN c.id AS id
"""
AIM: LiteralString = """
MATCH (c:Claim {id: $id}) MATCH (e:Enterprise {code: $enterprise})
MERGE (c)-[:CLAIMS]->(e)
RETURN e.code AS code
"""
MISS: LiteralString = "MATCH (:Claim {id: $id})-[aim:CLAIMS]->(:Enterprise) DELETE aim"
VERIFY: LiteralString = """
MATCH (u:User {email: $email}) SET u.verified_at = $now RETURN u.email AS email
"""
PRESENT: LiteralString = """
MATCH (:User {email: $email})-[:FILED]->(c:Claim {state: 'unverified'}) SET c.state = 'waiting'
"""
WITHDRAW: LiteralString = """
MATCH (:User {email: $email})-[:FILED]->(c:Claim {id: $id})
WHERE c.state IN ['unverified', 'waiting']
SET c.state = 'withdrawn', c.decided_at = $now, c.open_by = null
RETURN c.id AS id
"""
DECIDE: LiteralString = """
MATCH (c:Claim {id: $id}) WHERE c.state = 'waiting'
SET c.state = $state, c.reason = $reason, c.decided_by = $by, c.decided_at = $now,
    c.open_by = null
RETURN c.credit_code AS credit_code
"""
ADMIT: LiteralString = """
MATCH (u:User {email: $email}) WHERE u.role = 'applicant' SET u.role = 'enterprise'
RETURN u.email AS email
"""
MAKE_ENTERPRISE: LiteralString = """
MERGE (e:Enterprise {code: $code}) ON CREATE SET e += $values RETURN e.code AS code
"""
LOCK_ENTERPRISE: LiteralString = """
MATCH (e:Enterprise {code: $code}) SET e.claims_guard = $now RETURN e.credit_code AS credit_code
"""
SAVE_CREDIT_CODE: LiteralString = """
MATCH (e:Enterprise {code: $code}) SET e.credit_code = $credit_code
"""
LIST_BY_CREDIT_CODE: LiteralString = """
MATCH (e:Enterprise {credit_code: $credit_code}) RETURN e.code AS code ORDER BY code
"""
_ROW: LiteralString = """
OPTIONAL MATCH (c)-[:CLAIMS]->(e:Enterprise)
OPTIONAL MATCH (e)<-[a:ACTS_FOR]-(owner:User) WHERE a.membership = 'owner'
WITH u, c, e, count(owner) AS owners
RETURN c AS claim, u.email AS email, u.name AS person, e.code AS enterprise,
       e.name AS enterprise_name, e.name_en AS enterprise_name_en, owners
"""
FIND: LiteralString = "MATCH (u:User)-[:FILED]->(c:Claim {id: $id})" + _ROW
FIND_LATEST: LiteralString = (
    """
MATCH (u:User {email: $email})-[:FILED]->(c:Claim)
WITH u, c ORDER BY c.filed_at DESC LIMIT 1
"""
    + _ROW
)
LIST = paged(
    """
MATCH (c:Claim {state: $state})
WITH c.id AS id, c.decided_at AS decided,
     CASE WHEN $state = 'waiting' THEN c.filed_at ELSE '' END AS filed
""",
    "filed, decided DESC, id",
    "filed DESC, decided, id DESC",
    "MATCH (c:Claim {id: id}) MATCH (c)<-[:FILED]-(u:User)" + _ROW,
)
COUNT: LiteralString = "MATCH (c:Claim {state: $state}) RETURN count(c) AS total"
LIST_JOINING: LiteralString = (
    """
MATCH (:Enterprise {code: $enterprise})<-[:CLAIMS]-(c:Claim {state: 'waiting'})<-[:FILED]-(u:User)
"""
    + _ROW
    + "ORDER BY claim.filed_at, claim.id"
)
