"""Meetings with their bookings, and the versions of a timetable.

A booking's key (conference, holder, slot) is unique: whoever comes second gets an error and their
whole transaction is undone, so that no party and no table is ever in two places.
"""

from typing import LiteralString

LIST: LiteralString = """
MATCH (m:Meeting {conference: $code})
RETURN m.a AS a, m.b AS b, m.slot AS slot, m.table AS table, m.is_pinned AS is_pinned,
       m.state AS state
ORDER BY slot, table
"""
SET_STATE: LiteralString = """
MATCH (m:Meeting {id: $id, conference: $code}) SET m.state = $state
RETURN m.a AS a, m.b AS b, m.slot AS slot, m.table AS table, m.is_pinned AS is_pinned,
       m.state AS state
"""
FREE: LiteralString = """
UNWIND $ids AS id
MATCH (b:Booking)-[:FOR_MEETING]->(:Meeting {id: id}) DETACH DELETE b
"""
REMOVE: LiteralString = "UNWIND $ids AS id MATCH (m:Meeting {id: id}) DETACH DELETE m"
CREATE: LiteralString = """
UNWIND $rows AS row
MATCH (a:Party {id: row.a}) MATCH (b:Party {id: row.b})
CREATE (m:Meeting {id: row.id, conference: $code, a: row.a, b: row.b})
CREATE (m)-[:BETWEEN]->(a)
CREATE (m)-[:BETWEEN]->(b)
RETURN m.id AS id
"""
SET: LiteralString = """
UNWIND $rows AS row
MATCH (m:Meeting {id: row.id})
SET m.slot = row.slot, m.table = row.table, m.is_pinned = row.is_pinned, m.state = row.state
"""
BOOK: LiteralString = """
UNWIND $rows AS row
MATCH (m:Meeting {id: row.meeting})
CREATE (b:Booking {id: row.id, conference: $code, holder: row.holder, slot: row.slot})
CREATE (b)-[:FOR_MEETING]->(m)
"""
SAVE_VERSION: LiteralString = """
MATCH (c:Conference {code: $code})
SET c.latest = $number
CREATE (v:TimetableVersion {id: $id, number: $number, kind: $kind, note: $note, made_by: $by,
                            made_at: $now, meetings: $meetings, figures: $figures,
                            left_out: $left_out})
CREATE (v)-[:VERSION_OF]->(c)
"""
LIST_VERSIONS: LiteralString = """
MATCH (v:TimetableVersion)-[:VERSION_OF]->(:Conference {code: $code})
RETURN v.number AS number, v.kind AS kind, v.note AS note, v.made_by AS made_by,
       v.made_at AS made_at, v.figures AS figures
ORDER BY number DESC SKIP $skip LIMIT $limit
"""
FIND_VERSION: LiteralString = """
MATCH (v:TimetableVersion {id: $id})
RETURN v.number AS number, v.kind AS kind, v.note AS note, v.made_by AS made_by,
       v.made_at AS made_at, v.figures AS figures, v.meetings AS meetings,
       v.left_out AS left_out
"""
PUBLISH: LiteralString = """
MATCH (c:Conference {code: $code})
SET c.published = $number, c.phase = $phase
"""
