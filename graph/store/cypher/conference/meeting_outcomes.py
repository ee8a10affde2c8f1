"""What is written on a meeting once it was held. Each side's word is its own."""

from typing import LiteralString

LIST_SIGNED: LiteralString = """
MATCH (p:Project)-[:SIGNED_AT]->(:Conference {code: $code})
RETURN p.code AS code, p.name AS name, p.total AS total ORDER BY code
"""
SAY_OUTCOME: LiteralString = """
MATCH (m:Meeting {id: $id, conference: $code}) SET m += $values RETURN m.id AS id
"""
LIST_OUTCOMES: LiteralString = """
MATCH (m:Meeting {conference: $code})
RETURN m.id AS id, m.state AS state, m.outcome_a AS outcome_a, m.outcome_b AS outcome_b,
       m.outcome_a_later AS outcome_a_later, m.outcome_b_later AS outcome_b_later,
       m.note_a AS note_a, m.note_b AS note_b, m.note_a_later AS note_a_later,
       m.note_b_later AS note_b_later, m.project AS project
"""
