"""One-time links by the hash of their token. Locked by a statement of its own before use."""

from typing import LiteralString

CREATE: LiteralString = """
CREATE (l:OneTimeLink {id: $id, kind: $kind, email: $email, membership: $membership,
                       created_by: $created_by, created_at: $created_at, expires_at: $expires_at,
                       used_at: '', revoked_at: ''})
"""
TIE: LiteralString = """
MATCH (l:OneTimeLink {id: $id}) MATCH (e:Enterprise {code: $enterprise})
CREATE (l)-[:TO_JOIN]->(e)
RETURN e.code AS code
"""
FORGET_OLD: LiteralString = "MATCH (l:OneTimeLink) WHERE l.expires_at < $before DETACH DELETE l"
REVOKE_EARLIER: LiteralString = """
MATCH (l:OneTimeLink {email: $email, kind: $kind})
WHERE l.used_at = '' AND l.revoked_at = '' AND l.id <> $id
SET l.revoked_at = $created_at
"""
REVOKE_EARLIER_INVITATIONS: LiteralString = """
MATCH (l:OneTimeLink {email: $email, kind: 'invitation'})-[:TO_JOIN]->(:Enterprise {
    code: $enterprise})
WHERE l.used_at = '' AND l.revoked_at = '' AND l.id <> $id
SET l.revoked_at = $created_at
"""
_ROW: LiteralString = """
OPTIONAL MATCH (l)-[:TO_JOIN]->(e:Enterprise)
RETURN l AS link, e.code AS enterprise, e.name AS enterprise_name, e.name_en AS enterprise_name_en
"""
FIND: LiteralString = "MATCH (l:OneTimeLink {id: $id})" + _ROW
LOCK: LiteralString = "MATCH (l:OneTimeLink {id: $id}) SET l.guard = $now"
USE: LiteralString = (
    """
MATCH (l:OneTimeLink {id: $id})
WHERE l.kind = $kind AND l.used_at = '' AND l.revoked_at = '' AND l.expires_at > $now
SET l.used_at = $now
WITH l
"""
    + _ROW
)
LIST_INVITATIONS: LiteralString = """
MATCH (e:Enterprise {code: $enterprise})<-[:TO_JOIN]-(l:OneTimeLink)
RETURN l AS link, e.code AS enterprise, e.name AS enterprise_name, e.name_en AS enterprise_name_en
ORDER BY l.created_at DESC, l.id
"""
REVOKE: LiteralString = """
MATCH (l:OneTimeLink {id: $id})-[:TO_JOIN]->(:Enterprise {code: $enterprise})
WHERE l.used_at = '' AND l.revoked_at = ''
SET l.revoked_at = $now
RETURN l.email AS email
"""
