"""Meeting requests and their steps.

``pair``, ``open_by`` and ``awaits`` (whose answer) stand while a request is open,
``accepted_pair`` from its acceptance on. The first is unique, so that a pair has one open
request, whichever side asks.
"""

from typing import LiteralString

from graph.store.cypher.paged import paged

LOCK_ASKER: LiteralString = """
MATCH (e:Enterprise {code: $asker}) SET e.requests_guard = $by RETURN e.code AS code
"""
LOCK: LiteralString = "MATCH (r:MeetingRequest {id: $id}) SET r.guard = $at"
FREE_EXPIRED: LiteralString = """
MATCH (r:MeetingRequest {pair: $pair}) WHERE r.expires_on < $today
REMOVE r.pair, r.open_by, r.awaits
"""
COUNT_OPEN: LiteralString = """
MATCH (r:MeetingRequest {open_by: $asker}) WHERE r.expires_on >= $today RETURN count(r) AS total
"""
CREATE: LiteralString = """
MATCH (a:Enterprise {code: $asker}) MATCH (p:Enterprise {code: $partner})
CREATE (r:MeetingRequest {id: $id, pair: $pair, open_by: $asker, asker: $asker, partner: $partner,
                          created_at: $at, changed_at: $at, version: 1})
CREATE (r)-[:ASKED_BY]->(a)
CREATE (r)-[:ASKED_OF]->(p)
SET r += $values
RETURN r.id AS id
"""
CITE: LiteralString = """
MATCH (r:MeetingRequest {id: $id}) MATCH (l:Listing {id: $listing})
MERGE (r)-[:ABOUT]->(l) RETURN l.id AS id
"""
ADD_STEP: LiteralString = """
MATCH (r:MeetingRequest {id: $id})
CREATE (r)-[:HAS_STEP]->(s:RequestStep {id: $step_id, at: $at})
SET s += $values
"""
SAVE: LiteralString = """
MATCH (r:MeetingRequest {id: $id}) WHERE r.version = $version
SET r += $values, r.changed_at = $at, r.version = r.version + 1
RETURN r.id AS id
"""
FREE: LiteralString = """
MATCH (r:MeetingRequest {id: $id}) REMOVE r.pair, r.open_by, r.awaits
"""
MARK_ACCEPTED: LiteralString = "MATCH (r:MeetingRequest {id: $id}) SET r.accepted_pair = $pair"

_ROW: LiteralString = """
MATCH (r)-[:ASKED_BY]->(a:Enterprise)
MATCH (r)-[:ASKED_OF]->(p:Enterprise)
OPTIONAL MATCH (r)-[:ABOUT]->(l:Listing)
RETURN r AS request, a.name AS asker_name, a.name_en AS asker_name_en,
       p.name AS partner_name, p.name_en AS partner_name_en,
       l.id AS listing, l.title AS listing_title, l.kind AS listing_kind
"""
FIND: LiteralString = "MATCH (r:MeetingRequest {id: $id})" + _ROW
LIST_STEPS: LiteralString = """
MATCH (:MeetingRequest {id: $id})-[:HAS_STEP]->(s:RequestStep)
RETURN s AS step ORDER BY s.at, s.number
"""
_STANDS: LiteralString = """
WHERE ($state = ''
  OR ($state = 'open' AND r.state = 'open' AND r.expires_on >= $today)
  OR ($state = 'expired' AND (r.state = 'expired' OR (r.state = 'open' AND r.expires_on < $today)))
  OR ($state <> 'open' AND $state <> 'expired' AND r.state = $state))
"""
_INCOMING: LiteralString = "MATCH (r:MeetingRequest {partner: $enterprise})" + _STANDS
_OUTGOING: LiteralString = "MATCH (r:MeetingRequest {asker: $enterprise})" + _STANDS
_ALL: LiteralString = "MATCH (r:MeetingRequest)" + _STANDS
_KEYS: LiteralString = "WITH r.id AS id, r.changed_at AS changed "
_ORDERS: tuple[LiteralString, LiteralString] = ("changed DESC, id", "changed, id DESC")
_SHOWN: LiteralString = (
    "MATCH (r:MeetingRequest {id: id})" + _ROW + "ORDER BY r.changed_at DESC, r.id"
)
_COUNTED: LiteralString = "RETURN count(r) AS total"
LIST_INCOMING = paged(_INCOMING + _KEYS, *_ORDERS, _SHOWN)
LIST_OUTGOING = paged(_OUTGOING + _KEYS, *_ORDERS, _SHOWN)
LIST_ALL = paged(_ALL + _KEYS, *_ORDERS, _SHOWN)
COUNT_INCOMING: LiteralString = _INCOMING + _COUNTED
COUNT_OUTGOING: LiteralString = _OUTGOING + _COUNTED
COUNT_ALL: LiteralString = _ALL + _COUNTED
FIND_OPEN_PAIR: LiteralString = """
MATCH (r:MeetingRequest {pair: $pair}) WHERE r.expires_on >= $today RETURN r.id AS id
"""
COUNT_ACCEPTED_PAIR: LiteralString = """
MATCH (r:MeetingRequest {accepted_pair: $pair}) RETURN count(r) AS total
"""
LIST_OVERDUE: LiteralString = """
MATCH (r:MeetingRequest {state: 'open'}) WHERE r.expires_on < $today
RETURN r.id AS id ORDER BY r.expires_on, r.id LIMIT $limit
"""
COUNT_AWAITING: LiteralString = """
MATCH (r:MeetingRequest {awaits: $enterprise}) WHERE r.expires_on >= $today
RETURN count(r) AS total
"""
REMOVE_STEPS_OF_SOURCE: LiteralString = """
MATCH (e:Enterprise {source: $source})<-[:ASKED_BY|ASKED_OF]-(r:MeetingRequest)
MATCH (r)-[:HAS_STEP]->(s:RequestStep)
WITH collect(DISTINCT s) AS steps
FOREACH (s IN steps | DETACH DELETE s)
"""
REMOVE_OF_SOURCE: LiteralString = """
MATCH (e:Enterprise {source: $source})<-[:ASKED_BY|ASKED_OF]-(r:MeetingRequest)
WITH collect(DISTINCT r) AS requests
WITH requests, size(requests) AS total
FOREACH (r IN requests | DETACH DELETE r)
RETURN total
"""
