"""Views of the map: each hangs on the person who keeps it, and goes with that account."""

from typing import LiteralString

LOCK: LiteralString = "MATCH (u:User {email: $email}) SET u.views_guard = $by"
COUNT: LiteralString = """
MATCH (:User {email: $email})-[:KEEPS]->(v:SavedView) RETURN count(v) AS total
"""
FIND_SAME: LiteralString = """
MATCH (:User {email: $email})-[:KEEPS]->(v:SavedView)
WHERE v.id <> $id AND v.name = $name
RETURN v.id AS id LIMIT 1
"""
CREATE: LiteralString = """
MATCH (u:User {email: $email})
CREATE (u)-[:KEEPS]->(v:SavedView {id: $id, name: $name, state: $state, created_at: $now})
RETURN v.id AS id
"""
LIST: LiteralString = """
MATCH (:User {email: $email})-[:KEEPS]->(v:SavedView)
RETURN v AS view ORDER BY v.created_at, v.id
"""
FIND: LiteralString = """
MATCH (:User {email: $email})-[:KEEPS]->(v:SavedView {id: $id}) RETURN v AS view
"""
RENAME: LiteralString = """
MATCH (:User {email: $email})-[:KEEPS]->(v:SavedView {id: $id})
SET v.name = $name RETURN v.id AS id
"""
DELETE: LiteralString = """
MATCH (:User {email: $email})-[:KEEPS]->(v:SavedView {id: $id})
DETACH DELETE v RETURN count(*) AS total
"""
