"""Saved searches: each hangs on the person who keeps it, and goes with that account."""

from typing import LiteralString

LOCK: LiteralString = "MATCH (u:User {email: $email}) SET u.searches_guard = $by"
COUNT: LiteralString = """
MATCH (:User {email: $email})-[:SAVED]->(s:SavedSearch) RETURN count(s) AS total
"""
FIND_SAME: LiteralString = """
MATCH (:User {email: $email})-[:SAVED]->(s:SavedSearch)
WHERE s.id <> $id AND s.name = $name
RETURN s.id AS id LIMIT 1
"""
CREATE: LiteralString = """
MATCH (u:User {email: $email})
CREATE (u)-[:SAVED]->(s:SavedSearch {id: $id, name: $name, query: $query, alerts: $alerts,
                                     created_at: $now, checked_at: $now, found: $found,
                                     known: $known})
RETURN s.id AS id
"""
_ROW: LiteralString = """
RETURN s.id AS id, s.name AS name, s.query AS query, s.alerts AS alerts,
       s.created_at AS created_at, s.checked_at AS checked_at, s.found AS found
"""
LIST: LiteralString = (
    "MATCH (:User {email: $email})-[:SAVED]->(s:SavedSearch)" + _ROW + "ORDER BY created_at, id"
)
FIND: LiteralString = "MATCH (:User {email: $email})-[:SAVED]->(s:SavedSearch {id: $id})" + _ROW
CHANGE: LiteralString = """
MATCH (:User {email: $email})-[:SAVED]->(s:SavedSearch {id: $id})
SET s.name = $name, s.alerts = $alerts
RETURN s.id AS id
"""
DELETE: LiteralString = """
MATCH (:User {email: $email})-[:SAVED]->(s:SavedSearch {id: $id})
DETACH DELETE s RETURN count(*) AS total
"""
LIST_WATCHED: LiteralString = """
MATCH (u:User)-[:SAVED]->(s:SavedSearch)
WHERE s.alerts AND u.active AND s.id > $after
OPTIONAL MATCH (u)-[:ACTS_FOR]->(e:Enterprise)
RETURN s.id AS id, s.name AS name, s.query AS query, s.alerts AS alerts,
       s.created_at AS created_at, s.checked_at AS checked_at, s.found AS found,
       s.known AS known, u.email AS email, u.role AS role, e.code AS enterprise
ORDER BY id LIMIT $limit
"""
SAVE_KNOWN: LiteralString = """
MATCH (s:SavedSearch {id: $id})
SET s.known = $known, s.found = $found, s.checked_at = $now
"""
