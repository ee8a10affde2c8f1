"""All that is kept of one enterprise, part by part, for handing it out."""

from typing import LiteralString

_E: LiteralString = "MATCH (e:Enterprise {code: $code})"
_PARTNER: LiteralString = ", {other: o.code, other_name: o.name} AS more"
_NODE: LiteralString = ", {node: n.code, node_name: n.name} AS more"

PARTS: dict[str, LiteralString] = {
    "enterprise": _E + " RETURN properties(e) AS row, {} AS more",
    "locations": _E
    + "-[l:LOCATED_IN]->(r:Region)"
    + " RETURN properties(l) AS row, {region: r.code, region_name: r.name} AS more",
    "products": _E + "-[l:MAKES]->(n:ChainNode) RETURN properties(l) AS row" + _NODE,
    "industries": _E + "-[l:BELONGS_TO]->(n:ChainNode) RETURN properties(l) AS row" + _NODE,
    "customers": _E + "-[l:TRADES_WITH]->(o:Enterprise) RETURN properties(l) AS row" + _PARTNER,
    "suppliers": _E + "<-[l:TRADES_WITH]-(o:Enterprise) RETURN properties(l) AS row" + _PARTNER,
    "owners": _E
    + "-[l:IN_GROUP|CONTROLLED_BY]->(o:Owner)"
    + " RETURN properties(l) AS row, {owner: o.name, role: type(l)} AS more",
    "credit_records": _E
    + "-[:HAS_CREDIT]->(c:CreditRecord) RETURN properties(c) AS row, {} AS more",
    "members": _E
    + "<-[a:ACTS_FOR]-(u:User) RETURN {} AS row, {email: u.email, name: u.name,"
    + " membership: a.membership, since: a.since, active: u.active} AS more",
    "contacts": _E + "-[:HAS_CONTACT]->(c:Contact) RETURN properties(c) AS row, {} AS more",
    "listings": _E
    + "-[:POSTED]->(l:Listing)-[:ABOUT]->(n:ChainNode) RETURN properties(l) AS row"
    + _NODE,
    "favourites": _E + "-[l:FAVOURS]->(o:Enterprise) RETURN properties(l) AS row" + _PARTNER,
    "dismissed": _E + "-[l:DISMISSED]->(o:Enterprise) RETURN properties(l) AS row" + _PARTNER,
    "node_proposals": _E + "-[:PROPOSED]->(p:NodeProposal) RETURN properties(p) AS row, {} AS more",
    "requests_sent": "MATCH (r:MeetingRequest {asker: $code})-[:ASKED_OF]->(o:Enterprise)"
    + " RETURN properties(r) AS row"
    + _PARTNER,
    "requests_received": "MATCH (r:MeetingRequest {partner: $code})-[:ASKED_BY]->(o:Enterprise)"
    + " RETURN properties(r) AS row"
    + _PARTNER,
    "request_steps_sent": "MATCH (r:MeetingRequest {asker: $code})-[:HAS_STEP]->(s:RequestStep)"
    + " RETURN properties(s) AS row, {request: r.id} AS more",
    "request_steps_received": "MATCH (r:MeetingRequest {partner: $code})"
    + "-[:HAS_STEP]->(s:RequestStep) RETURN properties(s) AS row, {request: r.id} AS more",
    "attendance": _E
    + "<-[:STANDS_FOR]-(p:Party)-[:PARTY_OF]->(c:Conference)"
    + " RETURN properties(p) AS row, {conference_name: c.name} AS more",
    "meetings": _E
    + "<-[:STANDS_FOR]-(p:Party)<-[:BETWEEN]-(m:Meeting)"
    + " MATCH (p)-[:PARTY_OF]->(c:Conference)"
    + " WHERE c.published > 0 AND (c.published = c.latest OR m.state <> 'planned')"
    + " MATCH (m)-[:BETWEEN]->(q:Party)-[:STANDS_FOR]->(o:Enterprise) WHERE q.id <> p.id"
    + " RETURN {id: m.id, conference: m.conference, slot: m.slot, table: m.table, state: m.state,"
    + " outcome: CASE WHEN m.a = p.id THEN m.outcome_a ELSE m.outcome_b END,"
    + " note: CASE WHEN m.a = p.id THEN m.note_a ELSE m.note_b END} AS row"
    + _PARTNER,
    "projects": _E
    + "<-[l:SIGNED_BY]-(p:Project) RETURN properties(p) AS row, {signed_as: l.role} AS more",
    "project_milestones": _E
    + "<-[:SIGNED_BY]-(p:Project)-[:HAS_MILESTONE]->(m:Milestone)"
    + " RETURN DISTINCT properties(m) AS row, {project: p.code} AS more",
    "project_signings": _E
    + "<-[:SIGNED_BY]-(p:Project)-[:HAS_SIGNING]->(m:Signing)"
    + " RETURN DISTINCT properties(m) AS row, {project: p.code} AS more",
    "project_funds": _E
    + "<-[:SIGNED_BY]-(p:Project)-[:RECEIVED]->(m:FundArrival)"
    + " RETURN DISTINCT properties(m) AS row, {project: p.code} AS more",
    "project_problems": _E
    + "<-[:SIGNED_BY]-(p:Project)-[:HAS_PROBLEM]->(m:Problem)"
    + " RETURN DISTINCT properties(m) AS row, {project: p.code} AS more",
    "project_reports": _E
    + "<-[:SIGNED_BY]-(p:Project)-[:REPORTED]->(m:ProgressReport)"
    + " RETURN DISTINCT properties(m) AS row, {project: p.code} AS more",
    "changes": "MATCH (a:AuditEntry {subject: $code}) RETURN properties(a) AS row, {} AS more",
}
"""By the name of the file that holds the part."""
FILES: tuple[LiteralString, ...] = (
    """
MATCH (:Enterprise {code: $code})-[:POSTED]->(l:Listing)-[h:HAS_FILE]->(f:File)
RETURN f.sha256 AS sha256, h.name AS name, l.id AS record
""",
    """
MATCH (:Enterprise {code: $code})<-[:SIGNED_BY]-(p:Project)-[h:EVIDENCED_BY]->(f:File)
RETURN DISTINCT f.sha256 AS sha256, h.name AS name, p.code AS record
""",
)
