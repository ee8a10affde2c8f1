"""Closing an account for good. What is kept loses the person; what was only theirs goes."""

from typing import LiteralString

from graph.store.cypher.bulk.copies import KEYS

FIND: LiteralString = """
MATCH (u:User {email: $email})
OPTIONAL MATCH (u)-[a:ACTS_FOR]->(e:Enterprise)
RETURN u.name AS name, u.role AS role, e.code AS enterprise, a.membership AS membership
"""
LOCK_ACCOUNTS: LiteralString = """
MERGE (guard:Setting {name: 'accounts.guard'}) SET guard.value = $alias
"""
COUNT_OTHER_ADMINISTRATORS: LiteralString = """
MATCH (u:User {role: 'administrator', active: true}) WHERE u.email <> $email
RETURN count(u) AS total
"""
LIST_OWN_CONTACTS: LiteralString = """
MATCH (:User {email: $email})-[:ACTS_FOR]->(e:Enterprise)-[:HAS_CONTACT]->(c:Contact)
WHERE toLower(c.email) = $email OR c.name = $name
RETURN c.id AS id, c.phone AS phone
"""
LIST_CONTACTS: LiteralString = """
MATCH (c:Contact) WHERE toLower(c.email) = $email RETURN c.id AS id, c.phone AS phone
"""
DELETE_CONTACTS: LiteralString = """
UNWIND $ids AS id MATCH (c:Contact {id: id}) DETACH DELETE c
"""
DELETE_OWN: tuple[LiteralString, ...] = (
    "MATCH (:User {email: $email})-[:HAS_SESSION]->(s:Session) DETACH DELETE s",
    "MATCH (:User {email: $email})-[:HAS_TOKEN]->(t:Token) DETACH DELETE t",
    "MATCH (:User {email: $email})-[:SAVED]->(s:SavedSearch) DETACH DELETE s",
    "MATCH (q:SavedQuery {owner: $email}) WHERE NOT q.is_shared DETACH DELETE q",
    "MATCH (:User {email: $email})-[:KEEPS]->(v:SavedView) DETACH DELETE v",
    """
MATCH (:User {email: $email})-[:FILED]->(c:Claim) WHERE c.state IN ['unverified', 'waiting']
SET c.state = 'withdrawn', c.open_by = null
""",
    "MATCH (l:OneTimeLink {email: $email}) DETACH DELETE l",
    "MATCH (n:Notice {reader: $email}) DETACH DELETE n",
    "MATCH (l:Letter) WHERE toLower(l.to) = $email OR l.key CONTAINS $email DETACH DELETE l",
    "MATCH (u:User {email: $email}) DETACH DELETE u",
)
CLEAN_LINKS: tuple[LiteralString, ...] = (
    "MATCH (:Enterprise)-[l:FAVOURS]->(:Enterprise) WHERE l.by = $email SET l.by = $alias",
    "MATCH (:Enterprise)-[l:DISMISSED]->(:Enterprise) WHERE l.by = $email SET l.by = $alias",
    "MATCH (:Project)-[l:EVIDENCED_BY]->(:File) WHERE l.by = $email SET l.by = $alias",
)
CLEAN_ENTERPRISES: LiteralString = """
MATCH (e:Enterprise)
WHERE e.listings_guard = $email OR e.contacts_guard = $email OR e.profile_guard = $email
   OR e.proposals_guard = $email
SET e.listings_guard = '', e.contacts_guard = '', e.profile_guard = '', e.proposals_guard = ''
"""
LIST_SUMMARIES: LiteralString = """
MATCH (e:Enterprise)
WHERE toLower(e.summary) CONTAINS $email OR toLower(e.summary_en) CONTAINS $email
RETURN e.code AS code, e.summary AS summary, e.summary_en AS summary_en
"""
SAVE_SUMMARY: LiteralString = "MATCH (e:Enterprise {code: $code}) SET e += $values"
CHANGE: dict[str, LiteralString] = {
    label: "UNWIND $rows AS row MATCH (n:" + label + " {" + key + ": row." + key + "}) SET n += row"
    for label, key in KEYS.items()
}
"""Changes nodes that are still there."""
