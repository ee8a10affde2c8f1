"""What is written down about a project: milestones, signings, funds, problems, reports."""

from typing import LiteralString

CREATE: dict[str, LiteralString] = {
    "milestones": """
UNWIND $rows AS row MATCH (p:Project {code: row.code})
CREATE (p)-[:HAS_MILESTONE]->(m:Milestone {id: row.id}) SET m += row.values
""",
    "signings": """
UNWIND $rows AS row MATCH (p:Project {code: row.code})
CREATE (p)-[:HAS_SIGNING]->(s:Signing {id: row.id}) SET s += row.values
""",
    "arrivals": """
UNWIND $rows AS row MATCH (p:Project {code: row.code})
CREATE (p)-[:RECEIVED]->(a:FundArrival {id: row.id}) SET a += row.values
""",
    "problems": """
UNWIND $rows AS row MATCH (p:Project {code: row.code})
CREATE (p)-[:HAS_PROBLEM]->(b:Problem {id: row.id}) SET b += row.values
""",
    "reports": """
UNWIND $rows AS row MATCH (p:Project {code: row.code})
CREATE (p)-[:REPORTED]->(g:ProgressReport {id: row.id}) SET g += row.values
""",
}
NAME_EVENT: LiteralString = """
MATCH (p:Project {code: $code}) WHERE p.event IS NULL OR p.event = '' SET p.event = $event
"""
LIST_MILESTONES: LiteralString = """
MATCH (:Project {code: $code})-[:HAS_MILESTONE]->(m:Milestone)
RETURN m AS record ORDER BY m.effective, m.number, m.id
"""
LIST_SIGNINGS: LiteralString = """
MATCH (:Project {code: $code})-[:HAS_SIGNING]->(s:Signing) RETURN s AS record ORDER BY s.date, s.id
"""
LIST_ARRIVALS: LiteralString = """
MATCH (:Project {code: $code})-[:RECEIVED]->(a:FundArrival) RETURN a AS record ORDER BY a.date, a.id
"""
LIST_PROBLEMS: LiteralString = """
MATCH (:Project {code: $code})-[:HAS_PROBLEM]->(b:Problem) RETURN b AS record
ORDER BY b.opened, b.id
"""
LIST_REPORTS: LiteralString = """
MATCH (:Project {code: $code})-[:REPORTED]->(g:ProgressReport) RETURN g AS record
ORDER BY g.date, g.id
"""
CLOSE_PROBLEM: LiteralString = """
MATCH (:Project {code: $code})-[:HAS_PROBLEM]->(b:Problem {id: $id}) WHERE b.closed = ''
SET b.closed = $closed, b.solution = $solution, b.closed_by = $by
RETURN b.id AS id
"""
REVIEW_REPORT: LiteralString = """
MATCH (:Project {code: $code})-[:REPORTED]->(g:ProgressReport {id: $id}) WHERE g.state = 'pending'
SET g.state = $state, g.reason = $reason, g.reviewed_by = $by
RETURN g.id AS id
"""
LIST_PENDING: LiteralString = """
MATCH (g:ProgressReport {state: 'pending'}) MATCH (p:Project)-[:REPORTED]->(g)
RETURN p.code AS code, p.name AS name, p.name_en AS name_en, g AS record
ORDER BY g.at, g.id LIMIT $limit
"""
COUNT_PENDING: LiteralString = """
MATCH (g:ProgressReport {state: 'pending'}) RETURN count(g) AS total
"""
ADD_EVIDENCE: LiteralString = """
MATCH (p:Project {code: $code}) MATCH (f:File {sha256: $sha256})
CREATE (p)-[:EVIDENCED_BY {id: $id, name: $name, stage: $stage, kind: $kind, by: $by, at: $at}]->(f)
"""
LIST_EVIDENCE: LiteralString = """
MATCH (:Project {code: $code})-[l:EVIDENCED_BY]->(f:File)
RETURN properties(l) AS link, f.sha256 AS sha256, f.size AS size ORDER BY l.at, l.id
"""
