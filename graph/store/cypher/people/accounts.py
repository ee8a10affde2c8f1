"""Accounts: who signs in, and for which enterprise. The first to act for one is its owner."""

from typing import LiteralString

from graph.store.cypher.paged import paged

FIND: LiteralString = """
MATCH (u:User {email: $email})
OPTIONAL MATCH (u)-[a:ACTS_FOR]->(e:Enterprise)
RETURN u AS user, u.password_hash AS password_hash, e.code AS enterprise,
       a.membership AS membership
"""
LIST = paged(
    "MATCH (u:User) WITH u.email AS email",
    "email",
    "email DESC",
    """
MATCH (u:User {email: email})
OPTIONAL MATCH (u)-[a:ACTS_FOR]->(e:Enterprise)
RETURN u AS user, e.code AS enterprise, a.membership AS membership
ORDER BY u.email
""",
)
COUNT: LiteralString = "MATCH (u:User) RETURN count(u) AS total"
COUNT_ADMINISTRATORS: LiteralString = """
MATCH (u:User {role: 'administrator', active: true}) RETURN count(u) AS total
"""
CREATE: LiteralString = """
CREATE (u:User {email: $email, name: $name, role: $role, locale: $locale, active: true,
                epoch: 0, source: $source, unit: $unit, password_hash: $password_hash,
                created_at: $at})
"""
JOIN_ENTERPRISE: LiteralString = """
MATCH (u:User {email: $email}) MATCH (e:Enterprise {code: $enterprise})
OPTIONAL MATCH (owner:User)-[:ACTS_FOR {membership: 'owner'}]->(e)
WITH u, e, count(owner) AS owners
MERGE (u)-[a:ACTS_FOR]->(e)
SET a.membership = CASE WHEN owners = 0 THEN 'owner' ELSE 'member' END, a.since = $at
RETURN e.code AS code
"""
REPLACE_HASH: LiteralString = """
MATCH (u:User {email: $email})
SET u.password_hash = $password_hash, u.epoch = u.epoch + 1
RETURN u.email AS email
"""
REHASH: LiteralString = "MATCH (u:User {email: $email}) SET u.password_hash = $password_hash"
SAVE_LOCALE: LiteralString = "MATCH (u:User {email: $email}) SET u.locale = $locale"
SAVE_ACTIVE: LiteralString = """
MATCH (u:User {email: $email}) SET u.active = $active, u.epoch = u.epoch + 1
RETURN u.email AS email
"""
COUNT_OF_SOURCE: LiteralString = "MATCH (u:User {source: $source}) RETURN count(u) AS total"
COUNT_OWN_ADMINISTRATORS: LiteralString = """
MATCH (u:User {role: 'administrator', active: true}) WHERE u.source <> 'demo'
RETURN count(u) AS total
"""
DEACTIVATE: LiteralString = """
MERGE (guard:Setting {name: 'accounts.guard'}) SET guard.value = $email
WITH guard
MATCH (u:User {email: $email})
OPTIONAL MATCH (other:User {role: 'administrator', active: true}) WHERE other.email <> $email
WITH u, count(other) AS others
WHERE u.role <> 'administrator' OR others > 0
SET u.active = false, u.epoch = u.epoch + 1
RETURN u.email AS email
"""
