"""What an enterprise did, kind by kind, the latest first; ``$until`` is the day after the last."""

from typing import LiteralString

_WHEN: LiteralString = " WHERE s.at >= $since AND s.at < $until "
_STEPS: LiteralString = """
RETURN s.at AS at, s.kind AS what, r.id AS id, o.code AS other, o.name AS other_name,
       o.name_en AS other_name_en, s.choice AS detail, s.side = $side AS by_us
ORDER BY at DESC, id LIMIT $limit
"""
_ASKED: LiteralString = (
    "MATCH (r:MeetingRequest {asker: $code})-[:HAS_STEP]->(s:RequestStep)" + _WHEN
)
_RECEIVED: LiteralString = (
    "MATCH (r:MeetingRequest {partner: $code})-[:HAS_STEP]->(s:RequestStep)" + _WHEN
)
_LISTED: LiteralString = """
MATCH (:Enterprise {code: $code})-[:POSTED]->(l:Listing)
WHERE l.created_at >= $since AND l.created_at < $until
"""
_MOVED: LiteralString = """
MATCH (:Enterprise {code: $code})<-[:SIGNED_BY]-(p:Project)
WITH DISTINCT p
MATCH (p)-[:HAS_MILESTONE]->(m:Milestone)
WHERE m.change = 'stage' AND m.date >= $since AND m.date < $until
"""
_MET: LiteralString = """
MATCH (:Enterprise {code: $code})<-[:STANDS_FOR]-(p:Party)<-[:BETWEEN]-(m:Meeting)
MATCH (p)-[:PARTY_OF]->(c:Conference)
WHERE c.published > 0 AND (c.published = c.latest OR m.state <> 'planned')
MATCH (s:Slot {id: m.slot}) WHERE s.day >= $since AND s.day < $until
MATCH (m)-[:BETWEEN]->(q:Party)-[:STANDS_FOR]->(o:Enterprise) WHERE q.id <> p.id
"""
_COUNTED: LiteralString = " RETURN count(*) AS total"

LISTS: dict[str, tuple[LiteralString, ...]] = {
    "request": (
        _ASKED + "MATCH (r)-[:ASKED_OF]->(o:Enterprise) " + _STEPS,
        _RECEIVED + "MATCH (r)-[:ASKED_BY]->(o:Enterprise) " + _STEPS,
    ),
    "listing": (
        _LISTED
        + """
RETURN l.created_at AS at, l.kind AS what, l.id AS id, l.title AS title, l.state AS detail
ORDER BY at DESC, id LIMIT $limit
""",
    ),
    "project": (
        _MOVED
        + """
RETURN m.date AS at, m.stage AS what, p.code AS id, p.name AS title, p.name_en AS title_en,
       m.reason AS detail
ORDER BY at DESC, id LIMIT $limit
""",
    ),
    "meeting": (
        _MET
        + """
RETURN s.day AS at, m.state AS what, c.code AS id, c.name AS title, c.name_en AS title_en,
       o.code AS other, o.name AS other_name, o.name_en AS other_name_en
ORDER BY at DESC, id LIMIT $limit
""",
    ),
}
"""A request is listed from either side: as asker first, as partner then."""
COUNTS: dict[str, tuple[LiteralString, ...]] = {
    "request": (_ASKED + _COUNTED, _RECEIVED + _COUNTED),
    "listing": (_LISTED + _COUNTED,),
    "project": (_MOVED + _COUNTED,),
    "meeting": (_MET + _COUNTED,),
}
SIDES = ("asker", "partner")
