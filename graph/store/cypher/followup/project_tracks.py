"""Projects as the figures read them: one text beside each, renewed with every change."""

from typing import LiteralString

FIND_MARK: LiteralString = """
MATCH (s:Setting {name: 'projects.mark'})
RETURN s.number AS number, s.epoch AS epoch, s.recent AS recent, s.recent_from AS recent_from
"""
LIST_CHANGED: LiteralString = """
MATCH (p:Project) WHERE p.touched > $since RETURN p.track AS track
"""
LIST_OF_CODES: LiteralString = """
UNWIND $codes AS code MATCH (p:Project {code: code}) RETURN p.code AS code, p.track AS track
"""
LIST_TOLD_LIGHTS: LiteralString = """
MATCH (p:Project) RETURN p.code AS code, p.told_light AS light
"""
SAVE_TOLD_LIGHTS: LiteralString = """
UNWIND $rows AS row MATCH (p:Project {code: row.code}) SET p.told_light = row.light
"""
LIST_NODE_CHAINS: LiteralString = """
MATCH (n:ChainNode)-[l:IN_CHAIN]->(c:Chain)
WHERE l.valid_from <= $at AND $at < l.valid_to AND n.code IN $nodes
RETURN n.code AS node, c.code AS chain
"""
GATHER: LiteralString = """
MATCH (p:Project {code: $code})
RETURN p.code AS code, p.name AS name, p.name_en AS name_en, p.unit AS unit, p.event AS event,
       p.total AS total, p.required AS required, p.required_by AS required_by,
       head([(p)-[:SITED_IN]->(r:Region) | r.code]) AS region,
       head([(p)-[:ON]->(n:ChainNode) | n.code]) AS node,
       [(p)-[:SIGNED_BY]->(e:Enterprise) | e.code] AS parties,
       [(p)-[:HAS_MILESTONE]->(m:Milestone)
        | [m.effective, m.number, m.change, m.stage, m.date]] AS milestones,
       [(p)-[:HAS_SIGNING]->(s:Signing) | [s.date, s.kind, s.amount, s.agreement]] AS signings,
       [(p)-[:RECEIVED]->(a:FundArrival) | [a.date, a.amount]] AS arrivals,
       [(p)-[:REPORTED]->(g:ProgressReport) WHERE g.state = 'accepted'
        | [g.date, g.progress]] AS reports
"""
SAVE: LiteralString = """
UNWIND $rows AS row MATCH (p:Project {code: row.code})
SET p.track = row.track, p.touched = $number
"""
