"""Supervision orders (督办单): at most one open one for each thing followed up."""

from typing import LiteralString

CREATE: LiteralString = """
UNWIND $rows AS row
MATCH (p:Project {code: row.code})
CREATE (p)-[:HAS_ORDER]->(o:SupervisionOrder {id: row.id, open_key: row.code, number: row.number,
        level: row.level, issued: row.issued, due: row.due, reasons: row.reasons, by: row.by,
        at: row.at, climbed: '', answered: '', answer: '', answered_by: '', closed: '',
        closed_by: ''})
"""
COUNT_OF_YEAR: LiteralString = """
MATCH (o:SupervisionOrder) WHERE o.number STARTS WITH $year RETURN count(o) AS total
"""
LIST_OPEN: LiteralString = """
MATCH (p:Project)-[:HAS_ORDER]->(o:SupervisionOrder) WHERE o.closed = ''
RETURN p.code AS code, o AS record ORDER BY o.due, o.number
"""
LIST_CLOSED: LiteralString = """
MATCH (p:Project)-[:HAS_ORDER]->(o:SupervisionOrder) WHERE o.closed <> ''
RETURN p.code AS code, o AS record ORDER BY o.closed DESC, o.number DESC LIMIT $limit
"""
LIST_ALL: LiteralString = """
MATCH (p:Project)-[:HAS_ORDER]->(o:SupervisionOrder)
RETURN p.code AS code, o AS record ORDER BY o.issued, o.number
"""
LIST_OF: LiteralString = """
MATCH (p:Project {code: $code})-[:HAS_ORDER]->(o:SupervisionOrder)
RETURN p.code AS code, o AS record ORDER BY o.issued DESC, o.number DESC
"""
FIND: LiteralString = """
MATCH (o:SupervisionOrder {id: $id}) MATCH (p:Project)-[:HAS_ORDER]->(o)
RETURN p.code AS code, o AS record
"""
LOCK: LiteralString = "MATCH (o:SupervisionOrder {id: $id}) SET o.guard = $at RETURN o.id AS id"
CLIMB: LiteralString = """
MATCH (o:SupervisionOrder {id: $id}) WHERE o.closed = '' AND o.answered = '' AND o.level = 'order'
SET o.level = 'talk', o.climbed = $day, o.due = $due
RETURN o.id AS id
"""
CLOSE: LiteralString = """
MATCH (o:SupervisionOrder {id: $id}) WHERE o.closed = ''
SET o.closed = $day, o.closed_by = $by, o.open_key = null
RETURN o.id AS id
"""
ANSWER: LiteralString = """
MATCH (o:SupervisionOrder {id: $id}) WHERE o.closed = '' AND o.answered = ''
SET o.answered = $day, o.answer = $answer, o.answered_by = $by
RETURN o.id AS id
"""
